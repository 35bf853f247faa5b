import type { ConnectionChange } from '../events.ts';
import { publishCurrentConnection } from '../read-model/publish-current-connection.ts';
import type { Registry } from '../registry.ts';

/** Tells task-runner of a change that MongoDB has; where Redis fails the next check of the read model does. */
export async function announceConnection(
  registry: Registry,
  change: ConnectionChange,
  id: string,
): Promise<void> {
  registry.events.connectionChanged(change, { connection_id: id });
  try {
    await publishCurrentConnection(registry, id);
  } catch (error) {
    registry.events.publishFailed({ connection_id: id, error });
  }
}
