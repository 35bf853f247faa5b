import { Type, type Static } from 'typebox';
import { limits } from './limits.ts';
import { literals } from './literals.ts';
import { common, StepConnection, Template } from './step-common.ts';
import { tagged } from './tagged.ts';

const to = (fallback: string) =>
  Type.Optional(
    Type.String({ minLength: 1, maxLength: 8_192, description: `To whom; ${fallback} where absent` }),
  );

export const EmailStep = Type.Object(
  {
    ...common,
    channel: Type.Literal('email'),
    connection: StepConnection,
    message: Type.Object(
      {
        to: to('{{email}}'),
        subject: Type.String({ minLength: 1, maxLength: 8_192 }),
        text: Template,
        html: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: limits.templateLength,
            description: 'Values in it are escaped for HTML; | raw at the end of a value opts out',
          }),
        ),
        reply_to: Type.Optional(Type.String({ minLength: 1, maxLength: 8_192 })),
        unsubscribe_url: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 8_192,
            description: 'https:// or mailto:; goes into List-Unsubscribe',
          }),
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false, description: 'Sends a mail' },
);
export type EmailStep = Static<typeof EmailStep>;

export const SmsStep = Type.Object(
  {
    ...common,
    channel: Type.Literal('sms'),
    connection: StepConnection,
    message: Type.Object({ to: to('{{phone}}'), text: Template }, { additionalProperties: false }),
  },
  { additionalProperties: false, description: 'Sends an SMS' },
);
export type SmsStep = Static<typeof SmsStep>;

const TextHeader = Type.Object(
  { type: Type.Literal('text'), text: Template },
  { additionalProperties: false },
);
const mediaHeader = <const T extends string>(type: T) =>
  Type.Object(
    { type: Type.Literal(type), link: Type.String({ minLength: 1, maxLength: 8_192 }) },
    { additionalProperties: false },
  );

export const WhatsAppHeader = tagged('type', [
  TextHeader,
  mediaHeader('image'),
  mediaHeader('video'),
  mediaHeader('document'),
]);
export type WhatsAppHeader = Static<typeof WhatsAppHeader>;

export const whatsAppButtonTypes = ['url', 'quick_reply', 'copy_code'] as const;

/** A template as Meta has approved it, and what goes into its places. */
export const WhatsAppTemplate = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z0-9_]{1,512}$' }),
    language: Type.String({ pattern: '^[a-z]{2,3}(?:_[A-Z]{2})?$', description: 'Such as it or en_US' }),
    header: Type.Optional(WhatsAppHeader),
    parameters: Type.Optional(
      Type.Array(Template, { maxItems: 50, description: 'For {{1}}, {{2}}, … of the body, in this order' }),
    ),
    buttons: Type.Optional(
      Type.Array(
        Type.Object(
          {
            type: literals(whatsAppButtonTypes),
            index: Type.Integer({ minimum: 0, maximum: 9 }),
            value: Template,
          },
          { additionalProperties: false },
        ),
        { maxItems: 10, description: 'For the buttons of the template that take a value' },
      ),
    ),
  },
  { additionalProperties: false },
);
export type WhatsAppTemplate = Static<typeof WhatsAppTemplate>;

export const WhatsAppStep = Type.Object(
  {
    ...common,
    channel: Type.Literal('whatsapp'),
    connection: StepConnection,
    message: Type.Object(
      {
        to: to('{{phone}}'),
        text: Type.Optional(Template),
        template: Type.Optional(WhatsAppTemplate),
      },
      {
        additionalProperties: false,
        description: 'Text, which only who has written within 24 hours may get, or a template',
      },
    ),
  },
  { additionalProperties: false, description: 'Sends a WhatsApp message' },
);
export type WhatsAppStep = Static<typeof WhatsAppStep>;
