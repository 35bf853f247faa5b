import type { DirectRoute, Express } from '@taskhook/http';
import { allowAllOrigins, allowOrigins, answerPreflight } from './allow-origins.ts';
import { inboundPath, unsubscribePath } from '@taskhook/contracts';
import type { InboundParts } from '../inbound/inbound-parts.ts';
import { answerFunnelTest } from './answer-funnel-test.ts';
import { answerGet } from './answer-get.ts';
import { answerVerification } from './answer-verification.ts';
import { receiveInbound } from './receive-inbound.ts';
import { receiveLead, type ReceiveParts } from './receive-lead.ts';
import { askToLeave, leaveMails } from './unsubscribe.ts';
import { refuseMethod } from './refuse-method.ts';

const INBOUND = inboundPath(':connection');
const UNSUBSCRIBE = unsubscribePath(':token');
/** What requests of senders are measured under. */
export const WEBHOOK = '/w/:token';
const FUNNEL_TEST = '/funnel_webhooks/test';

/** A webhook's address as it is given out. Others that mean the same, as with a slash at the end, are the router's. */
const ADDRESS = /^\/w\/([A-Za-z0-9_-]+)(?:\?|$)/;

/** The way of every lead. */
export function leadRoute(parts: ReceiveParts): DirectRoute {
  return {
    route: WEBHOOK,
    methods: ['POST', 'PUT'],
    match: (url) => ADDRESS.exec(url)?.[1],
    handle: (token, request, response) => {
      allowAllOrigins(response);
      return receiveLead(parts, token, request, response);
    },
  };
}

/** What senders can reach besides, in the order in which it is tried. */
export function webhookRoutes(parts: ReceiveParts, inbound: InboundParts): (app: Express) => void {
  return (app) => {
    app.post(INBOUND, receiveInbound(inbound));
    app.get(UNSUBSCRIBE, askToLeave(inbound));
    app.post(UNSUBSCRIBE, leaveMails(inbound));
    app.get(INBOUND, answerVerification(inbound));
    app.use(allowOrigins);
    app.post(WEBHOOK, (request, response) => receiveLead(parts, request.params.token, request, response));
    app.put(WEBHOOK, (request, response) => receiveLead(parts, request.params.token, request, response));
    app.get(WEBHOOK, answerGet(parts));
    app.options(WEBHOOK, answerPreflight);
    app.all(WEBHOOK, refuseMethod);
    app.post([FUNNEL_TEST, `${WEBHOOK}${FUNNEL_TEST}`], answerFunnelTest);
  };
}
