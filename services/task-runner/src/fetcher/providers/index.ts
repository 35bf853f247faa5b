import type { Provider } from '@taskhook/contracts';
import { hubspot } from './hubspot.ts';
import { linkedin } from './linkedin.ts';
import { meta } from './meta.ts';
import type { LeadProvider } from './provider.ts';
import { zoho } from './zoho.ts';

/** Every provider there is. */
export const leadProviders: Readonly<Record<Provider, LeadProvider>> = { meta, linkedin, hubspot, zoho };
