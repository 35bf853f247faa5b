/**
 * What a store finds and changes. FerretDB lets SQLite narrow, sort and write together
 * (`packages/embedded/ferretdb/internal`): it has to answer as MongoDB does, by which these pass too.
 */
import { randomUUID } from 'node:crypto';
import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

interface Doc {
  _id: string;
  text?: string | string[] | { deep?: string } | null;
  list?: { name: string }[];
  n?: number;
}

let connection: Connection;
beforeAll(async () => {
  connection = await createConnection(inject('mongodbUrl'), {
    dbName: `queries_${randomUUID()}`,
  }).asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function collectionOf(docs: readonly Doc[]) {
  const collection = connection.collection<Doc>(`c_${randomUUID()}`);
  await collection.insertMany([...docs]);
  return collection;
}

type Filter = Parameters<Awaited<ReturnType<typeof collectionOf>>['find']>[0];

/** As MongoDB sorts strings: by the bytes of their UTF-8. */
const ODD_IDS = ['', ' ', '!', '"', '&', 'A', 'a', 'a ', 'a!', 'a"', 'a\\', 'aa', 'b', '~', 'é', '€', '😀'];

test('ids are sorted by their bytes, either way, whatever stands in them', async () => {
  const collection = await collectionOf(ODD_IDS.toReversed().map((_id) => ({ _id })));
  const idsBy = async (direction: 1 | -1) =>
    (await collection.find({}).sort({ _id: direction }).toArray()).map(({ _id }) => _id);
  expect(await idsBy(1)).toEqual(ODD_IDS);
  expect(await idsBy(-1)).toEqual(ODD_IDS.toReversed());
});

test('a page is the first of those that match, in the order of their ids', async () => {
  const docs = Array.from({ length: 300 }, (_none, i) => ({
    _id: `r${String(i).padStart(3, '0')}`,
    text: i % 7 === 0 ? 'rare' : 'often',
  }));
  const collection = await collectionOf(docs);
  const filter: Filter = { text: 'rare', $and: [{ _id: { $lt: 'r250' } }, { _id: { $gte: 'r100' } }] };
  const page = await collection.find(filter).sort({ _id: -1 }).limit(3).toArray();
  expect(page.map(({ _id }) => _id)).toEqual(['r245', 'r238', 'r231']);
  const all = await collection.find(filter).sort({ _id: 1 }).toArray();
  expect(all.map(({ _id }) => _id)).toEqual(
    docs.slice(100, 250).flatMap(({ _id, text }) => (text === 'rare' ? [_id] : [])),
  );
  expect(await collection.countDocuments({ text: 'rare' })).toBe(43);
});

const TEXTS: Doc[] = [
  { _id: 'plain', text: 'x' },
  { _id: 'array', text: ['y', 'x'] },
  { _id: 'other', text: 'xx' },
  { _id: 'deep', text: { deep: 'x' } },
  { _id: 'list', list: [{ name: 'z' }, { name: 'x' }] },
  { _id: 'html', text: '<b>&"\\ \n é €' },
  { _id: 'null', text: null },
  { _id: 'none', n: 1 },
];

test.for<[string, Filter, string[]]>([
  ['a text, also within an array', { text: 'x' }, ['array', 'plain']],
  ['a text with signs that JSON escapes', { text: '<b>&"\\ \n é €' }, ['html']],
  ['a text below another field', { 'text.deep': 'x' }, ['deep']],
  ['a text below a list', { 'list.name': 'x' }, ['list']],
  ['any of some texts', { text: { $in: ['x', 'xx', 'nowhere'] } }, ['array', 'other', 'plain']],
  ['any of none', { text: { $in: [] } }, []],
  ['any of texts or null', { text: { $in: ['xx', null] } }, ['list', 'none', 'null', 'other']],
  ['null, which is absent too', { text: null }, ['list', 'none', 'null']],
  ['another than a text', { text: { $ne: 'x' }, n: 1 }, ['none']],
  ['one of two filters', { $or: [{ text: 'xx' }, { n: 1 }] }, ['none', 'other']],
  ['an id and a text', { _id: 'plain', text: 'x' }, ['plain']],
  ['an id with another text', { _id: 'plain', text: 'xx' }, []],
  ['any of some ids', { _id: { $in: ['plain', 'none', 'nowhere'] } }, ['none', 'plain']],
  ['any of no ids', { _id: { $in: [] } }, []],
  ['another id than one', { _id: { $ne: 'plain' }, text: 'x' }, ['array']],
  ['ids above one', { _id: { $gt: 'null' } }, ['other', 'plain']],
  ['ids from one to another', { _id: { $gte: 'none', $lte: 'other' } }, ['none', 'null', 'other']],
])('finds %s', async ([, filter, wanted]) => {
  const collection = await collectionOf(TEXTS);
  const found = await collection.find(filter).sort({ _id: 1 }).toArray();
  expect(found.map(({ _id }) => _id)).toEqual(wanted);
});

test('more texts than an expression of SQLite can hold are found', async () => {
  const collection = await collectionOf(TEXTS);
  const many = Array.from({ length: 3_000 }, (_none, i) => `no${i}`);
  expect(await collection.countDocuments({ text: { $in: [...many, 'xx'] } })).toBe(1);
  expect(await collection.countDocuments({ _id: { $in: [...many, 'other'] } })).toBe(1);
});

const numbered = (count: number) => Array.from({ length: count }, (_none, n) => ({ _id: `d${n}`, n }));

test('a bulk of updates changes those that are as they were read, and tells how many', async () => {
  const collection = await collectionOf(numbered(500));
  const updates = numbered(500).map(({ _id, n }) => ({
    updateOne: { filter: { _id, n: n < 450 ? n : -1 }, update: { $set: { text: `t${n}` } } },
  }));
  const gone = { updateOne: { filter: { _id: 'gone', n: 1 }, update: { $set: { text: 'no' } } } };
  const { matchedCount, modifiedCount } = await collection.bulkWrite([...updates, gone], { ordered: false });
  expect([matchedCount, modifiedCount]).toEqual([450, 450]);
  const texts = (await collection.find({}).toArray()).map(({ n, text }) => [n, text]);
  expect(new Map(texts as [number, string][])).toEqual(
    new Map(numbered(500).map(({ n }) => [n, n < 450 ? `t${n}` : undefined])),
  );
});

test('several updates of one document add up, and updates of another kind are made beside them', async () => {
  const collection = await collectionOf(numbered(3));
  const increment = (_id: string, upsert = false) => ({
    updateOne: { filter: { _id }, update: { $inc: { n: 10 } }, upsert },
  });
  const { matchedCount, upsertedCount } = await collection.bulkWrite([
    ...Array.from({ length: 150 }, () => increment('d1')),
    increment('new', true),
    { updateMany: { filter: { n: { $lt: 10 } }, update: { $set: { text: 'small' } } } },
  ]);
  expect([matchedCount, upsertedCount]).toEqual([152, 1]);
  expect(await collection.find({}).sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'd0', n: 0, text: 'small' },
    { _id: 'd1', n: 1_501 },
    { _id: 'd2', n: 2, text: 'small' },
    { _id: 'new', n: 10 },
  ]);
});
