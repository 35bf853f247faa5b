/** The same keys as another language's words, each with a text. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
