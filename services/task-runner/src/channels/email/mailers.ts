import { LRUCache } from 'lru-cache';
import { openMailer, type Mailer, type Outbound } from '@taskhook/outbound';
import type { ConnectionFor } from '../channel.ts';

/** A mailer per connection. A resource. */
export interface Mailers {
  of(connection: ConnectionFor<'email'>): Mailer;
  close(): void;
}

const MOST_MAILERS = 200;

/** A mailer lets its idle connections go by itself; one of a changed connection is replaced. */
export function createMailers(outbound: Outbound): Mailers {
  const cache = new LRUCache<string, { version: string; mailer: Mailer }>({
    max: MOST_MAILERS,
    dispose: ({ mailer }) => mailer.close(),
  });
  return {
    of: ({ id, version, settings }) => {
      const kept = cache.get(id);
      if (kept?.version === version) return kept.mailer;
      const mailer = openMailer(settings, outbound);
      cache.set(id, { version, mailer });
      return mailer;
    },
    close: () => cache.clear(),
  };
}
