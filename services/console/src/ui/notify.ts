import { notifications, type NotificationData } from '@mantine/notifications';
import { i18n } from '../i18n/i18n.ts';

const SHOWN_MS = 6_000;

/** Says in passing that something worked. */
export function notifyDone(message: string): void {
  showToast({ message, color: 'petrol', autoClose: SHOWN_MS });
}

/** Says that something did not work. It stays until it is closed: it must not be missed. */
export function notifyTrouble(title: string, message: string | null = null): void {
  showToast({ title, message, color: 'red', autoClose: false });
}

/** A toast whose button to close it has a name. */
export function showToast(toast: NotificationData): void {
  notifications.show({ ...toast, closeButtonProps: { 'aria-label': i18n.t('close', { ns: 'ui' }) } });
}
