import { expect, test } from 'vitest';
import { keyMeaning } from './key-meaning.ts';

test.each([
  ['full', ['full_name', 'FULL NAME', 'Nome e cognome', 'Nominativo', 'Nombre y apellidos:', 'Nom complet']],
  [
    'full',
    ['Vor- und Nachname', 'Imię i nazwisko', 'Adınız Soyadınız', 'الاسم الكامل', 'What is your full name?'],
  ],
  [
    'whole',
    ['name', 'Nome', 'Nombre', 'Nom', 'your-name', 'name-1', 'contact_name', 'No Label name', 'q3_name'],
  ],
  [
    'first',
    ['first_name', 'firstName', 'First-Name', 'prénom', 'Vorname', 'name_first', 'What is your first name?'],
  ],
  [
    'last',
    ['lastName', 'Surname', 'cognome', 'Apellidos', 'Sobrenome', 'Nom de famille', 'billing_last_name'],
  ],
  ['phone', ['phone', 'PHONE_NUMBER', ' Cellulare ', 'Numero di telefono', 'Teléfono móvil', 'your-tel']],
  ['phone', ['Téléphone', 'Handynummer', 'Telemóvel', 'Phone (with country code)', 'Celular (WhatsApp)']],
  [
    'phone',
    ['Contact No.', 'What is the best phone number to reach you?', 'lead__contact__phone', 'رقم الجوال'],
  ],
  ['email', ['email', 'E-Mail', 'eMail', 'EMAIL_ADDRESS', 'La tua email', 'Correo electrónico', 'Email ID']],
  [
    'email',
    ['Courriel', 'E-Mail-Adresse', 'Endereço de e-mail', 'Indirizzo di posta elettronica', 'data.email'],
  ],
] as const)('%s is what %j mean', (role, keys) => {
  expect(keys.map((key) => [key, keyMeaning(key).role])).toEqual(keys.map((key) => [key, role]));
});

test.each([
  'form_name',
  'ad_name',
  'campaign_name',
  'page_name',
  'formName',
  'username',
  'sitename',
  'company name',
  'Nome della azienda',
  'What is the name of your company?',
  'filename',
  'event_name',
  'number',
  'Numero',
  'email_consent',
  'Email opt-in',
  'phone_country_code',
  'phone_verified',
  'Fax',
  'phone_number_id',
  'id',
  'message',
  'nameless',
  '',
  '__',
  '?!',
  'toString',
  'Preferred contact: phone or email?',
])('%j means no field of a lead', (key) => expect(keyMeaning(key).role).toBeUndefined());

test.each([
  'owner_email',
  'user.host.email',
  'cc_email',
  'debugEmail',
  'location__phone',
  'assigned_to_email',
  'workflow__name',
])('%j is that of somebody else', (key) => expect(keyMeaning(key).owner).toBe('other'));
