import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './finding.ts';
import type { Workplace } from './tool.ts';

type Read = (file: string) => Promise<string>;

/** Service → the admin port's variable. */
const adminPorts = {
  ingress: 'INGRESS_ADMIN_PORT',
  'task-runner': 'RUNNER_ADMIN_PORT',
  'task-registry': 'REGISTRY_ADMIN_PORT',
};

/** Names, ports and versions that this folder repeats are held against the place where they are decided. */
export async function checkNames(place: Workplace): Promise<Finding[]> {
  const read: Read = async (file) => readFile(path.join(place.root, file), 'utf8');
  return [
    finding('every metric in the alerts exists', await unknownMetrics(read)),
    finding('every variable in the compose file exists', await unknownVariables(read)),
    finding('admin ports are the same everywhere', await strayPorts(read)),
    finding('the image has the pinned Node and pnpm', await strayVersions(read)),
  ];
}

function finding(check: string, strays: string[]): Finding {
  return strays.length === 0
    ? { check, outcome: 'passed', detail: 'compared with the source' }
    : { check, outcome: 'failed', detail: strays.join(', ') };
}

async function unknownMetrics(read: Read): Promise<string[]> {
  const known = await read('packages/contracts/src/names.ts');
  const used = all(
    await read('deploy/prometheus/alerts.yml'),
    /\b(taskhook_[a-z_]+?)(?:_bucket|_sum|_count)?\b/g,
  );
  return used.filter((name) => !known.includes(`'${name}'`));
}

async function unknownVariables(read: Read): Promise<string[]> {
  const shared = await read('packages/config/src/shared.ts');
  const [anchors = '', ...blocks] = (await read('docker-compose.yml')).split(/\n {2}(?=[a-z-]+:\n)/);
  const strays = await Promise.all(
    Object.keys(adminPorts).map(async (service) => {
      const table = shared + (await read(`services/${service}/src/config.ts`));
      const block = blocks.find((text) => text.startsWith(`${service}:`)) ?? '';
      const names = all(`${anchors}\n${block}`, /^ {2,6}([A-Z][A-Z_]+):/gm);
      return names.filter((name) => !table.includes(`'${name}'`)).map((name) => `${service} has no ${name}`);
    }),
  );
  return strays.flat();
}

async function strayPorts(read: Read): Promise<string[]> {
  const probe = await read('deploy/healthcheck.ts');
  const scrape = await read('deploy/prometheus/prometheus.yml');
  const strays = await Promise.all(
    Object.entries(adminPorts).map(async ([service, variable]) => {
      const table = await read(`services/${service}/src/config.ts`);
      const port = new RegExp(`'${variable}',[^}]*?fallback: '(\\d+)'`).exec(table)?.[1];
      const isSame =
        port !== undefined &&
        probe.includes(`['${variable}', '${port}']`) &&
        new RegExp(`names: \\[${service}\\],.* port: ${port},`).test(scrape);
      return isSame ? [] : [`${variable} is ${port ?? 'not found'} in the table of ${service}`];
    }),
  );
  return strays.flat();
}

async function strayVersions(read: Read): Promise<string[]> {
  const dockerfile = await read('deploy/Dockerfile');
  const [node = ''] = all(dockerfile, /^ARG NODE_VERSION=(.+)$/gm);
  const [pnpm = ''] = all(dockerfile, /^ARG PNPM_VERSION=(.+)$/gm);
  const strays: string[] = [];
  if (!(await read('.node-version')).startsWith(`${node}.`)) strays.push(`Node ${node}`);
  if (!(await read('packages/embedded/bootstrap/install.mjs')).includes(`pnpm@${pnpm}`))
    strays.push(`pnpm ${pnpm}`);
  return strays;
}

/** The first group of every match, each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))];
}
