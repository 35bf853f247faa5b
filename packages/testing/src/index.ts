export { freePorts } from './free-ports.ts';
export { openLink, type Direction, type Link } from './link.ts';
export { startOwnRedis, type OwnRedis } from './own-redis.ts';
export { startReceiver, type Behaviour, type ReceivedRequest, type Receiver } from './receiver.ts';
export { spawnService, untilReady, type ServiceName, type ServiceProcess } from './service-process.ts';
export { testEnvironment, testSettings, type TestSettings } from './settings.ts';
export { until } from './until.ts';
