import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TaskhookError } from '@taskhook/errors';

const secretKeyLength = 32;

export interface Secrets {
  /** What callers of the API show. */
  adminKey: string;
  /** 32 bytes in base64, with which secrets at rest are encrypted. */
  secretKey: string;
}

/**
 * The keys given in the environment, else those kept in the data folder, made at the first start.
 * Throws `start_failed` when a kept one is damaged: a new one could not read what the old one wrote.
 */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv): Secrets {
  return {
    adminKey: env['TASKHOOK_ADMIN_KEY'] || keptIn(join(dataDir, 'admin-key'), newAdminKey, isAdminKey),
    secretKey: env['TASKHOOK_SECRET_KEY'] || keptIn(join(dataDir, 'secret-key'), newSecretKey, isSecretKey),
  };
}

function keptIn(file: string, make: () => string, isWhole: (text: string) => boolean): string {
  try {
    writeFileSync(file, `${make()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (isWhole(kept)) return kept;
  throw new TaskhookError(
    'start_failed',
    `The file ${file} is damaged. Restore it; deleting it makes a new key at the next start, which reads nothing that the old one encrypted.`,
  );
}

function newAdminKey(): string {
  return `thk_${randomBytes(24).toString('base64url')}`;
}

function isAdminKey(text: string): boolean {
  return /^\S{16,}$/.test(text);
}

function newSecretKey(): string {
  return randomBytes(secretKeyLength).toString('base64');
}

function isSecretKey(text: string): boolean {
  return Buffer.from(text, 'base64').length === secretKeyLength;
}
