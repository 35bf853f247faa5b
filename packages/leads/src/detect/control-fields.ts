import type { JsonObject, JsonValue } from '../json-value.ts';

/** Fields that people do not see and only robots fill in. Names that a real field may have are not here. */
const honeypots =
  setOf(`_gotcha _honey honey honeypot _honeypot honey_pot honey-pot _honey_pot bot-field bot_field hp _hp
  hp_field hp-field hp_name hp_email hp_input gform_hp ak_hp ak_hp_textarea _wpcf7_ak_hp_textarea wpforms-hp form_hp
  contact_me_by_fax contact_me_by_fax_only fax_only`);

/** What steers a form or proves something to its server; some of it is secret, none of it is the lead's. */
const controls =
  setOf(`_next _redirect _after _template _captcha _autoresponse _blacklist _charset_ utf8 _method _wpnonce
  _wp_http_referer _csrf _csrf_token csrf csrf_token csrf-token csrftoken csrfmiddlewaretoken _token authenticity_token
  __requestverificationtoken __viewstate __viewstategenerator __eventvalidation recaptcha recaptcha_token
  recaptcha_response recaptcha-token h-captcha-response cf-turnstile-response frc-captcha-solution frc-captcha-response
  captcha_settings captcha captcha_token captcha_response google_key returl ret_url redirect redirect_to redirectto
  redirect_url redirecturl success_url error_url hub.verify_token password passwd pwd password_confirmation
  confirm_password`);
const CONTROL_PREFIX = /^(?:_wpcf7|g-recaptcha-response|ak_js)/;
/** Mailchimp names its honeypot after the account and the list. */
const MAILCHIMP = /^b_[0-9a-f]{16,}_[0-9a-f]{6,}$/;

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
const LONGEST = 60;

function kindOf(key: string): Kind {
  if (key.length > LONGEST) return 'field';
  const name = key.toLowerCase();
  if (honeypots.has(name) || (name.startsWith('b_') && MAILCHIMP.test(name))) return 'honeypot';
  return controls.has(name) || CONTROL_PREFIX.test(name) ? 'control' : 'field';
}

function isFilled(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
