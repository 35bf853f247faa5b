import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFor } from './pinned-node.mjs';

const checks = ['types', 'lint', 'format:check', 'layers', 'unused'];

/**
 * Runs every check of the root's scripts, and each script named `check:…`, one after the other. A
 * failed one does not stop the rest. Gives 1 when any failed, else 0.
 */
export async function verify(node, root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = [...checks, ...Object.keys(scripts).filter((name) => name.startsWith('check:'))];
  const failed = [];
  for (const name of names) {
    if (!(await passes(name, scripts[name], { node, root }))) failed.push(name);
  }
  console.log(failed.length === 0 ? `All ${names.length} checks pass.` : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

async function passes(name, script, { node, root }) {
  const started = Date.now();
  const { code, output } = await runScript(script, { node, root });
  const duration = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(20)} ${duration}`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function runScript(script, { node, root }) {
  const child = spawn(script, {
    cwd: root,
    env: environmentFor(node, root),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
