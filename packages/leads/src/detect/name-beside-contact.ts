import { choiceOf, type Choice } from './choice.ts';
import type { Leaf } from './leaves.ts';
import { isContact, isNameLike } from './name-like.ts';

/** `tenant_name` beside `tenant_email`, `Nome del genitore` beside `Telefono del genitore`: a person. */
export function namesBesideContacts(leaves: Leaf[]): Choice[] {
  const contacts = new Set(
    leaves.filter(isContact).flatMap(({ place, meaning }) => subjects(place, meaning.text)),
  );
  return leaves
    .filter(({ owner, text }) => owner !== 'other' && isNameLike(text))
    .filter(({ place, meaning: { text } }) => {
      const [, before, after] = NAME_OF.exec(text) ?? [];
      const subject = before ?? after;
      return subject !== undefined && !COMPANY.test(subject) && contacts.has(`${place} ${subject}`);
    })
    .map((leaf) => choiceOf(leaf, 'key', 20));
}

const NAME_OF =
  /^(?:(\S+) (?:name|nome|nombre|nom)|(?:name|nome|nombre|nom) (?:of|d|de|del|dell|della|dello|di|do|da|du)(?: the| la| l)? (\S+))$/;
const COMPANY =
  /^(?:company|business|organi[sz]ation|azienda|ditta|empresa|entreprise|societe|firma|event|office)$/;

/** The first and the last word of a label, one of which says whose phone or e-mail it is. */
function subjects(place: string, text: string): string[] {
  return [text.slice(0, Math.max(text.indexOf(' '), 0)), text.slice(text.lastIndexOf(' ') + 1)].map(
    (word) => `${place} ${word}`,
  );
}
