import { loadConfig } from '@taskhook/config';
import { runService } from '@taskhook/lifecycle';
import { createLogger } from '@taskhook/telemetry';
import { configTable } from './config.ts';
import { startService } from './service.ts';

// What the spool writes is for this user alone.
process.umask(0o077);
await runService(process, {
  name: 'ingress',
  configure: (environment) => loadConfig(configTable, environment),
  logger: ({ logLevel, logFormat }) =>
    createLogger({ service: 'ingress', level: logLevel, format: logFormat, out: process.stdout }),
  start: startService,
});
