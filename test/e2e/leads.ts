/** A lead with the three fields, as a sender writes it. */
export const mario = { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'mario.rossi@example.com' };

/** A lead with fields of its own. */
export const giulia = {
  full_name: 'Giulia Bianchi',
  phone: '+39 347 7654321',
  email: 'giulia.bianchi@example.com',
  extra_fields: { eta: 34, citta: 'Milano', interesse: 'Corso di Marketing' },
};

/** The lead numbered i: another person each time. */
export const person = (i: number) => ({
  full_name: `Persona ${i}`,
  phone: `+39333${String(1_000_000 + i)}`,
  email: `persona.${i}@example.com`,
});
