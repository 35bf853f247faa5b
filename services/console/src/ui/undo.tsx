import { useSyncExternalStore } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { i18n } from '../i18n/i18n.ts';
import { showToast } from './notify.ts';

const GRACE_MS = 8_000;

interface Undoable {
  /** What it is done to: a second call with the same one does nothing while the first can be undone. */
  id: string;
  /** What is about to happen. */
  message: string;
  /** Does it, when the time to undo has passed. */
  act: () => Promise<unknown>;
  /** Called with what `act` throws. */
  onError: (error: unknown) => void;
}

/**
 * Does something that cannot be taken back, a few seconds later: until then a toast offers to undo it. It is
 * done at once when the toast is closed or the page is left.
 */
export function undoable({ id, message, act, onError }: Undoable): void {
  if (pending.has(id)) return;
  setPending(id, true);
  let settled = false;
  const settle = () => {
    const first = !settled;
    settled = true;
    window.removeEventListener('pagehide', finish);
    return first;
  };
  const finish = () => {
    if (settle())
      act()
        .catch(onError)
        .finally(() => setPending(id, false));
  };
  const undo = () => {
    if (settle()) setPending(id, false);
    notifications.hide(id);
  };
  window.addEventListener('pagehide', finish);
  showToast({
    id,
    color: 'gray',
    autoClose: GRACE_MS,
    onClose: finish,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button size="xs" variant="default" onClick={undo}>
          {i18n.t('undo', { ns: 'ui' })}
        </Button>
      </Group>
    ),
  });
}

let pending: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function setPending(id: string, isPending: boolean): void {
  pending = new Set(isPending ? [...pending, id] : [...pending].filter((other) => other !== id));
  for (const listener of listeners) listener();
}

/** The ids of what is about to be done: lists leave them out as if it were done already. */
export function usePendingUndo(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}
