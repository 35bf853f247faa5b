import type { AddressKind } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { normaliseEmail, phoneNormaliser } from '@taskhook/leads';

/** An address in its one form, or why it is none. */
export type ReadAddress = { kind: AddressKind; address: string } | { kind: AddressKind; problem: string };

interface GivenAddresses {
  phone?: string;
  email?: string;
}

/** The addresses of a person, each in the form in which leads have it. Empty where none is given. */
export function readAddresses({ phone, email }: GivenAddresses, country = 'IT'): ReadAddress[] {
  const phones = phone === undefined ? [] : [{ kind: 'phone' as const, ...phoneNormaliser(country)(phone) }];
  const emails = email === undefined ? [] : [{ kind: 'email' as const, ...normaliseEmail(email) }];
  return [...phones, ...emails].map(({ kind, value, problem = 'is empty' }) =>
    value === null ? { kind, problem } : { kind, address: value },
  );
}

/** The addresses. Throws `invalid_request` for one that cannot be read, or where none is given. */
export function requireAddresses(given: GivenAddresses, country?: string) {
  const read = readAddresses(given, country);
  const errors = read.flatMap((one) => ('problem' in one ? [{ field: one.kind, message: one.problem }] : []));
  if (read.length === 0) errors.push({ field: 'phone', message: 'or email has to be given' });
  if (errors.length > 0) {
    throw new TaskhookError('invalid_request', 'The address cannot be read.', { errors });
  }
  return read.flatMap((one) => ('address' in one ? [one] : []));
}
