import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from './finding.ts';
import { execute, type Workplace } from './tool.ts';

const services = ['ingress', 'task-runner', 'task-registry'];

/**
 * Lays down in a temporary folder what the Dockerfile puts into each image, with its own install command, and
 * starts the service without settings. It must get as far as asking for them: then every import was found.
 */
export async function checkImage(place: Workplace): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const service of services) {
    const check = `what goes into the image of ${service} runs`;
    if (place.mayInstall) findings.push({ check, ...(await replay(place, service)) });
    else
      findings.push({ check, outcome: 'skipped', detail: 'needs the package registry; --install tries it' });
  }
  return findings;
}

async function replay(place: Workplace, service: string): Promise<Omit<Finding, 'check'>> {
  const app = await mkdtemp(path.join(tmpdir(), 'taskhook-image-'));
  const there = { ...place, root: app };
  try {
    await copyContext(place.root, app);
    const install = await installCommand(place.root);
    const installed = await execute(there, 'sh', ['-euc', `SERVICE=${service}\n${install}`]);
    if (!installed.ok) return { outcome: 'failed', detail: installed.text };
    const environment = { PATH: place.environment['PATH'] };
    const started = await execute({ ...there, environment }, 'node', [`services/${service}/src/main.ts`]);
    return started.ok || !started.text.includes('REDIS_URL')
      ? { outcome: 'failed', detail: `did not ask for REDIS_URL: ${started.text}` }
      : { outcome: 'passed', detail: 'starts, and asks for its settings' };
  } finally {
    await rm(app, { recursive: true });
  }
}

/** Copies what .dockerignore lets through: the last pattern that matches a file or a folder above it decides. */
async function copyContext(root: string, app: string): Promise<void> {
  const patterns = (await readFile(path.join(root, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const entries = patterns.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const entry of entries) {
    await cp(path.join(root, entry), path.join(app, entry), {
      recursive: true,
      filter: (source) => !isIgnored(patterns, path.relative(root, source)),
    });
  }
}

function isIgnored(patterns: string[], file: string): boolean {
  const folders = file.split(path.sep).map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const matches = (pattern: string) => folders.some((folder) => path.matchesGlob(folder, pattern));
  const deciding = patterns.findLast((line) => matches(line.replace(/^!/, '')));
  return deciding !== undefined && !deciding.startsWith('!');
}

/** The Dockerfile's own install command with its version of pnpm; only the cache folder is left out. */
async function installCommand(root: string): Promise<string> {
  const dockerfile = await readFile(path.join(root, 'deploy/Dockerfile'), 'utf8');
  const version = /^ARG PNPM_VERSION=(\S+)$/m.exec(dockerfile)?.[1];
  const flags = /pnpm install ((?:.*\\\n)*.*)\n/
    .exec(dockerfile)?.[1]
    ?.replace('--store-dir /pnpm-store', '');
  if (version === undefined || flags === undefined) throw new Error('deploy/Dockerfile installs nothing');
  return `npx --yes pnpm@${version} install ${flags}`;
}
