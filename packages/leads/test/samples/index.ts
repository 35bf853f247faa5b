import { adsSamples } from './ads.ts';
import { crmSamples } from './crm.ts';
import { formBuildersSamples } from './form-builders.ts';
import { hubspotGohighlevelSamples } from './hubspot-gohighlevel.ts';
import { landingPagesSamples } from './landing-pages.ts';
import { metaSamples } from './meta.ts';
import { relaysSamples } from './relays.ts';
import { surveysSamples } from './surveys.ts';
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
