/**
 * A question's text as a key: without emphasis (`*last name*`), and without the places where an
 * earlier answer is put in (`{{field:…}}`), which would make the key differ from person to person.
 */
export function questionTitle(title: string): string {
  const plain = title.replace(/\{\{[^{}]*\}\}/g, '').replace(/[*_]{1,2}(\S[^*_\n]*?)[*_]{1,2}/g, '$1');
  return plain
    .replace(/\s+/g, ' ')
    .replace(/[ ,]+([?.!:,])/g, '$1')
    .trim();
}
