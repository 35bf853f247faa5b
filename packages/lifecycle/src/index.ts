export { Resources } from './resources.ts';
export { runService, type Service, type ServiceDefinition } from './run-service.ts';
export { startLoop, type Loop } from './loop.ts';
export { sparingly } from './sparingly.ts';
