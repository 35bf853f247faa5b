import { Type, type TLiteral, type TSchemaOptions, type TUnion } from 'typebox';

type Literals<T extends readonly string[]> = { [K in keyof T]: TLiteral<T[K]> };

/** A choice of fixed words. */
export function literals<const T extends readonly string[]>(
  words: T,
  options: TSchemaOptions = {},
): TUnion<[...Literals<T>]> {
  const union: unknown = Type.Enum([...words], options);
  return union as TUnion<[...Literals<T>]>;
}
