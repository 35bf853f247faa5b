import type { HttpStep, WhatsAppHeader, whatsAppButtonTypes } from '@taskhook/contracts';
import type { RenderedRequest } from '../request.ts';

/** What a channel is given. Texts that become lines of a header hold no line breaks. */
export type RenderedStep =
  | { channel: 'preview'; text: string }
  | ({ channel: 'http'; method: NonNullable<HttpStep['request']['method']> } & RenderedRequest)
  | {
      channel: 'email';
      to: string;
      subject: string;
      text: string;
      html?: string;
      reply_to?: string;
      unsubscribe_url?: string;
    }
  | { channel: 'sms'; to: string; text: string }
  | { channel: 'whatsapp'; to: string; text: string }
  | { channel: 'whatsapp'; to: string; template: RenderedTemplate };

export interface RenderedTemplate {
  name: string;
  language: string;
  header?: WhatsAppHeader;
  parameters: string[];
  buttons: { type: (typeof whatsAppButtonTypes)[number]; index: number; value: string }[];
}

export type RenderedFor<C extends RenderedStep['channel']> = Extract<RenderedStep, { channel: C }>;
