import type { SourceAdapter } from './adapter.ts';
import { generic } from './generic.ts';

/** Every sender that is known, the most certain to be recognised first. `generic` takes what is left. */
export const sourceAdapters: readonly SourceAdapter[] = [generic];
