/** Turns the text of an environment variable into its value. Throws an Error that says what was expected. */
export type Parser<T> = (text: string) => T;

/** One environment variable: a row of a service's table, of `docs/configuration.md` and of `.env.example`. */
export interface Variable<T> {
  readonly name: string;
  readonly parse: Parser<T>;
  readonly meaning: string;
  /** The text that stands for an absent variable. Without it the variable is required. */
  readonly fallback?: string;
  /** Whether the value must never be shown. */
  readonly secret?: boolean;
}

export type ConfigTable = Readonly<Record<string, Variable<unknown>>>;
export type ConfigOf<T extends ConfigTable> = { readonly [K in keyof T]: ReturnType<T[K]['parse']> };

/** A row of a table; keeps the type of the value. */
export const variable = <T>(row: Variable<T>): Variable<T> => row;
