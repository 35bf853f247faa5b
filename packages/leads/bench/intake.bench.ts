import { withTaskDefaults } from '@taskhook/contracts';
import { compileIntake } from '../src/index.ts';

/** Prints the time from the bytes of a typical request to its lead. Run by `node`. */
const payloads = {
  'three fields': { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'mario@example.com' },
  'three fields and extra_fields': {
    full_name: 'Giulia Bianchi',
    phone: '+39 347 7654321',
    email: 'giulia@example.com',
    extra_fields: { eta: 29, citta: 'Pavia', interesse: 'Corso di Marketing' },
  },
};
const WARM_UP = 50_000;
const CALLS = 100_000;

const intake = compileIntake(withTaskDefaults({ name: 'Benchmark' }).lead, 'generic');
for (const [name, payload] of Object.entries(payloads)) {
  const request = { method: 'POST', headers: {}, query: '', body: Buffer.from(JSON.stringify(payload)) };
  for (let call = 0; call < WARM_UP; call++) intake(request);
  const start = performance.now();
  for (let call = 0; call < CALLS; call++) intake(request);
  const micros = ((performance.now() - start) * 1_000) / CALLS;
  // oxlint-disable-next-line no-console -- printing is what a benchmark is for
  console.log(`${name}: ${micros.toFixed(2)} µs per lead`);
}
