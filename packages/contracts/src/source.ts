import type { Static } from 'typebox';
import { literals } from './literals.ts';

/** The kinds of sender. Every word but `auto` has an adapter in `@taskhook/leads`. */
export const sources = [
  'auto',
  'generic',
  'form',
  'zapier',
  'make',
  'n8n',
  'pabbly',
  'privyr',
  'google-sheets',
  'hubspot',
  'gohighlevel',
  'pipedrive',
  'activecampaign',
  'salesforce',
  'zoho',
  'typeform',
  'jotform',
  'elementor',
  'contact-form-7',
  'gravity-forms',
  'wpforms',
  'webflow',
  'wix',
  'squarespace',
  'unbounce',
  'leadpages',
  'clickfunnels',
  'instapage',
  'google-forms',
  'tally',
  'calendly',
  'meta',
  'google-ads',
  'tiktok',
  'linkedin',
] as const;
export const Source = literals(sources, { description: 'The kind of sender; auto recognises it' });
export type Source = Static<typeof Source>;
