/**
 * Checks what can be checked of this folder and docker-compose.yml without a container engine:
 *   node deploy/validate.ts            with the tools that this machine has
 *   node deploy/validate.ts --install  fetches missing tools into ~/.cache/taskhook/bin first
 * Prints a line per check, the skipped ones with the reason. Ends with 1 when one failed.
 */
import { homedir } from 'node:os';
import path from 'node:path';
import { argv, env, exit, stdout } from 'node:process';
import { checkCompose } from './checks/compose.ts';
import { checkDockerfile } from './checks/dockerfile.ts';
import type { Finding } from './checks/finding.ts';
import { checkImage } from './checks/image.ts';
import { checkNames } from './checks/names.ts';
import { checkPrometheus } from './checks/prometheus.ts';
import type { Workplace } from './checks/tool.ts';

const place: Workplace = {
  root: path.dirname(import.meta.dirname),
  bin: path.join(env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'taskhook', 'bin'),
  mayInstall: argv.includes('--install'),
  environment: env,
};

const findings: Finding[] = [];
const checks = [checkNames, checkCompose, checkDockerfile, checkImage, checkPrometheus];
for (const check of checks) {
  for (const finding of await check(place).catch(broken)) {
    findings.push(finding);
    stdout.write(`${finding.outcome.padEnd(8)}${finding.check} (${finding.detail})\n`);
  }
}
exit(findings.some(({ outcome }) => outcome === 'failed') ? 1 : 0);

/** A check that could not even read what it compares has failed, too. */
function broken(error: unknown): Finding[] {
  return [{ check: 'a check broke off', outcome: 'failed', detail: String(error) }];
}
