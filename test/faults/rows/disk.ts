import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StageOptions } from '../stage/stage.ts';
import type { Fault } from './fault-row.ts';

const redisDisk = diskFault();
const lastingRedisDisk = diskFault();
const spoolDisk = diskFault();

const appendOnlyFile: Fault = {
  name: 'redis-disk-full',
  outage: "the disk of Redis' append-only file is full for 8 s, with appendfsync everysec (MISCONF)",
  impossible: noMounts,
  prepare: (stack) => redisDisk.mount(stack, (folder) => ({ redisDir: folder })),
  harm: async ({ redis }) => {
    await redis.ask((client) => client.config('SET', 'appendfsync', 'everysec'));
    redisDisk.fill();
    await sleep(8_000);
    redisDisk.free();
  },
};

const fsyncAlways: Fault = {
  name: 'redis-disk-full-always',
  outage:
    'the same with appendfsync always, at which Redis ends itself; it is started when there is room again',
  impossible: noMounts,
  prepare: (stack) => lastingRedisDisk.mount(stack, (folder) => ({ redisDir: folder })),
  harm: async ({ redis }) => {
    lastingRedisDisk.fill();
    await redis.ended();
    await sleep(5_000);
    lastingRedisDisk.free();
    await redis.start();
  },
};

const spoolFull: Fault = {
  name: 'spool-full',
  outage: 'the spool is full (INGRESS_SPOOL_MAX_BYTES=64KiB) while Redis is stopped for 10 s',
  stage: { environment: { INGRESS_SPOOL_MAX_BYTES: '64KiB' } },
  harm: async ({ redis }) => {
    await redis.stop();
    await sleep(10_000);
    await redis.start();
  },
  judge: ({ refused }) => (refused > 0 ? [] : ['the spool was never full']),
};

const spoolDiskFull: Fault = {
  name: 'spool-disk-full',
  outage: "the spool's disk is full while Redis is stopped for 10 s",
  impossible: noMounts,
  prepare: (stack) =>
    spoolDisk.mount(stack, (folder) => ({
      environment: { INGRESS_SPOOL_DIR: folder, INGRESS_SPOOL_MIN_FREE: '1KiB' },
    })),
  harm: async ({ redis }) => {
    await redis.stop();
    await sleep(3_000);
    spoolDisk.fill();
    await sleep(7_000);
    spoolDisk.free();
    await redis.start();
  },
  judge: ({ refused }) => (refused > 0 ? [] : ['the disk was never full']),
};

export const diskFaults: readonly Fault[] = [appendOnlyFile, fsyncAlways, spoolFull, spoolDiskFull];

const DISK_SIZE = '48m';

/** A small disk that is mounted when the row begins. */
function diskFault() {
  let folder = '';
  const filler = (): string => join(folder, 'filler');
  return {
    mount: async (stack: AsyncDisposableStack, toOptions: (folder: string) => StageOptions) => {
      folder = mkdtempSync(join(tmpdir(), 'taskhook-disk-'));
      stack.defer(() => rmSync(folder, { recursive: true, force: true }));
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_SIZE}`, 'tmpfs', folder]);
      if (mounted.status !== 0) throw new Error(`no disk could be mounted: ${String(mounted.stderr)}`);
      stack.defer(() => void spawnSync('umount', ['-l', folder]));
      return Promise.resolve(toOptions(folder));
    },
    fill: (): void => fillUp(filler()),
    free: (): void => rmSync(filler()),
  };
}

/** Writes until there is no room, at last byte by byte. */
function fillUp(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}

let mountProblem: string | undefined | null = null;

/** Tried once: a container's root may not be allowed to mount. */
function noMounts(): string | undefined {
  if (mountProblem !== null) return mountProblem;
  const folder = mkdtempSync(join(tmpdir(), 'taskhook-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  mountProblem = status === 0 ? undefined : 'a small disk cannot be mounted here (it takes root)';
  return mountProblem;
}
