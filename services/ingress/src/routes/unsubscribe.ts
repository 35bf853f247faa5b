import type { Request, RequestHandler, Response } from '@taskhook/http';
import { changeSuppressions } from '@taskhook/queue';
import { page } from '../answer/form-page.ts';
import { preferredLanguage } from '../answer/language.ts';
import { pageTexts, type PageTexts } from '../answer/page-texts.ts';
import { sendPage } from '../answer/send-page.ts';
import type { InboundParts } from '../inbound/inbound-parts.ts';
import { orUnavailable } from '../unavailable.ts';

/** The page behind the link of a mail. It only asks: programs that look at mails follow their links. */
export function askToLeave({ unsubscribeTokens }: InboundParts): RequestHandler {
  return (request, response) => {
    if (unsubscribeTokens.read(String(request.params['token'])) === undefined) {
      answer(request, response, 404, ({ noLink }) => noLink);
      return;
    }
    const texts = textsFor(request);
    answer(request, response, 200, ({ leave }) => leave, texts.leave.button);
  };
}

/** Suppresses the reader of the mail: the button of the page, or a mail program with one click (RFC 8058). */
export function leaveMails({ unsubscribeTokens, redis, keys, events, now }: InboundParts): RequestHandler {
  return async (request, response) => {
    const id = unsubscribeTokens.read(String(request.params['token']));
    if (id === undefined) return answer(request, response, 404, ({ noLink }) => noLink);
    const record = {
      kind: 'email',
      active: true,
      reason: 'unsubscribed',
      origin: 'unsubscribe_link',
      at: now(),
    } as const;
    await orUnavailable(changeSuppressions(redis, keys, [{ id, record }], { runLog: true }));
    events.inboundTaken('email', 'stop');
    answer(request, response, 200, ({ left }) => left);
  };
}

function answer(
  request: Request,
  response: Response,
  status: number,
  choose: (texts: PageTexts) => PageTexts['thanks'],
  button?: string,
): void {
  const html = page(languageOf(request), choose(textsFor(request)), [], button);
  sendPage(response, status, languageOf(request), html);
}

const languageOf = (request: Request) => preferredLanguage(request.get('accept-language'));
const textsFor = (request: Request): PageTexts => pageTexts[languageOf(request)];
