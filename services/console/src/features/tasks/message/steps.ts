import type { Step } from '../../../api/types.ts';

export type Channel = Step['channel'];
export type StepOf<C extends Channel> = Extract<Step, { channel: C }>;
export type WhatsAppMessage = StepOf<'whatsapp'>['message'];
export type WhatsAppTemplate = NonNullable<WhatsAppMessage['template']>;

export const channels = ['preview', 'whatsapp', 'sms', 'email', 'http'] as const satisfies readonly Channel[];

/** What every step has, whatever its channel. */
type Common = Pick<Step, 'id' | 'wait' | 'when' | 'at' | 'window' | 'expires' | 'retry' | 'on_failure'>;

/** A step of a channel that says what another one said. `connection` is the one to begin with, '' for none. */
export function withChannel(step: Step, channel: Channel, connection = ''): Step {
  if (step.channel === channel) return step;
  return { ...commonOf(step), ...contentFor(channel, textOf(step), connection) };
}

/** A step with an id that no other has. */
export function newStep(channel: Channel, steps: readonly Step[], text: string, connection = ''): Step {
  const taken = new Set(steps.map(({ id }) => id));
  const names = Array.from({ length: taken.size + 1 }, (_, i) => `${channel}-${i + 1}`);
  const id = names.find((name) => !taken.has(name)) ?? channel;
  return { id, ...contentFor(channel, text, connection) };
}

/** The step at `from` stands at `to` afterwards. */
export function moved(steps: readonly Step[], from: number, to: number): Step[] {
  const step = steps[from];
  if (step === undefined || to < 0 || to >= steps.length) return [...steps];
  return steps.toSpliced(from, 1).toSpliced(to, 0, step);
}

/** What a person reads of it. */
export function textOf(step: Step): string {
  if (step.channel === 'http') return typeof step.request.body === 'string' ? step.request.body : '';
  return step.message.text ?? '';
}

/** With a member set, or taken away where the value is undefined. */
export function withMember<S extends object, K extends keyof S>(
  object: S,
  key: K,
  value: S[K] | undefined,
): S {
  const { [key]: _, ...rest } = object;
  return (value === undefined ? rest : { ...object, [key]: value }) as S;
}

function commonOf(step: Step): Common {
  const { id, wait, when, at, window, expires, retry, on_failure } = step;
  return {
    id,
    ...(wait !== undefined && { wait }),
    ...(when !== undefined && { when }),
    ...(at !== undefined && { at }),
    ...(window !== undefined && { window }),
    ...(expires !== undefined && { expires }),
    ...(retry !== undefined && { retry }),
    ...(on_failure !== undefined && { on_failure }),
  };
}

const leadBody = { name: '{{full_name}}', phone: '{{phone}}', email: '{{email}}' };

/** What a new step of a channel says, with the text that it takes over. */
function contentFor(channel: Channel, text: string, connection: string) {
  if (channel === 'preview') return { channel, message: { text } } as const;
  if (channel === 'email')
    return { channel, connection, message: { subject: '{{task.name}}', text } } as const;
  if (channel === 'http')
    return { channel, request: { method: 'POST', url: '', body: text === '' ? leadBody : text } } as const;
  return { channel, connection, message: { text } } as const;
}
