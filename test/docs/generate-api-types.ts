/**
 * Writes the console's types of the API from the endpoints that task-registry has.
 * `--check` writes nothing and fails where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { endpoints } from '../../services/task-registry/src/api/endpoints/index.ts';
import { openApiDocument } from '../../services/task-registry/src/api/openapi.ts';

const file = 'services/console/src/api/schema.ts';
const path = join(import.meta.dirname, '../..', file);

const document = JSON.stringify(openApiDocument(endpoints));
const nodes = await openapiTS(document, { alphabetize: true, defaultNonNullable: false });
const content = `// Made from the API's description by \`pnpm generate:api-types\`.\n\n${astToString(nodes)}`;

if (!process.argv.includes('--check')) writeFileSync(path, content);
else if (readFileSync(path, 'utf8') !== content) {
  console.error(`${file} is out of date: run pnpm generate:api-types`);
  process.exitCode = 1;
}
