/** What a whole message may say so that the sender is never written to again, by language. */
export const stopWords = {
  any: ['stop', 'stopall', 'stop all'],
  en: ['unsubscribe', 'cancel', 'end', 'quit', 'opt out', 'optout', 'revoke', 'remove me'],
  it: [
    'arresto',
    'annulla',
    'cancella',
    'cancellami',
    'disiscrivi',
    'disiscrivimi',
    'rimuovimi',
    'basta',
    'ferma',
  ],
  es: ['baja', 'parar', 'alto', 'cancelar', 'darme de baja', 'dar de baja', 'no mas'],
  fr: ['arret', 'arreter', 'desabonner', 'me desabonner', 'desinscrire', 'desinscription'],
  de: ['stopp', 'abmelden', 'abbestellen', 'austragen'],
  pt: ['sair', 'cancelar', 'parar', 'remover', 'descadastrar', 'pare'],
} as const;

/** What takes it back. */
export const startWords = ['start', 'unstop', 'yes start'] as const;

const stops: ReadonlySet<string> = new Set(Object.values(stopWords).flat());
const starts: ReadonlySet<string> = new Set(startWords);

/** What a message asks for; undefined for one that says more, or something else. */
export function askedFor(text: string | null): 'stop' | 'start' | undefined {
  const said = plain(text ?? '');
  if (stops.has(said)) return 'stop';
  return starts.has(said) ? 'start' : undefined;
}

const LONGEST = 60;

/** Letters in small and without their accents, single blanks between words; the rest does not matter. */
function plain(text: string): string {
  if (text.length > LONGEST) return '';
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
