import type { Step } from '../../../../api/types.ts';
import { EmailFields } from './email-fields.tsx';
import { HttpFields } from './http-fields.tsx';
import { PreviewFields } from './preview-fields.tsx';
import { SmsFields } from './sms-fields.tsx';
import { WhatsAppFields } from './whatsapp-fields.tsx';

/** What a step says, by its channel. */
export function StepContent({ step }: { step: Step }) {
  if (step.channel === 'preview') return <PreviewFields step={step} />;
  if (step.channel === 'sms') return <SmsFields step={step} />;
  if (step.channel === 'whatsapp') return <WhatsAppFields step={step} />;
  if (step.channel === 'email') return <EmailFields step={step} />;
  return <HttpFields step={step} />;
}
