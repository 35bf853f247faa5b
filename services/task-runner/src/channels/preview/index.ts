import type { DeliveryChannel } from '../channel.ts';
import { deliverPreview } from './deliver.ts';

/** Renders and records; sends nothing. */
export function createPreviewChannel(): DeliveryChannel<'preview'> {
  return { slow: false, deliver: deliverPreview, close: () => Promise.resolve() };
}
