import { durationMs, type HmacAuth, MINUTE, type SignatureRecipe } from '@taskhook/contracts';
import { signaturePresets } from './presets.ts';

/** A recipe with everything that a check needs. */
export interface CompleteRecipe {
  header: string;
  algorithm: 'sha1' | 'sha256' | 'sha512';
  encoding: 'hex' | 'base64';
  prefix: string;
  /** The name of the signature where the header is a list. */
  field?: string;
  signed: string;
  timestamp?: TimestampPlace;
  idHeader?: string;
  bodyEscape: 'none' | 'ascii';
  formBody: 'raw' | 'php-json';
  secretEncoding: SecretEncoding;
}

export type SecretEncoding = NonNullable<SignatureRecipe['secret_encoding']>;

/** Where the time of the signature stands: in a header of its own, or in a field of the signature's. */
export interface TimestampPlace {
  header?: string;
  field?: string;
  unit?: 's' | 'ms';
  /** How far from now it may be, before and after, in milliseconds. */
  tolerance: number;
}

/** The parts that have no default. */
export const neededParts = ['header', 'algorithm', 'encoding', 'signed'] as const;

const TOLERANCE = 5 * MINUTE;

/** The parts of the preset, each replaced by the recipe's own where it has one. */
export function mergedRecipe({ preset, recipe: own = {} }: HmacAuth): SignatureRecipe {
  const base = preset === undefined ? {} : signaturePresets[preset].recipe;
  if (own.timestamp === undefined || base.timestamp === undefined) return { ...base, ...own };
  const timestamp = { ...base.timestamp, ...own.timestamp };
  // A header is looked at before a field: a field of the recipe's own replaces the preset's header.
  if (own.timestamp.header === undefined && own.timestamp.field !== undefined) delete timestamp.header;
  return { ...base, ...own, timestamp };
}

/** The recipe with its defaults; undefined where a needed part is absent. */
export function completeRecipe(auth: HmacAuth): CompleteRecipe | undefined {
  const { header, algorithm, encoding, signed, field, timestamp, ...rest } = mergedRecipe(auth);
  if (header === undefined || algorithm === undefined || encoding === undefined || signed === undefined)
    return undefined;
  return {
    header,
    algorithm,
    encoding,
    signed,
    prefix: rest.prefix ?? '',
    ...(field === undefined ? {} : { field }),
    ...(timestamp === undefined ? {} : { timestamp: placeOf(timestamp) }),
    ...(rest.id_header === undefined ? {} : { idHeader: rest.id_header }),
    bodyEscape: rest.body_escape ?? 'none',
    formBody: rest.form_body ?? 'raw',
    secretEncoding: rest.secret_encoding ?? 'text',
  };
}

function placeOf({ tolerance, ...place }: NonNullable<SignatureRecipe['timestamp']>): TimestampPlace {
  return { ...place, tolerance: tolerance === undefined ? TOLERANCE : durationMs(tolerance) };
}
