import { startReceiver } from '@taskhook/testing';
import type { TaskInput } from '@taskhook/contracts';

/** What the receiver of the http step got for one lead. */
export interface Delivery {
  n: number;
  /** The idempotency key: the same at every attempt of one step of one run. */
  key: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Deliveries {
  /** A task whose only step delivers here. */
  task: TaskInput;
  all(): Delivery[];
}

export async function openDeliveries(stack: AsyncDisposableStack): Promise<Deliveries> {
  const receiver = await startReceiver();
  stack.defer(() => receiver.close());
  return {
    task: {
      name: 'Corso di Marketing',
      lead: { default_country: 'IT', required: ['full_name', 'phone', 'email'] },
      steps: [
        {
          id: 'crm',
          channel: 'http',
          request: { url: `${receiver.url}/leads`, body: { n: '{{extra_fields.n}}' } },
        },
      ],
    },
    all: () =>
      receiver.requests.map(({ body, headers, at }) => ({
        n: Number((JSON.parse(body) as { n: unknown }).n),
        key: String(headers['webhook-id']),
        at,
      })),
  };
}
