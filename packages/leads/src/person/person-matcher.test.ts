import { describe, expect, it } from 'vitest';
import { personMatcher } from './person-matcher.ts';
import { requestTexts } from './request-texts.ts';

const names = personMatcher({ phone: '+393331234567', email: 'mario.rossi@example.it' });

describe('finding a person in a text', () => {
  it.each([
    '3331234567',
    '333 123 4567',
    '333-1234567',
    '(333) 123.45.67',
    '+39 333 1234567',
    '0039 3331234567',
    '+39 (0) 333 1234567',
    '011 39 333 123 4567',
    '３３３ １２３ ４５６７',
    'Tel. 333/1234567, chiamare dopo le 18',
    'p:+393331234567',
    '20 333 1234567 20',
    'Mario.Rossi@Example.IT',
    'Mario <mario.rossi@example.it>.',
  ])('knows %s', (text) => {
    expect(names(text)).toBe(true);
  });

  it.each([
    '333 1234568',
    '33312345678',
    '93331234567',
    '333 1234',
    'xmario.rossi@example.it',
    'mario.rossi@example.it.example.com',
    'mario.rossi@example.item',
    'rossi@example.it',
    '',
  ])('takes %s for somebody else', (text) => {
    expect(names(text)).toBe(false);
  });

  it('knows British numbers with their trunk prefix, and American ones with theirs', () => {
    expect(personMatcher({ phone: '+442079460018', email: null })('020 7946 0018')).toBe(true);
    expect(personMatcher({ phone: '+12125550123', email: null })('1 (212) 555-0123')).toBe(true);
  });

  it('knows a domain beyond ASCII by its ASCII form', () => {
    expect(personMatcher({ phone: null, email: 'anna@xn--mnchen-3ya.de' })('Anna@München.de')).toBe(true);
  });

  it('finds nobody without an address', () => {
    expect(personMatcher({ phone: null, email: null })('a@b.it 3331234567')).toBe(false);
  });
});

describe('the texts of a request', () => {
  const request = { method: 'POST', headers: {}, query: '' };

  it.each([
    ['a form', Buffer.from('tel=%2B39+333+1234567&x=1')],
    ['JSON with escapes', Buffer.from('{"m":"mario.rossi\\u0040example.it"}')],
    ['a number', Buffer.from('{"tel":3331234567}')],
    ['JSON in a text', Buffer.from(JSON.stringify({ data: JSON.stringify({ tel: '333 1234567' }) }))],
    ['XML', Buffer.from('<lead><tel>+39&#32;333 1234567</tel></lead>')],
    ['a body that is broken', Buffer.from('{"tel":"333 1234567')],
    ['a broken body with an address', Buffer.from('email=mario.rossi%40example.it&a=%zz')],
  ])('hold what stands in %s', (_kind, body) => {
    expect(requestTexts({ ...request, body }).some(names)).toBe(true);
  });

  it('hold the query and the headers', () => {
    const body = Buffer.from('');
    expect(requestTexts({ ...request, query: 'tel=333%201234567', body }).some(names)).toBe(true);
    expect(requestTexts({ ...request, headers: { from: 'mario.rossi@example.it' }, body }).some(names)).toBe(
      true,
    );
  });
});
