import { notifications } from '@mantine/notifications';

/** Says that something did not work. It stays until it is closed: it must not be missed. */
export function notifyTrouble(title: string, message: string | null = null): void {
  notifications.show({ title, message, color: 'red', autoClose: false });
}
