export { MAIL_LOGIN, mailServer, openMailServer, type ReceivedMail } from './mail-server.ts';
export { openProviderServer, providerServer, type Answer, type Asked } from './provider-server.ts';
export { TWILIO, twilioError, twilioLookAlike } from './twilio.ts';
export { WHATSAPP, whatsAppError, whatsAppLookAlike } from './whatsapp.ts';
