import { spellings, type Role } from './spellings.ts';
import { words } from './words.ts';

/** Words that change nothing: politeness, possessives, articles, what forms and relays put around a field. */
const noise =
  setOf(`what whats is are was s please your you my our the a an of for to us me we can could would enter insert
  type provide give tell write share leave here field fields input text entry answer answers response value values data
  item billing pb mf no label contact lead leads customer client person visitor guest subscriber applicant prospect participant
  attendee student patient buyer member contacts and or required optional
  il lo la i gli le un una tuo tua suo sua mio mia vostro vostra qual quale e inserisci inserire inserite scrivi indica
  indicare lascia lasciaci di del della dello dei il l cliente contatto
  el los las tu su mi cual es por favor introduce introduzca escribe escriba ingresa ingrese de y contacto
  votre vos ton ta tes quel quelle est il te vous plait saisissez saisir entrez indiquez laissez d du et
  ihr ihre ihren ihrer dein deine deinen der die das den bitte geben sie an ein eine wie lautet ist und
  o os as seu meu minha digite insira informe preencha em
  uw je jouw uwe mijn vul het en wat podaj twoje twoj twoja swoje swoj swoja prosze jak masz i si ta dvs dumneavoastra introduceti care este`);

/** The words without those that change nothing; all of them where nothing else is left. */
export function essence(of: string[]): string[] {
  const kept = of.filter((word) => !noise.has(word) && !/^(?:q|field)?\d+$/.test(word));
  return kept.length === 0 ? of : kept;
}

/** What some aliases come down to although it says nothing by itself. */
const vague = setOf('number numero no nr num n best direccion adresse address full');

const exact = new Map<string, Role>();
const reduced = new Map<string, Role>();
for (const [role, list] of Object.entries(spellings) as [Role, string][]) {
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

/** What stands under just these words is not the lead's: kinds and states of things, and who else was there. */
export const things =
  phrases(`status, stage, category, department, plan, tag, tags, label, labels, select, multi select,
  option, options, priority, pipeline, segment, role, type, language, currency, country, city, region, channel, topic,
  created by, updated by, modified by, last modified by, last edited by, completed by, to, recipient, to number, called,
  callee, destination, coupon, discount, brand, model`);

/** A `name` of these is no person's where no contact stands beside it, although they may hold the person. */
export const nameless =
  phrases(`card, board, project, task, ticket, deal, opportunity, service, note, comment, article,
  vehicle, listing, collection, state, list, booking, appointment, call, order, ad, document, asset, offer, job, room,
  lesson, class, group, table, base, items, line items, order items, cart items, cart, products, product, variants,
  lines, tickets, services, courses, offers`);

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

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((text) => text.trim()));
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
