import type { TaskPreview } from '../../../api/types.ts';

export const leadFields = ['full_name', 'phone', 'email'] as const;
export type LeadValues = Record<(typeof leadFields)[number], string>;

/** What the task found for each field, right or wrong, so that only what is wrong has to be typed. */
export function foundValues({ fields, detected }: Pick<TaskPreview, 'fields' | 'detected'>): LeadValues {
  const valueAt = (path: string) => fields.find((field) => field.path === path)?.value;
  const found = (name: string) =>
    (detected[name]?.paths ?? [])
      .map(valueAt)
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .join(' ');
  return { full_name: found('full_name'), phone: found('phone'), email: found('email') };
}

/** Everything else of the request, by its path: it goes along with the lead. */
export function otherValues({
  fields,
  detected,
}: Pick<TaskPreview, 'fields' | 'detected'>): Record<string, unknown> {
  const taken = new Set(leadFields.flatMap((name) => detected[name]?.paths ?? []));
  return Object.fromEntries(
    fields.flatMap(({ path, value }) => (taken.has(path) ? [] : [[path, value] as const])),
  );
}
