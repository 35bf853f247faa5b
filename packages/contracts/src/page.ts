import {
  Type,
  type TArray,
  type TObject,
  type TSchema,
  type TUnion,
  type TString,
  type TNull,
} from 'typebox';

type Page<S extends TSchema> = TObject<{ items: TArray<S>; next_cursor: TUnion<[TString, TNull]> }>;

/** The answer of a list: a page of items and the cursor of the next one, null at the end. */
export function pageOf<S extends TSchema>(item: S): Page<S> {
  return Type.Object({ items: Type.Array(item), next_cursor: Type.Union([Type.String(), Type.Null()]) });
}
