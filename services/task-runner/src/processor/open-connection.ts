import {
  channelProviders,
  openRecord,
  type Channel,
  type ConnectionProvider,
  type Step,
} from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { ReadModel } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';
import type { ConnectionFor, OpenedConnection } from '../channels/channel.ts';

/**
 * Gives the connection of a step as it is now: what was changed in it counts at once. Throws
 * `connection_missing` where it is gone, or one that the channel cannot use.
 */
export type ConnectionOpener = <C extends Channel>(channel: C, step: Step) => Promise<ConnectionFor<C>>;

export function createConnectionOpener(
  readModel: Pick<ReadModel, 'connection'>,
  vault: Pick<Vault, 'open'>,
): ConnectionOpener {
  return async <C extends Channel>(channel: C, step: Step) => {
    if (!('connection' in step)) throw missing(`A step of ${channel} has no connection`);
    const { connection: id } = step;
    const record = await readModel.connection(id);
    if (record === null)
      throw missing(`The connection ${id} of this step is gone: give the task another one`);
    const fitting: readonly ConnectionProvider[] = channelProviders[channel];
    if (!fitting.includes(record.provider)) {
      throw missing(`The connection ${id} is one to ${record.provider}, which is not for ${channel}`);
    }
    const version = JSON.stringify([record.settings, record.sealed_secrets]);
    const opened: OpenedConnection<ConnectionProvider> = {
      id,
      version,
      settings: openRecord(record, vault),
    };
    // The provider was compared with the channel above.
    return opened as ConnectionFor<C>;
  };
}

function missing(message: string): TaskhookError {
  return new TaskhookError('connection_missing', `${message}, then replay the run.`);
}
