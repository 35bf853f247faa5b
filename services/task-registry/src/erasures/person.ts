import type { AddressKind } from '@taskhook/contracts';
import { personMatcher, type PersonAddresses } from '@taskhook/leads';
import type { Registry } from '../registry.ts';
import { fromJsonText, toJsonText } from '../store/json-text.ts';
import type { ErasureDoc } from '../store/erasure-model.ts';

/** Who is being erased. Lives in memory, and sealed in the erasure until it is done. */
export interface Person extends PersonAddresses {
  /** Ids under which Redis and the suppression list know the addresses, under all keys. */
  addressIds: string[];
  isNamedIn: (text: string) => boolean;
}

export function personOf(
  { addresses }: Pick<Registry, 'addresses'>,
  { phone, email }: PersonAddresses,
): Person {
  const ids = (kind: AddressKind, address: string | null) =>
    address === null ? [] : addresses.hashes(kind, address);
  return {
    phone,
    email,
    addressIds: [...ids('phone', phone), ...ids('email', email)],
    isNamedIn: personMatcher({ phone, email }),
  };
}

export function sealPerson(
  { vault }: Pick<Registry, 'vault'>,
  id: string,
  { phone, email }: PersonAddresses,
) {
  return vault.seal(toJsonText({ phone, email }), contextOf(id));
}

/** The person of an erasure that is not done. */
export function openPerson(registry: Registry, { _id, subject }: ErasureDoc): Person {
  const nobody: PersonAddresses = { phone: null, email: null };
  const opened =
    subject === null || subject === undefined ? nobody : registry.vault.open(subject, contextOf(_id));
  return personOf(registry, typeof opened === 'string' ? (fromJsonText(opened) as PersonAddresses) : opened);
}

const contextOf = (id: string): string => `erasure:${id}`;
