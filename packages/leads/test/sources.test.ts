import { withTaskDefaults } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import { compileIntake } from '../src/intake.ts';
import { holdsValue } from './samples/holds-value.ts';
import { sampleRequest } from './samples/decode-sample.ts';
import { samples, unknownSamples } from './samples/index.ts';

const titled = [...samples, ...unknownSamples].map((sample) => ({
  ...sample,
  toString: () => `${sample.source}: ${sample.title}`,
}));

test.each(titled)('%s gives the leads that a person would read in it', (sample) => {
  const { lead: rules } = withTaskDefaults({
    name: 'Test',
    lead: { default_country: sample.country ?? 'US', required: [] },
  });
  const outcome = compileIntake(rules, 'auto')(sampleRequest(sample));
  expect(outcome.source).toBe(sample.source);
  expect(outcome.type).toBe(sample.expect.type);
  if (outcome.type !== 'leads' || sample.expect.type !== 'leads') return;
  expect(outcome.leads).toHaveLength(sample.expect.leads.length);
  for (const [i, { full_name, phone, email, extra = [] }] of sample.expect.leads.entries()) {
    const result = outcome.leads[i];
    expect(result).toMatchObject({ ok: true, lead: { full_name, phone, email } });
    const kept = result?.ok === true ? result.lead.extra_fields : {};
    expect(extra.filter((value) => !holdsValue(kept, value))).toEqual([]);
  }
});
