import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** A program, and the shell lines that put it into `$BIN`, a folder of ours; nothing else is changed. */
export interface Tool {
  program: string;
  install: string;
}

export interface Workplace {
  /** The repository's root, where tools run. */
  root: string;
  /** Where tools installed by this script live; looked at before the PATH. */
  bin: string;
  /** Whether a missing tool may be fetched from its package registry. */
  mayInstall: boolean;
  environment: NodeJS.ProcessEnv;
}

/**
 * Runs a tool and gives a finding: passed on exit code 0, failed with the tool's own words on any other,
 * skipped where the tool is not to be had.
 */
export async function runTool(place: Workplace, tool: Tool, check: string, args: string[]): Promise<Finding> {
  const missing = await lack(place, tool);
  if (missing !== undefined) return { check, outcome: 'skipped', detail: missing };
  const { ok, text } = await execute(place, tool.program, args);
  const command = `${tool.program} ${args.join(' ')}`;
  return { check, outcome: ok ? 'passed' : 'failed', detail: ok ? command : `${command}\n${text}` };
}

/** Why the tool cannot be used, or nothing when it can. */
async function lack(place: Workplace, { program, install }: Tool): Promise<string | undefined> {
  const isThere = async () => (await execute(place, 'sh', ['-c', `command -v ${program}`])).ok;
  if (await isThere()) return undefined;
  if (!place.mayInstall) return `${program} is not on this machine; --install fetches it`;
  await mkdir(place.bin, { recursive: true });
  const { text } = await execute(place, 'sh', ['-euc', `${inThrowAwayFolder}\n${install}`]);
  return (await isThere()) ? undefined : `${program} could not be installed: ${text.split('\n').at(-1)}`;
}

const inThrowAwayFolder = `WORK=$(mktemp -d); trap 'rm -rf "$WORK"' EXIT; cd "$WORK"`;

/** Runs a program at the root with `$BIN` first on the PATH; `text` is all that it wrote. Never throws. */
export async function execute(
  place: Workplace,
  program: string,
  args: string[],
): Promise<{ ok: boolean; text: string }> {
  const PATH = [place.bin, place.environment['PATH']].join(path.delimiter);
  const env = { ...place.environment, PATH, BIN: place.bin };
  return new Promise((resolve) => {
    const options = { cwd: place.root, env, maxBuffer: 16_777_216, timeout: 900_000 };
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ ok: error === null, text: `${stdout}${stderr}`.trim() || (error?.message ?? '') });
    });
  });
}
