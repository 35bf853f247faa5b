import { expect, test } from 'vitest';
import { detect, fieldsOf, type Expected } from './detected.ts';

const ANN: Expected = ['Ann Lee', '+14045550199', 'a@e.com'];
const contact = { email: 'a@e.com', phone: '404-555-0199' };

test.each<[country: string, body: object, expected: Expected]>([
  [
    'IT',
    { Nome: 'Mario', Cognome: 'Rossi', Cellulare: '333 1234567', 'La tua email': ' M@E.it' },
    ['Mario Rossi', '+393331234567', 'm@e.it'],
  ],
  [
    'IT',
    {
      'Come ti chiami?': 'Anna',
      'Qual è il tuo numero di telefono?': '3331234567',
      'Qual è la tua e-mail?': 'a@e.it',
    },
    ['Anna', '+393331234567', 'a@e.it'],
  ],
  [
    'IT',
    {
      nominativo: 'Mario Rossi',
      recapito: '3331234567',
      mail: 'm@e.it',
      partita_iva: '01234567890',
      cap: '20100',
    },
    ['Mario Rossi', '+393331234567', 'm@e.it'],
  ],
  [
    'ES',
    {
      Nombre: 'José',
      Apellidos: 'García López',
      'Teléfono móvil': '612 345 678',
      'Correo electrónico': 'j@e.es',
    },
    ['José García López', '+34612345678', 'j@e.es'],
  ],
  [
    'FR',
    { Nom: 'Durand', Prénom: 'Chloé', Téléphone: '06 12 34 56 78', 'Adresse e-mail': 'c@e.fr' },
    ['Chloé Durand', '+33612345678', 'c@e.fr'],
  ],
  [
    'FR',
    { 'Votre nom': 'Chloé Durand', 'Votre téléphone': '0612345678', Courriel: 'c@e.fr' },
    ['Chloé Durand', '+33612345678', 'c@e.fr'],
  ],
  [
    'DE',
    { Vorname: 'Jürgen', Name: 'Groß', 'Handynr.': '0151 23456789', 'E-Mail': 'j@e.de' },
    ['Jürgen Groß', '+4915123456789', 'j@e.de'],
  ],
  [
    'DE',
    {
      'Vor- und Nachname': 'Jürgen Groß',
      'Ihre Handynummer': '0151 23456789',
      'Ihre E-Mail-Adresse': 'j@e.de',
    },
    ['Jürgen Groß', '+4915123456789', 'j@e.de'],
  ],
  [
    'BR',
    { Nome: 'João', Sobrenome: 'Silva', 'Celular (WhatsApp)': '(11) 91234-5678', 'E-mail': 'j@e.br' },
    ['João Silva', '+5511912345678', 'j@e.br'],
  ],
  [
    'PL',
    { 'Imię i nazwisko': 'Łukasz Żak', 'Numer telefonu': '512 345 678', 'Adres e-mail': 'l@e.pl' },
    ['Łukasz Żak', '+48512345678', 'l@e.pl'],
  ],
  [
    'NL',
    { Voornaam: 'Jan', Achternaam: 'de Vries', Telefoonnummer: '06 12345678', 'E-mailadres': 'j@e.nl' },
    ['Jan de Vries', '+31612345678', 'j@e.nl'],
  ],
  [
    'RO',
    { Nume: 'Popescu', Prenume: 'Ion', Telefon: '0712 345 678', 'Adresă de email': 'i@e.ro' },
    ['Ion Popescu', '+40712345678', 'i@e.ro'],
  ],
  [
    'TR',
    { 'Adınız Soyadınız': 'Ahmet Yılmaz', 'Cep Telefonu': '0532 123 45 67', 'E-posta': 'a@e.com.tr' },
    ['Ahmet Yılmaz', '+905321234567', 'a@e.com.tr'],
  ],
  [
    'SA',
    { 'الاسم الكامل': 'محمد علي', 'رقم الجوال': '0512345678', 'البريد الإلكتروني': 'm@e.sa' },
    ['محمد علي', '+966512345678', 'm@e.sa'],
  ],
])('labels as they are written in %s are understood: %j', (country, body, expected) =>
  expect(fieldsOf(detect(body, country))).toEqual(expected),
);

test.each<[what: string, body: object]>([
  ['camel case', { firstName: 'Ann', lastName: 'Lee', phoneNumber: '4045550199', emailAddress: 'a@e.com' }],
  [
    'questions',
    {
      'What is your full name?': 'Ann Lee',
      'Phone number to reach you at?': '4045550199',
      'Your e-mail, please': 'a@e.com',
    },
  ],
  ['a surname beside a name', { name: 'Ann', surname: 'Lee', ...contact }],
  ['a whole name beside its parts', { name: 'Ann Lee', first_name: 'Ann', last_name: 'Lee', ...contact }],
  [
    'a whole name beside its first part alone',
    { name: 'Ann Lee', first_name: 'Ann', last_name: null, ...contact },
  ],
  [
    'an empty whole name beside its parts',
    { full_name: ' ', first_name: 'Ann', last_name: 'Lee', ...contact },
  ],
  ['parts in an object', { name: { first: 'Ann', last: 'Lee' }, ...contact }],
  [
    'double underscores',
    { lead__name: 'Ann Lee', lead__contact__email: 'a@e.com', lead__contact__phone: '4045550199' },
  ],
  ['nested holders', { event: 'x', data: { object: { customer: { name: 'Ann Lee', ...contact } } } }],
  [
    'lists of one',
    { 'Full name': ['Ann Lee'], Email: ['a@e.com'], 'Phone (with country code)': ['+14045550199'] },
  ],
  [
    'wrapped values',
    {
      properties: {
        firstname: { value: 'Ann' },
        lastname: { value: 'Lee' },
        email: { value: 'a@e.com' },
        phone: { value: '4045550199' },
      },
    },
  ],
  [
    'labelled phones',
    {
      name: 'Ann Lee',
      emails: [{ value: 'a@e.com', primary: true }],
      phones: [{ label: 'work', value: '4045550199' }],
    },
  ],
  [
    'answers',
    {
      answers: [
        { question: 'Name', answer: 'Ann Lee' },
        { question: 'Mobile', answer: '4045550199' },
        { question: 'Email', answer: 'a@e.com' },
      ],
    },
  ],
  [
    'answers with types',
    {
      f: [
        { id: 1, label: 'First name', value: 'Ann' },
        { id: 2, label: 'Last name', value: 'Lee' },
        { id: 3, label: 'Phone', value: '4045550199' },
        { id: 4, label: 'E-mail', value: 'a@e.com' },
      ],
    },
  ],
  [
    'names with lists of values',
    {
      field_data: [
        { name: 'full_name', values: ['Ann Lee'] },
        { name: 'phone_number', values: ['4045550199'] },
        { name: 'email', values: ['a@e.com'] },
      ],
    },
  ],
  [
    'indexed keys',
    {
      f_0_name: 'Full name',
      f_0_values_0: 'Ann Lee',
      f_1_name: 'Phone',
      f_1_values_0: '4045550199',
      f_2_name: 'Email',
      f_2_values_0: 'a@e.com',
    },
  ],
  [
    'answers under numbers',
    {
      fields: {
        1: { key: 'a_1', label: 'First name', value: 'Ann' },
        2: { key: 'b_2', label: 'Last name', value: 'Lee' },
        3: { key: 'c_3', label: 'Phone', value: '4045550199' },
        4: { key: 'd_4', label: 'E-mail', value: 'a@e.com' },
      },
    },
  ],
  ['JSON as text', { payload: JSON.stringify({ name: 'Ann Lee', ...contact }) }],
  [
    'keys that say nothing',
    { field_1: 'Ann Lee', field_2: '404-555-0199', field_3: 'a@e.com', field_4: '30303' },
  ],
  [
    'an empty twin',
    { Name: 'Ann Lee', Phone: '', 'Phone Number': '4045550199', email: null, Email: 'a@e.com' },
  ],
  [
    'a phone that is none beside another',
    { name: 'Ann Lee', phone: 'n/a', mobile: '4045550199', email: 'a@e.com' },
  ],
])('%s are understood', (_what, body) => expect(fieldsOf(detect(body, 'US'))).toEqual(ANN));
