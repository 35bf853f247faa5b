import type { Source } from '@taskhook/contracts';
import type { SourceAdapter } from './adapter.ts';
import { generic } from './generic.ts';

/** Every source has its adapter here. `auto` is generic as long as no other sender is known. */
export const sourceAdapters: Record<Source, SourceAdapter> = {
  auto: generic,
  generic,
};
