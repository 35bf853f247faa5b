import { loadConfig } from '@taskhook/config';
import { runService } from '@taskhook/lifecycle';
import { createLogger } from '@taskhook/telemetry';
import { configTable } from './config.ts';
import { startService } from './service.ts';

const name = 'task-registry';

await runService(process, {
  name,
  configure: (environment) => loadConfig(configTable, environment),
  logger: ({ logLevel, logFormat }) =>
    createLogger({ service: name, level: logLevel, format: logFormat, out: process.stdout }),
  start: startService,
});
