import type { LeadField } from '@taskhook/contracts';
import type { Language } from './language.ts';

export interface PageTexts {
  thanks: { title: string; text: string };
  invalid: { title: string; text: string };
  /** Trying again soon helps. */
  later: { title: string; text: string };
  /** Nothing that the visitor can do. */
  failed: { title: string; text: string };
  /** Asks whether mails are to end. */
  leave: { title: string; text: string; button: string };
  left: { title: string; text: string };
  /** A link that is none of ours. */
  noLink: { title: string; text: string };
  fields: Record<LeadField, string>;
  isMissing: (field: string) => string;
  isWrong: (field: string) => string;
}

export const pageTexts: Record<Language, PageTexts> = {
  en: {
    thanks: { title: 'Thank you', text: 'We have received your details. You can close this page.' },
    invalid: {
      title: 'Please check your details',
      text: 'Nothing was sent yet. Go back to the form, correct what is listed here and send it again.',
    },
    later: {
      title: 'Please try again in a moment',
      text: 'Your details could not be received just now. Go back to the form and send it again.',
    },
    failed: {
      title: 'The form could not be sent',
      text: 'Your details were not received. Please contact whoever this form belongs to in another way.',
    },
    leave: {
      title: 'No more e-mails?',
      text: 'Press the button and you will not get any further e-mails from us.',
      button: 'Unsubscribe',
    },
    left: { title: 'Done', text: 'You will not get any further e-mails from us. You can close this page.' },
    noLink: {
      title: 'This link is not valid',
      text: 'Open the link from the e-mail once more, or answer the e-mail to be left in peace.',
    },
    fields: { full_name: 'Your name', phone: 'Your phone number', email: 'Your e-mail address' },
    isMissing: (field) => `${field} is missing.`,
    isWrong: (field) => `${field} does not look right.`,
  },
  it: {
    thanks: { title: 'Grazie', text: 'Abbiamo ricevuto i tuoi dati. Puoi chiudere questa pagina.' },
    invalid: {
      title: 'Controlla i tuoi dati',
      text: 'Non è stato ancora inviato nulla. Torna al modulo, correggi quanto indicato qui e invialo di nuovo.',
    },
    later: {
      title: 'Riprova tra un momento',
      text: 'In questo momento non è stato possibile ricevere i tuoi dati. Torna al modulo e invialo di nuovo.',
    },
    failed: {
      title: 'Il modulo non è stato inviato',
      text: 'I tuoi dati non sono stati ricevuti. Contatta il titolare di questo modulo in un altro modo.',
    },
    leave: {
      title: 'Non vuoi più ricevere e-mail?',
      text: 'Premi il pulsante e non riceverai più e-mail da noi.',
      button: 'Annulla iscrizione',
    },
    left: { title: 'Fatto', text: 'Non riceverai più e-mail da noi. Puoi chiudere questa pagina.' },
    noLink: {
      title: 'Questo link non è valido',
      text: "Apri di nuovo il link dall'e-mail, oppure rispondi all'e-mail per non riceverne altre.",
    },
    fields: { full_name: 'Il nome', phone: 'Il numero di telefono', email: "L'indirizzo e-mail" },
    isMissing: (field) => `${field} manca.`,
    isWrong: (field) => `${field} non sembra corretto.`,
  },
};
