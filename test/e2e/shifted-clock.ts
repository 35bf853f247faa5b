import { readFileSync } from 'node:fs';

/**
 * Loaded into a service before anything else: its wall clock then is off by as many milliseconds as the
 * file says that `TASKHOOK_TEST_CLOCK` names, and follows when the file changes. Intervals and
 * `performance` stay true.
 */
const file = process.env['TASKHOOK_TEST_CLOCK'] ?? '';
const RealDate = Date;
const realNow = Date.now.bind(Date);
let offset = read();
setInterval(() => {
  offset = read();
}, 50).unref();

function read(): number {
  return Number(readFileSync(file, 'utf8'));
}

const now = () => realNow() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
});
Temporal.Now.instant = () => Temporal.Instant.fromEpochMilliseconds(now());
