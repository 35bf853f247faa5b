/** A person on a line of a list, by phone, e-mail or both. */
export interface ListedPerson {
  phone?: string;
  email?: string;
}

/** Where a person stands: the line from 1, as an editor counts them. */
export interface ListLine {
  line: number;
  person: ListedPerson;
}

/**
 * Reads a pasted list or a CSV file: one person a line, the phone and the e-mail in any order, other
 * columns left out. A line without either, such as a heading, is no person.
 */
export function readList(text: string): ListLine[] {
  return text.split(/\r?\n/).flatMap((row, index) => {
    const cells = row.split(/[,;\t]/).map((cell) => cell.trim().replaceAll(/^["']|["']$/g, ''));
    const email = cells.find((cell) => isEmail(cell));
    const phone = cells.find((cell) => isPhone(cell));
    if (email === undefined && phone === undefined) return [];
    return [{ line: index + 1, person: personOf(phone, email) }];
  });
}

/** What a person typed into one field. */
export function readAddress(text: string): ListedPerson {
  const trimmed = text.trim();
  return isEmail(trimmed) ? { email: trimmed } : { phone: trimmed };
}

const isEmail = (text: string): boolean => text.includes('@');
const isPhone = (text: string): boolean => /^[+(]?[\d\s().\-/+]{5,}$/.test(text);

function personOf(phone: string | undefined, email: string | undefined): ListedPerson {
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}
