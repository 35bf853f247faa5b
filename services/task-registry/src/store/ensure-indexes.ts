import type { Connection } from 'mongoose';

const indexes = {
  tasks: [{ key: { 'webhooks.token': 1 } }, { key: { connections: 1 } }],
  task_revisions: [{ key: { task_id: 1, revision: -1 } }],
  runs: [
    { key: { task_id: 1, _id: -1 } },
    { key: { status: 1, _id: -1 } },
    { key: { 'lead.phone': 1, _id: -1 } },
    { key: { 'lead.email': 1, _id: -1 } },
  ],
  replays: [{ key: { status: 1 } }],
  erasures: [{ key: { status: 1 } }],
  suppressions: [{ key: { active: 1, _id: 1 } }],
  samples: [{ key: { task_id: 1, _id: -1 } }],
  stats: [{ key: { hour: 1 } }, { key: { task_id: 1, hour: 1 } }],
  ledger: [{ key: { at: 1 } }],
  quarantine: [{ key: { task_id: 1, _id: -1 } }, { key: { status: 1, _id: -1 } }],
} as const;

/** Makes the indexes that are missing. FerretDB finds by `_id` only, so there none is made. */
export async function ensureIndexes(connection: Connection): Promise<'mongodb' | 'ferretdb'> {
  const info = await connection.db?.command({ buildInfo: 1 });
  if (info !== undefined && 'ferretdbVersion' in info) return 'ferretdb';
  for (const [name, wanted] of Object.entries(indexes)) {
    await connection.collection(name).createIndexes(wanted.map(({ key }) => ({ key: { ...key } })));
  }
  return 'mongodb';
}
