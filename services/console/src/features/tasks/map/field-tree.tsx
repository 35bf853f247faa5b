import { Fragment } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TaskPreview } from '../../../api/types.ts';
import { pathParts } from './mapping.ts';
import { SampleField } from './sample-field.tsx';
import classes from './field-tree.module.css';

const INDENT = 14;

/** Every value of the sample under the names that lead to it. Each can be dragged, or picked, to its place. */
export function FieldTree({ fields }: { fields: TaskPreview['fields'] }) {
  const { t } = useTranslation('tasks');
  if (fields.length === 0) return <Text c="dimmed">{t('map.noFields')}</Text>;
  return (
    <ul className={classes['tree']} aria-label={t('map.sampleFields')}>
      {rowsOf(fields).map(({ groups, depth, name, path, value }) => (
        <Fragment key={path}>
          {groups.map((group) => (
            <li
              key={group.depth}
              className={classes['group']}
              style={{ paddingInlineStart: 8 + group.depth * INDENT }}
            >
              {group.name}
            </li>
          ))}
          <li style={{ paddingInlineStart: depth * INDENT }}>
            <SampleField path={path} name={name} value={value} />
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

interface Row {
  /** What is opened above it: the names that the row before does not stand under. */
  groups: { name: string; depth: number }[];
  depth: number;
  name: string;
  path: string;
  value: unknown;
}

function rowsOf(fields: TaskPreview['fields']): Row[] {
  let open: string[] = [];
  return fields.map(({ path, value }) => {
    const parts = pathParts(path);
    const parents = parts.slice(0, -1);
    const firstNew = parents.findIndex((part, i) => open[i] !== part);
    const from = firstNew === -1 ? parents.length : firstNew;
    const groups = parents.slice(from).map((name, i) => ({ name, depth: from + i }));
    open = parents;
    return { groups, depth: parents.length, name: parts.at(-1) ?? path, path, value };
  });
}
