import { isReservedHeader, type SettingsOf } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { compileRequest, type TemplateEngine } from '@taskhook/templating';

type Gateway = Pick<SettingsOf<'sms-http'>, 'url' | 'headers' | 'body'>;

/** Templates that parse, an address that is one, and headers that may be set. */
export function gatewayErrors(engine: TemplateEngine, gateway: Gateway): FieldError[] {
  return [...urlErrors(gateway.url), ...headerErrors(gateway), ...templateErrors(engine, gateway)];
}

/** The host is fixed: a lead must not lead the secrets elsewhere. */
function urlErrors(url: string): FieldError[] {
  if (/^https?:\/\/[^/?#{}@\\]+(?:[/?#]|$)/i.test(url)) return [];
  return [{ field: 'url', message: 'must start with http:// or https:// and a host that is no template' }];
}

function headerErrors({ headers = {} }: Gateway): FieldError[] {
  return Object.keys(headers)
    .filter((name) => isReservedHeader(name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    .map((name) => ({ field: `headers.${name}`, message: 'is not a header that can be set' }));
}

function templateErrors(engine: TemplateEngine, gateway: Gateway): FieldError[] {
  try {
    compileRequest(engine, gateway);
    return [];
  } catch (error) {
    if (error instanceof TaskhookError && error.code === 'invalid_task') return error.errors ?? [];
    throw error;
  }
}
