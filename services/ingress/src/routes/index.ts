import type { Express } from '@taskhook/http';
import { allowOrigins, answerPreflight } from './allow-origins.ts';
import { answerFunnelTest } from './answer-funnel-test.ts';
import { answerGet } from './answer-get.ts';
import { receiveLead, type ReceiveParts } from './receive-lead.ts';
import { refuseMethod } from './refuse-method.ts';

const WEBHOOK = '/w/:token';
const FUNNEL_TEST = '/funnel_webhooks/test';

/** What senders can reach, in the order in which it is tried. */
export function webhookRoutes(parts: ReceiveParts): (app: Express) => void {
  const receive = receiveLead(parts);
  return (app) => {
    app.use(allowOrigins);
    app.post(WEBHOOK, receive);
    app.put(WEBHOOK, receive);
    app.get(WEBHOOK, answerGet(parts));
    app.options(WEBHOOK, answerPreflight);
    app.all(WEBHOOK, refuseMethod);
    app.post([FUNNEL_TEST, `${WEBHOOK}${FUNNEL_TEST}`], answerFunnelTest);
  };
}
