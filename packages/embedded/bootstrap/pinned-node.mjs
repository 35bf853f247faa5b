import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The first version that runs TypeScript as this project writes it, should the pinned one not run here. */
const oldestMajor = 24;

/**
 * The path of the Node that the lockfile pins. Where it does not run (a platform without a prebuilt
 * one), the Node that runs this, if it is new enough. Throws when neither will do.
 */
export function pinnedNode(root) {
  const found = candidates(root).find((path) => existsSync(path) && runs(path));
  if (found !== undefined) return found;
  if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
    throw new Error(
      `No prebuilt Node 26 runs on ${process.platform}-${process.arch}: install Node ${oldestMajor} or newer yourself.`,
    );
  }
  console.log(`The pinned Node does not run here; using Node ${process.versions.node}.`);
  return process.execPath;
}

function candidates(root) {
  const modules = join(root, 'node_modules');
  const { platform, arch } = process;
  const name = platform === 'win32' ? 'win' : platform;
  const binary = platform === 'win32' ? 'node.exe' : 'node';
  return [
    join(modules, `node-${name}-${arch}`, 'bin', binary),
    join(modules, `node-bin-${name}-${arch}`, 'bin', binary),
    join(modules, '.bin', binary),
  ];
}

function runs(path) {
  return spawnSync(path, ['--version']).status === 0;
}

/** The environment in which `node` and the installed commands come first on the PATH. */
export function environmentFor(node, root) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(separator);
  return { ...process.env, PATH: path };
}
