import type { JsonObject, JsonValue } from '../json-value.ts';

/** Fields that people do not see and only robots fill in. Names that a real field may have are not here. */
const HONEYPOT =
  /^(?:_gotcha|_honey|_?honey-?_?pot(?:[_-].*)?|bot-field|_?hp|hp[_-](?:field|name|email|input)|gform_hp|ak_hp_textarea|ak_hp|wpforms-hp|form_hp|b_[0-9a-f]{16,}_[0-9a-f]{6,}|contact_me_by_fax(?:_only)?|fax_only|_wpcf7_ak_hp_textarea)$/i;

/** What steers a form or proves something to its server; some of it is secret, none of it is the lead's. */
const CONTROL =
  /^(?:_next|_redirect|_after|_template|_captcha|_autoresponse|_blacklist|_charset_|utf8|_method|_wpnonce|_wp_http_referer|_wpcf7(?:_.*)?|_csrf(?:_token)?|_?csrf[_-]?token|csrfmiddlewaretoken|_token|authenticity_token|__requestverificationtoken|__viewstate(?:generator)?|__eventvalidation|g-recaptcha-response(?:-\d+)?|recaptcha(?:_token|_response|-token)?|h-captcha-response|cf-turnstile-response|frc-captcha-(?:solution|response)|captcha_settings|captcha(?:_token|_response)?|ak_js(?:_\d+)?|google_key|ret_?url|redirect(?:_?to|_?url)?|success_?url|error_?url|hub\.verify_token|password|passwd|pwd|password_confirmation|confirm_password)$/i;

export interface WithoutControl {
  fields: JsonObject;
  /** The honeypot that was filled in. */
  honeypot?: string;
}

/** The fields without those that only steer the form. A copy is made only where there are some. */
export function withoutControlFields(fields: JsonObject): WithoutControl {
  let kept: JsonObject | undefined;
  let honeypot: string | undefined;
  for (const key of Object.keys(fields)) {
    const kind = kindOf(key);
    if (kind === 'field') continue;
    if (kind === 'honeypot' && isFilled(fields[key])) honeypot ??= key;
    kept ??= { ...fields };
    delete kept[key];
  }
  return { fields: kept ?? fields, ...(honeypot === undefined ? {} : { honeypot }) };
}

type Kind = 'field' | 'control' | 'honeypot';
const MOST_KEYS = 4_000;
const LONGEST = 60;
const known = new Map<string, Kind>();

function kindOf(key: string): Kind {
  if (key.length > LONGEST) return 'field';
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const kind = HONEYPOT.test(key) ? 'honeypot' : CONTROL.test(key) ? 'control' : 'field';
  if (known.size >= MOST_KEYS) known.clear();
  known.set(key, kind);
  return kind;
}

function isFilled(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
