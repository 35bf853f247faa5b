import { expect, test } from 'vitest';
import { withTaskDefaults, type Step, type TaskInput } from '@taskhook/contracts';
import { createTemplateEngine, spokenFields } from '../index.ts';

const engine = createTemplateEngine();

function spokenIn(steps: unknown[], lead: TaskInput['lead'] = {}): string[] {
  return spokenFields(engine, withTaskDefaults({ name: 'Corso', lead, steps: steps as Step[] }));
}

const preview = (text: string, more: object = {}) => ({
  id: 'a',
  channel: 'preview',
  message: { text },
  ...more,
});

test('are the fields that any text of any step puts out, each once', () => {
  const body = { città: '{{ lead.extra_fields.citta | upcase }}', nested: ['{{ extra_fields["a b"] }}'] };
  const http = { id: 'b', channel: 'http', request: { method: 'POST', url: 'https://x.example', body } };
  const text = 'A {{ extra_fields.citta }}: {{ extra_fields.corso }}, {{ first_name }}';
  expect(spokenIn([preview(text), http])).toEqual(['citta', 'corso', 'a b']);
});

test('are none that a condition, a tag or the filter of the task decides by', () => {
  const text = `{{ extra_fields.eta }}{{ extra_fields.sesso }}{% if extra_fields.sesso == 'f' %}a{% endif %}
    {{ extra_fields.punti }}{% for c in extra_fields.corsi %}{{ c }}{% endfor %}`;
  const steps = [preview(text, { when: 'extra_fields.eta > 17' })];
  expect(spokenIn(steps, { filter: 'extra_fields.punti > 3' })).toEqual([]);
});

test('are none that a text does without, or takes a part of', () => {
  const text = `{{ extra_fields.citta | default: 'Roma' }} {{ extra_fields.utm.source }} {{ extra_fields }}`;
  expect(spokenIn([preview(text)])).toEqual([]);
});
