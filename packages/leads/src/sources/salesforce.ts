import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Acknowledgement, Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { countKeys, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * Salesforce: outbound messages (SOAP, up to 100 notifications each), and web-to-lead forms whose
 * action was pointed here.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm
 */
export const salesforce: SourceAdapter = {
  name: 'salesforce',
  title: 'Salesforce',
  docs: 'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm',
  recognise,
  read,
};

/** Without it Salesforce sends the message again, for 24 hours. */
const acknowledgement: Acknowledgement = {
  contentType: 'text/xml',
  body:
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack>' +
    '</notificationsResponse></soapenv:Body></soapenv:Envelope>',
};
const ORGANISATION_ID = /^00D\w{12,15}$/;
/** What a web-to-lead form says to Salesforce, not of the person. */
const WEB_CONTROLS = [
  'oid',
  'orgid',
  'retURL',
  'debug',
  'debugEmail',
  'captcha_settings',
  'encoding',
  'submit',
];
const WEB_KEYS = ['retURL', 'last_name', 'lead_source', 'debugEmail', 'captcha_settings', 'email'];
const KNOWN: KnownKeys = {
  full_name: [['Name'], ['FirstName', 'LastName'], ['first_name', 'last_name']],
  phone: [['Phone'], ['MobilePhone'], ['phone'], ['mobile']],
  email: [['Email'], ['email']],
};

function recognise({ body, kind }: DecodedRequest): string | null {
  const root = objectAt(body);
  if (root === undefined) return null;
  if (kind === 'xml') {
    const message = objectAt(root, 'Envelope', 'Body', 'notifications');
    return message === undefined ? null : 'The body is an outbound message of Salesforce.';
  }
  const organisation = textAt(root, 'oid') ?? textAt(root, 'orgid') ?? '';
  return ORGANISATION_ID.test(organisation) && countKeys(root, WEB_KEYS) >= 1
    ? 'The form carries the id of a Salesforce organisation, as web-to-lead forms do.'
    : null;
}

function read({ body }: DecodedRequest): Reading {
  const message = objectAt(body, 'Envelope', 'Body', 'notifications');
  if (message === undefined) return readWebForm(objectAt(body) ?? {});
  const notifications = objectsAt(message, 'Notification');
  if (notifications.length === 0) {
    return { type: 'ignored', reason: 'The outbound message holds no notification.', acknowledgement };
  }
  return {
    type: 'leads',
    candidates: notifications.map((notification) => fromNotification(notification, message)),
    acknowledgement,
  };
}

/** The session id of the message is a secret and is left behind, and so are the addresses of its API. */
function fromNotification(notification: JsonObject, message: JsonObject): Candidate {
  const { fields, add } = fieldSet();
  for (const [name, value] of Object.entries(objectAt(notification, 'sObject') ?? {})) {
    if (!name.startsWith('@') && !isNil(value)) add(name, value);
  }
  add('OrganizationId', message['OrganizationId']);
  const eventId = textAt(notification, 'Id');
  return { fields, known: knownFields(fields, KNOWN), ...(eventId === undefined ? {} : { eventId }) };
}

/** `<sf:Phone xsi:nil="true"/>` is an object of its attributes alone. */
function isNil(value: JsonValue): boolean {
  const object = objectAt(value);
  return object !== undefined && Object.keys(object).every((key) => key.startsWith('@'));
}

function readWebForm(form: JsonObject): Reading {
  const { fields, addAll } = fieldSet();
  addAll(form, ...WEB_CONTROLS);
  return { type: 'leads', candidates: [{ fields, known: knownFields(fields, KNOWN) }] };
}
