import type { FetchTarget } from '@taskhook/contracts';
import { fromJsonText } from '../store/json-text.ts';
import type { RunDoc } from '../store/run-model.ts';

/** Where the lead of a run is to be fetched from; undefined for one that came whole. */
export function fetchTargetOf({ fetch }: RunDoc): FetchTarget | undefined {
  return fetch === undefined ? undefined : (fromJsonText(fetch) as FetchTarget);
}
