import { adsSamples } from './ads.ts';
import { crmSamples } from './crm.ts';
import { formBuildersSamples } from './form-builders.ts';
import { hubspotGohighlevelSamples } from './hubspot-gohighlevel.ts';
import { landingPagesSamples } from './landing-pages.ts';
import { metaSamples } from './meta.ts';
import { relaysSamples } from './relays.ts';
import { surveysSamples } from './surveys.ts';
import { unknownAppsSamples } from './unknown-apps.ts';
import { unknownChatsSamples } from './unknown-chats.ts';
import { unknownCrmSamples } from './unknown-crm.ts';
import { unknownFormServicesSamples } from './unknown-form-services.ts';
import { unknownFormsSamples } from './unknown-forms.ts';
import { unknownLanguagesSamples } from './unknown-languages.ts';
import { unknownMailingListsSamples } from './unknown-mailing-lists.ts';
import { unknownShopsSamples } from './unknown-shops.ts';
import type { Sample } from './sample.ts';

/** What senders send, one or more requests of each. */
export const samples: readonly Sample[] = [
  ...metaSamples,
  ...adsSamples,
  ...hubspotGohighlevelSamples,
  ...crmSamples,
  ...surveysSamples,
  ...formBuildersSamples,
  ...landingPagesSamples,
  ...relaysSamples,
];

/** What senders without an adapter of their own send: read by detection alone. */
export const unknownSamples: readonly Sample[] = [
  ...unknownAppsSamples,
  ...unknownChatsSamples,
  ...unknownCrmSamples,
  ...unknownFormServicesSamples,
  ...unknownFormsSamples,
  ...unknownLanguagesSamples,
  ...unknownMailingListsSamples,
  ...unknownShopsSamples,
];
