import { isTimeZone, type Lead, type LeadZone, type Zone } from '@taskhook/contracts';
import { phoneZones } from './phone-zones.ts';

/** The zones in which a lead may be, with the one to go by where those do not do. */
export interface LeadZones {
  zones: readonly string[];
  fallback: string;
}

/** Every zone that a step means for a lead; a lead that does not tell its own is taken to be in the fallback. */
export async function leadZones(zone: Zone, lead: Lead): Promise<LeadZones> {
  if (typeof zone === 'string') return { zones: [zone], fallback: zone };
  const own = zone.from === 'phone' ? await zonesOfPhone(lead) : zonesOfField(zone, lead);
  return { zones: own.length > 0 ? own : [zone.fallback], fallback: zone.fallback };
}

async function zonesOfPhone({ phone }: Lead): Promise<readonly string[]> {
  return phone === null ? [] : phoneZones(phone);
}

/** A key with dots in it is one name: fields are not looked for inside of others. */
function zonesOfField({ field = '' }: LeadZone, { extra_fields }: Lead): readonly string[] {
  const key = field.slice('extra_fields.'.length);
  const value = Object.hasOwn(extra_fields, key) ? extra_fields[key] : undefined;
  const name = typeof value === 'string' ? value.trim() : '';
  return isTimeZone(name) ? [name] : [];
}
