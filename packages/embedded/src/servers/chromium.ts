import { installPackage } from './apt-get.ts';
import { findOnPath, lookAround } from './machine.ts';
import type { ServerOptions } from './server.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser that CHROMIUM_PATH names, else the one on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  return names.map((name) => findOnPath(name, env)).find((path) => path !== undefined);
}

/** The same; where there is none it is installed by apt-get, as root on Debian. Else says how to get one. */
export async function ensureChromium(
  options: Pick<ServerOptions, 'env' | 'log'>,
): Promise<string | undefined> {
  const found = findChromium(options.env);
  if (found !== undefined) return found;
  const { aptGetAllowed, commands } = lookAround(options.env);
  const aptGet = aptGetAllowed ? commands['apt-get'] : undefined;
  const path = aptGet && (await installPackage(aptGet, 'Chromium', 'chromium', options));
  if (path === undefined) {
    options.log(
      'Chromium: none here, so the tests in a browser are skipped. Install it, or name one in CHROMIUM_PATH.',
    );
  }
  return path;
}
