import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Edit {
  file: string;
  from: string;
  to: string;
}

/**
 * FerretDB 1.24 looks into SQLite by one `_id` alone, and reads, parses and sorts the whole collection for anything
 * else; it writes each update of a command in a transaction of its own. These let SQLite narrow and sort, and write
 * together, by what `packages/embedded/ferretdb/internal` adds.
 */
export const ferretdbEdits: readonly Edit[] = [
  {
    file: 'internal/backends/sqlite/collection.go',
    from: '\tq += whereClause\n\tq += prepareOrderByClause(params.Sort)\n',
    to: '\twhereClause, args = narrow(params.Filter)\n\tq += whereClause + orderBy(params.Sort)\n',
  },
  {
    file: 'internal/backends/collection.go',
    from: '\t\tparams = new(QueryParams)\n\t}\n\n\tif params.Sort.Len() != 0 {\n',
    to: '\t\tparams = new(QueryParams)\n\t}\n\n\tif params.Sort.Len() != 0 && !IsByID(params.Sort) {\n',
  },
  {
    file: 'internal/handler/msg_find.go',
    from: '\t\tif params.Sort.Keys()[0] != "$natural" {\n',
    to: '\t\tif backends.IsByID(params.Sort) {\n\t\t\tqp.Sort = params.Sort\n\t\t}\n\t\tif params.Sort.Keys()[0] != "$natural" {\n',
  },
  {
    file: 'internal/handler/msg_find.go',
    from: 'common.SortIterator(iter, closer, params.Sort)',
    to: 'common.SortIterator(iter, closer, backends.WithoutID(params.Sort))',
  },
  // Keys with a dot in them are kept in the filter that `narrow` is given.
  { file: 'internal/handler/registry/sqlite.go', from: 'opts.EnableNestedPushdown', to: 'true' },
  // Its own index on _id is on an expression that no look-up uses, so that each would read the whole collection.
  {
    file: 'internal/backends/sqlite/metadata/registry.go',
    from: '\t\t\tif key.Descending {\n',
    to: '\t\t\tif key.Field == "_id" {\n\t\t\t\tcolumns[i] = IDColumn\n\t\t\t}\n\t\t\tif key.Descending {\n',
  },
  {
    file: 'internal/backends/sqlite/metadata/registry.go',
    from: '\t\tcreated = append(created, index.Name)\n',
    to: `${[
      '\t\tif index.Name == backends.DefaultIndexName {',
      '\t\t\tif _, err := db.ExecContext(ctx, orderIndex(c.TableName)); err != nil {',
      '\t\t\t\treturn lazyerrors.Error(err)',
      '\t\t\t}',
      '\t\t}',
      '\t\tcreated = append(created, index.Name)',
    ].join('\n')}\n`,
  },
  {
    file: 'internal/handler/msg_update.go',
    from: '\tfor _, u := range params.Updates {\n\t\tc, err := db.Collection(',
    to: `${[
      '\tif c, err := db.Collection(params.Collection); err == nil {',
      '\t\tmatched, modified, done, err := common.UpdateTogether(ctx, c, params.Updates)',
      '\t\tif done || err != nil {',
      '\t\t\treturn matched, modified, &upserted, err',
      '\t\t}',
      '\t}',
    ].join('\n')}\n\tfor _, u := range params.Updates {\n\t\tc, err := db.Collection(`,
  },
  // Each update of a command held a connection to the end of it: at more than a hundred all waited for good.
  {
    file: 'internal/handler/msg_update.go',
    from: '\t\tresult, err := common.UpdateDocument(ctx, c, "update", iter, &u)\n',
    to: '\t\tresult, err := common.UpdateDocument(ctx, c, "update", iter, &u)\n\t\tcloser.Close()\n',
  },
  // Every iterator was noted with its stack, to find those that are not closed: a sixth of a read.
  {
    file: 'internal/util/resource/resource.go',
    from: '\tname := profileName(obj)\n',
    to: '\tif !debugbuild.Enabled {\n\t\treturn\n\t}\n\tname := profileName(obj)\n',
  },
  {
    file: 'internal/util/resource/resource.go',
    from: '\tp := pprof.Lookup(profileName(obj))\n',
    to: '\tif !debugbuild.Enabled {\n\t\treturn\n\t}\n\tp := pprof.Lookup(profileName(obj))\n',
  },
];

/** Copies FerretDB's module, which the module cache keeps read-only, with the additions and the edits. */
export function editFerretdb(module: string, copy: string, additions: string): void {
  cpSync(module, copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  cpSync(additions, join(copy, 'internal'), { recursive: true });
  for (const { file, from, to } of ferretdbEdits) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(from).length !== 2)
      throw new Error(`FerretDB's ${file} is not the one that was expected`);
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
  }
}
