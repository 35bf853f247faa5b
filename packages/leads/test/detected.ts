import { withTaskDefaults } from '@taskhook/contracts';
import { compileIntake } from '../src/index.ts';

export type Expected = [name: string | null, phone: string | null, email: string | null];

/** What a task of this country without required fields reads in a JSON body of an unknown sender. */
export function detect(body: unknown, country = 'IT') {
  const rules = withTaskDefaults({ name: 'Test', lead: { required: [], default_country: country } }).lead;
  const request = { method: 'POST', headers: {}, query: '', body: Buffer.from(JSON.stringify(body)) };
  const outcome = compileIntake(rules, 'generic')(request, { explain: true });
  const [result] = outcome.type === 'leads' ? outcome.leads : [];
  if (result?.ok !== true) throw new Error('A lead without required fields cannot fail.');
  return result;
}

/** Name, phone and e-mail of what was read. */
export function fieldsOf({ lead }: ReturnType<typeof detect>): Expected {
  return [lead.full_name, lead.phone, lead.email];
}
