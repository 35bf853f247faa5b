import { rewriteFiles } from '@taskhook/queue';
import type { ErasureWork } from './erasure-work.ts';

/** Has the servers write anew what they keep of the past in their files. */
export async function clearDisk({ registry, doc, signal, save }: ErasureWork): Promise<void> {
  if (doc.mongodb_disk === 'pending') {
    await save({ mongodb_disk: (await registry.store.compact()) ? 'written_anew' : 'left_to_the_server' });
  }
  if (doc.redis_disk === 'pending') await save({ redis_disk: await rewriteFiles(registry.redis, signal) });
}
