import { Type, type Static } from 'typebox';
import { Duration } from './duration.ts';
import { literals } from './literals.ts';
import { tagged } from './tagged.ts';

const HeaderName = Type.String({ pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$" });

/** Where definitions are stored and published each secret is sealed, and longer: see `SECRET_LENGTH`. */
const Secret = { minLength: 1, maxLength: 2_500 };

/** Longest secret that a task may have, in UTF-16 units. */
export const SECRET_LENGTH = 500;

/** Several at once make rotation possible: each of them is right. Never shown again once they are saved. */
const Secrets = Type.Array(Type.String(Secret), { minItems: 1, maxItems: 5 });

/** What stands in an answer of the API for each secret; sent back, it means "the one that is there". */
export const HIDDEN_SECRET = '********';

const strict = { additionalProperties: false };

export const NoAuth = Type.Object(
  { type: Type.Literal('none') },
  { ...strict, description: 'The address itself is the secret' },
);

export const HeaderAuth = Type.Object(
  { type: Type.Literal('header'), name: HeaderName, secrets: Secrets },
  { ...strict, description: 'A header has one of the secrets as its value' },
);

export const BasicAuth = Type.Object(
  { type: Type.Literal('basic'), username: Type.String({ maxLength: 200 }), secrets: Secrets },
  { ...strict, description: 'HTTP Basic; the secrets are passwords' },
);

export const QueryAuth = Type.Object(
  { type: Type.Literal('query'), name: Type.String({ minLength: 1, maxLength: 100 }), secrets: Secrets },
  { ...strict, description: 'A parameter of the address has one of the secrets as its value' },
);

export const BodyAuth = Type.Object(
  { type: Type.Literal('body'), field: Type.String({ minLength: 1, maxLength: 100 }), secrets: Secrets },
  { ...strict, description: 'A field of the body has one of the secrets as its value, such as google_key' },
);

export const authPresets = [
  'meta',
  'tiktok',
  'linkedin',
  'hubspot-v3',
  'typeform',
  'tally',
  'calendly',
  'webflow',
  'wpforms',
  'standard-webhooks',
] as const;
export type AuthPreset = (typeof authPresets)[number];

/** Where a signature is and what it signs. Every part that a preset does not bring has to be given. */
export const SignatureRecipe = Type.Object(
  {
    header: Type.Optional(HeaderName),
    algorithm: Type.Optional(literals(['sha1', 'sha256', 'sha512'] as const)),
    encoding: Type.Optional(literals(['hex', 'base64'] as const)),
    prefix: Type.Optional(
      Type.String({
        maxLength: 50,
        description: 'Text before the signature, such as sha256=; dropped where it is there',
      }),
    ),
    field: Type.Optional(
      Type.String({
        maxLength: 20,
        description: 'Where the header is a list such as t=1,v1=abc: the name of the signature',
      }),
    ),
    signed: Type.Optional(
      Type.String({
        maxLength: 500,
        description:
          'The text that is signed, of {body}, {timestamp}, {id}, {method}, {path}, {url}, {decoded_url} ' +
          "(the URL with :/?@!$'()*,; decoded) and {secret}, which makes it a plain digest in place of a keyed one",
        examples: ['{timestamp}.{body}'],
      }),
    ),
    timestamp: Type.Optional(
      Type.Object(
        {
          header: Type.Optional(HeaderName),
          field: Type.Optional(Type.String({ maxLength: 20 })),
          unit: Type.Optional(literals(['s', 'ms'] as const)),
          tolerance: Type.Optional(Duration),
        },
        strict,
      ),
    ),
    id_header: Type.Optional(HeaderName),
    body_escape: Type.Optional(
      literals(['none', 'ascii'] as const, {
        description: 'ascii: characters beyond ASCII are signed as \\uXXXX',
      }),
    ),
    form_body: Type.Optional(
      literals(['raw', 'php-json'] as const, {
        description: "php-json: a form's body is signed as the JSON that PHP writes of its fields",
      }),
    ),
    secret_encoding: Type.Optional(literals(['text', 'base64', 'whsec'] as const)),
  },
  strict,
);
export type SignatureRecipe = Static<typeof SignatureRecipe>;

export const HmacAuth = Type.Object(
  {
    type: Type.Literal('hmac'),
    preset: Type.Optional(literals(authPresets)),
    recipe: Type.Optional(SignatureRecipe),
    secrets: Secrets,
    verify_token: Type.Optional(
      Type.String({ ...Secret, description: "Meta: the token of the address' verification" }),
    ),
  },
  { ...strict, description: 'A header has a keyed digest of the request' },
);

/** How a sender shows that it is the one it says it is. */
export const Auth = tagged('type', [NoAuth, HeaderAuth, BasicAuth, QueryAuth, BodyAuth, HmacAuth]);
export type Auth = Static<typeof Auth>;
export type HmacAuth = Static<typeof HmacAuth>;
