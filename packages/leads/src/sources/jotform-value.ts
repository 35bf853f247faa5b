import type { LeadField } from '@taskhook/contracts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { countKeys, hasKeys, objectAt, textAt } from './shape.ts';

const NAME_PARTS = ['prefix', 'first', 'middle', 'last', 'suffix'];
const PHONE_PARTS = ['country', 'area', 'phone'];
const ADDRESS_PARTS = ['addr_line1', 'addr_line2', 'city', 'state', 'postal', 'country'];

/** The answer to a compound question of Jotform as one text, and the lead field that its shape proves. */
export function jotformValue(value: JsonValue): { value: JsonValue; is?: LeadField } {
  const object = objectAt(value);
  if (object === undefined) return { value };
  if (hasKeys(object, 'first') && hasKeys(object, 'last'))
    return { value: joined(object, NAME_PARTS, ' '), is: 'full_name' };
  if (hasKeys(object, 'full') && Object.keys(object).length === 1)
    return { value: object['full'] ?? null, is: 'phone' };
  if (hasKeys(object, 'phone', 'area')) return { value: joined(object, PHONE_PARTS, ' '), is: 'phone' };
  if (countKeys(object, ADDRESS_PARTS) >= 3) return { value: joined(object, ADDRESS_PARTS, ', ') };
  return { value };
}

/** The parts in their order; what else the object holds follows, so that nothing is lost. */
function joined(object: JsonObject, parts: string[], separator: string): string {
  const order = [...parts, ...Object.keys(object).filter((key) => !parts.includes(key))];
  return order.flatMap((key) => textAt(object, key) ?? []).join(separator);
}
