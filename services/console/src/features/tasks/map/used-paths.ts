import { leadFields, type LeadRules } from './mapping.ts';

/** Whether the mapping speaks of a path of the sample. */
export function isUsed({ mapping = {} }: LeadRules, path: string): boolean {
  const sources = [
    ...leadFields.map((field) => mapping[field]),
    ...Object.values(mapping.extra_fields ?? {}),
  ];
  return sources.some((source) => source !== undefined && speaksOf(source, path));
}

/** The path, not a longer one that has it in it. */
function speaksOf(source: string, path: string): boolean {
  for (let at = source.indexOf(path); at !== -1; at = source.indexOf(path, at + 1)) {
    if (!/[\w.\]]/.test(source[at - 1] ?? '') && !/[\w.[]/.test(source[at + path.length] ?? '')) return true;
  }
  return false;
}
