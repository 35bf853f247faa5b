import { Type, type Static, type TObject, type TSchema, type TUnsafe } from 'typebox';

/** One of several objects, told apart by the member `tag`: errors then speak of the one that is meant. */
export function tagged<const T extends readonly TObject[]>(
  tag: string,
  variants: readonly [...T],
): TUnsafe<Static<T[number]>> {
  const oneOf = variants as readonly TSchema[];
  return Type.Unsafe<Static<T[number]>>({
    type: 'object',
    discriminator: { propertyName: tag },
    required: [tag],
    oneOf,
  });
}
