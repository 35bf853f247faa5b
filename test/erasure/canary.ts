/** A person whose traces are looked for. The name has a letter beyond ASCII. */
export const canary = {
  full_name: 'Zenòbia Canarini',
  phone: '+393475550123',
  email: 'zenobia.canarini@example.it',
};

/** What must be found nowhere: the number without its country, as it is spelled, the address, the name. */
export const canaryWords = [
  '3475550123',
  '347 555 0123',
  '347.555.0123',
  '347+555+0123',
  canary.email,
  'ZENOBIA.CANARINI',
  canary.full_name,
  'Canarini',
];

/** The same person in other spellings. */
export const spelled = {
  spaced: { ...canary, phone: '347 555 0123' },
  dotted: { ...canary, phone: '0039 347.555.0123', email: 'Zenobia.Canarini@Example.IT' },
};
