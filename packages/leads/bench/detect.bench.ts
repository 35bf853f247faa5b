import { withTaskDefaults } from '@taskhook/contracts';
import { compileIntake } from '../src/index.ts';
import { leavesOf } from '../src/detect/leaves.ts';
import { nameChoices } from '../src/detect/person-name.ts';
import { emailChoices, phoneChoices } from '../src/detect/contact.ts';
import { decodeRequest } from '../src/decode/request.ts';
import { sourceReader } from '../src/recognise.ts';

/** Prints what detection, recognition and the whole intake cost for a flat lead of ten fields. Run by `node`. */
const fields = {
  'Nome e cognome': 'Giulia Bianchi',
  'Indirizzo e-mail': 'Giulia.Bianchi@example.com',
  'Numero di telefono': '347 765 4321',
  Città: 'Pavia',
  'Corso di interesse': 'Marketing',
  'Quando possiamo chiamarti?': 'Al mattino',
  form_name: 'Open day',
  campaign_id: '120210000000000003',
  privacy: 'on',
  'Data di invio': '2026-03-02T13:31:08Z',
};
const WARM_UP = 30_000;
const CALLS = 100_000;
const none: ReadonlySet<string> = new Set();
const { lead } = withTaskDefaults({ name: 'Benchmark' });
const request = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'user-agent': 'example/1.0' },
  query: '',
  body: Buffer.from(JSON.stringify(fields)),
};
const decoded = decodeRequest(request);
const recognise = sourceReader('auto');
const intake = compileIntake(lead, 'auto');
const generic = compileIntake(lead, 'generic');

const timed: Record<string, () => unknown> = {
  detection: () => {
    const leaves = leavesOf(fields, none);
    return [nameChoices(leaves), phoneChoices(leaves, () => false), emailChoices(leaves)];
  },
  decoding: () => decodeRequest(request),
  'recognition by all adapters': () => recognise(decoded),
  'intake, source generic': () => generic(request),
  'intake, source auto': () => intake(request),
};

for (const [name, run] of Object.entries(timed)) {
  for (let call = 0; call < WARM_UP; call++) run();
  const start = performance.now();
  for (let call = 0; call < CALLS; call++) run();
  const micros = ((performance.now() - start) * 1_000) / CALLS;
  // oxlint-disable-next-line no-console -- printing is what a benchmark is for
  console.log(`${name}: ${micros.toFixed(2)} µs per lead`);
}
