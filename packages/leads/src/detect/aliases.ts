import { words } from './words.ts';

/**
 * What a key can mean: `full` is a whole name for sure; `whole` is one unless other keys tell that it
 * is a part (`nome` beside `cognome`, `Name` beside `Vorname`).
 */
export type Role = 'full' | 'whole' | 'first' | 'last' | 'phone' | 'email';

const spelled: Record<Role, string> = {
  full: `full name, fullname, complete name, name and surname, name surname, first and last name,
    first name and last name, first last name, first name last name, name full, customer full name,
    nome e cognome, nome cognome, cognome e nome, cognome nome, nome completo, nominativo, come ti chiami,
    come si chiama, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos,
    nombre apellidos, apellidos y nombre, como te llamas, como se llama usted, nom complet, nom et prenom, prenom et nom,
    nom prenom, prenom nom, comment vous appelez vous, comment t appelles tu, vollstandiger name,
    vor und nachname, vor und zuname, vorname und nachname, vorname nachname, vorname und name, name und vorname,
    name vorname, wie heissen sie, wie heisst du, nome e sobrenome, nome sobrenome, como se chama,
    imie i nazwisko, imie nazwisko, nazwisko i imie, volledige naam, voor en achternaam,
    voornaam en achternaam, nume complet, nume si prenume, nume prenume, ad soyad, adi soyadi, adiniz soyadiniz,
    isim soyisim, الاسم الكامل, الاسم بالكامل, what is your full name, what should we call you`,
  whole: `name, nome, nombre, nombres, nom, naam, nume, isim, الاسم, اسم, whole name, display name`,
  first: `first name, firstname, fname, first, given name, givenname, forename, christian name, name first,
    nome proprio, nome di battesimo, primo nome, primer nombre, nombre de pila, prenom, prenoms, vorname,
    rufname, primeiro nome, imie, voornaam, roepnaam, prenume, الاسم الاول, adiniz`,
  last: `last name, lastname, lname, last, surname, family name, familyname, second name, name last, cognome, apellido,
    apellidos, primer apellido, apellido paterno, sobrenome, apelido, ultimo nome, nom de famille, nachname,
    familienname, zuname, nazwisko, achternaam, familienaam, soyad, soyadi, soyadiniz, soyisim, nume de familie,
    اسم العائلة, الاسم الاخير, اللقب`,
  phone: `phone, phone number, phonenumber, phone no, phone num, telephone, telephone number, tel, tel no, tel number,
    mobile, mobile number, mobilenumber, mobile no, mobile phone, mobilephone, cell, cell phone, cellphone, cell number,
    cellular, whatsapp, whatsapp number, whatsapp no, contact number, contact no,
    contact phone, daytime phone, call number, your number, best number, number to call, telefono, numero telefono,
    numero di telefono, telefono cellulare, telefono mobile, cellulare, numero cellulare,
    numero di cellulare, numero whatsapp, recapito, recapito telefonico, contatto telefonico, n telefono,
    num telefono, nr telefono, numero de telefono, telefono movil, movil, celular, numero de celular,
    numero movil, numero de contacto, telefono de contacto, telefone, numero de telefone, telemovel, numero de telemovel, fone,
    portable, numero portable, numero de telephone, numero de portable, telephone portable, tel portable, telefon,
    telefonnummer, telefonnr, rufnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, mobilfunknummer,
    numer telefonu, nr telefonu, nr tel, komorka, telefoon, telefoonnummer, mobiel, mobiele nummer,
    mobiel nummer, gsm, numar de telefon, numar telefon, telefon mobil, cep telefonu, telefon numarasi, telefon no,
    gsm no, الهاتف, رقم الهاتف, رقم الجوال, الجوال, جوال, رقم الموبايل, هاتف, واتساب, رقم الواتساب,
    телефон, номер телефона, τηλεφωνο, phone work, phone home, phone mobile, phones, phone numbers, phonenumbers,
    telephones, telefoni, telefonos, telefones`,
  email: `email, e mail, mail, emails, email addresses, email address, e mail address, emailaddress, mail address, email id, e mail id, mail id,
    replyto, reply to email, indirizzo email, indirizzo e mail, indirizzo mail, indirizzo di posta elettronica,
    posta elettronica, correo, correo electronico, direccion de correo, direccion de correo electronico, direccion email,
    direccion de email, courriel, adresse email, adresse e mail, adresse mail, adresse electronique,
    adresse courriel, emailadresse, mailadresse, e mail adresse, email adresse, endereco de email,
    endereco de e mail, endereco email, correio eletronico, adres email, adres e mail, adres mail, e mailadres,
    emailadres, mailadres, adresa de email, adresa email, adresa de e mail, e posta, eposta, e posta adresi, eposta adresi,
    البريد الالكتروني, البريد الإلكتروني, بريد الكتروني, ايميل, الايميل, электронная почта, почта, ηλεκτρονικο ταχυδρομειο`,
};

/** Words that change nothing: politeness, possessives, articles, what forms and relays put around a field. */
const noise =
  setOf(`what whats is are was s please your you my our the a an of for to us me we can could would enter insert
  type provide give tell write share leave here field fields input text entry answer answers response value values data
  item billing no label contact lead leads customer client person visitor guest subscriber applicant prospect participant
  attendee student patient buyer member contacts and or required optional
  il lo la i gli le un una tuo tua suo sua mio mia vostro vostra qual quale e inserisci inserire inserite scrivi indica
  indicare lascia lasciaci di del della dello dei il l cliente contatto
  el los las tu su mi cual es por favor introduce introduzca escribe escriba ingresa ingrese de y contacto
  votre vos ton ta tes quel quelle est il te vous plait saisissez saisir entrez indiquez laissez d du et
  ihr ihre ihren ihrer dein deine deinen der die das den bitte geben sie an ein eine wie lautet ist und
  o os as seu meu minha digite insira informe preencha em
  uw je jouw uwe mijn vul het en wat podaj twoje twoj twoja prosze i si ta dvs dumneavoastra introduceti care este`);

/** The words without those that change nothing; all of them where nothing else is left. */
export function essence(of: string[]): string[] {
  const kept = of.filter((word) => !noise.has(word) && !/^(?:q|field)?\d+$/.test(word));
  return kept.length === 0 ? of : kept;
}

/** What some aliases come down to although it says nothing by itself. */
const vague = setOf('number numero no nr num n best direccion adresse address full');

const exact = new Map<string, Role>();
const reduced = new Map<string, Role>();
for (const [role, list] of Object.entries(spelled) as [Role, string][]) {
  for (const alias of list.split(',')) {
    const spelling = words(alias);
    exact.set(spelling.join(' '), role);
  }
}
for (const [alias, role] of exact) {
  const short = essence(alias.split(' ')).join(' ');
  if (!exact.has(short) && !vague.has(short) && !reduced.has(short)) reduced.set(short, role);
}

const aliasWords: ReadonlySet<string> = new Set([...exact.keys()].flatMap((alias) => alias.split(' ')));

/** The role that these words are a name of, as they are or without what changes nothing. */
export function aliasRole(of: string[]): Role | undefined {
  const whole = exact.get(of.join(' '));
  if (whole !== undefined) return whole;
  const short = essence(of).join(' ');
  return exact.get(short) ?? reduced.get(short);
}

/** Words that say what a longer label asks for, wherever they stand in it. */
const phoneWords =
  setOf(`phone telephone tel mobile cell cellphone cellular whatsapp telefono cellulare celular movil
  telefone telemovel telefon telefonnummer handy handynummer rufnummer portable telefoon telefoonnummer telefonu telefonico
  phonenumber mobilenumber mobil gsm recapito الهاتف الجوال телефон`);
const emailWords = setOf(
  `email mail emails mailadresse emailadresse correo courriel eposta emailaddress الالكتروني`,
);

/** A label with one of these asks about the phone or e-mail, not for it, or for another one. */
const notTheValue =
  setOf(`fax code prefix prefisso extension ext type country verified status consent opt optin optout
  consenso consent time when orario quando carrier valid validated format method
  newsletter subscribe subscribed template subject hash md5 sha256 domain provider marketing sent body message count
  id list bounce bounced unsubscribed permission privacy allow allowed accept hours brand model os`);

/** Whoever these words name is not the lead. */
const others =
  setOf(`owner host agent assigned assignee manager admin sender creator creators from support seller broker
  referrer referral referred organizer organiser staff employee rep salesperson emergency spouse friend cc bcc debug sponsor
  location workflow calendar page form forms campaign ad adset adgroup ads site website shop store agency team
  membership memberships advertiser account domain publisher bot system webhook notification tracking utm definition
  previous meta metadata product course file device browser attribution settings config context from workspace funnel
  integration subscription agente mittente proprietario responsabile amministratore recruiter vendor dealer agenzia`);
/** Whoever these words name may be the lead where nobody else is named. */
const perhapsOthers =
  setOf(`company organization organisation org azienda empresa entreprise firma user office event
  alternate alternative secondary second other alt additional partner parent`);

/** What holds a lead: within it `name` is the lead's. */
export const holders = setOf(
  `lead leads contact contacts data payload body fields answers submission entry values value user client
  customer person people properties attributes record records object current profile invitee subscriber member guest
  prospect applicant candidate student patient buyer cliente contatto persona utente kunde kontakt patient request result
  results response responses item items rows row input inputs params questions sobject notification form_fields formdata
  json content details detail info personal customer_data registrant attendee visitor respondent raw lead_data`,
);
/** Holders of two words; the first alone would name something else. */
export const holderPhrases = new Set([
  'form fields',
  'form data',
  'form response',
  'form values',
  'form submission',
  'form entry',
  'contact data',
  'lead data',
  'field data',
  'custom data',
  'user data',
  'personal info',
  'contact info',
  'raw request',
]);

/** A value under such a key is no phone number, however it looks. */
const numbersOfOtherThings =
  setOf(`id ids uid uuid guid key token hash code codice zip cap plz postal postcode ip date
  time timestamp at created updated price amount budget total count qty quantity lat lng lon latitude longitude vat iva piva tax
  iban cf fiscal fiscale account order invoice ref reference version url link gclid fbclid session ga score year anno age eta size
  width height fax extension ssn license card passport dob birth nascita page form campaign ad adset number numero nr num
  codigo code matricola partita sku isbn pin otp value_id index position mq sqm income revenue salary price_range prezzo
  importo stipendio data fecha datum datum montant precio`);

/** What a single word says, as bits: one look-up for each word of a key. */
export const says = {
  alias: 1,
  phone: 2,
  email: 4,
  notTheValue: 8,
  others: 16,
  perhapsOthers: 32,
  otherNumber: 64,
} as const;

const bits = new Map<string, number>();
const lists: [number, ReadonlySet<string>][] = [
  [says.alias, aliasWords],
  [says.phone, phoneWords],
  [says.email, emailWords],
  [says.notTheValue, notTheValue],
  [says.others, others],
  [says.perhapsOthers, perhapsOthers],
  [says.otherNumber, numbersOfOtherThings],
];
for (const [bit, list] of lists) for (const word of list) bits.set(word, (bits.get(word) ?? 0) | bit);

/** All that the words say, each by itself. */
export function sayings(of: string[]): number {
  let all = 0;
  for (const word of of) all |= bits.get(word) ?? 0;
  return all;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
