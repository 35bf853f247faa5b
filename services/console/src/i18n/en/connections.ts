export const connections = {
  title: 'Connections',
  subtitle: 'The accounts with which messages are sent and leads are fetched.',
  new: 'New connection',
  list: {
    name: 'Name',
    health: 'State',
    changed: 'Changed',
    empty: {
      title: 'No connection yet',
      text: 'A task needs a connection to write by WhatsApp, SMS or e-mail, or to fetch leads from an account. Keep the credentials here once, and use them in any task.',
    },
  },
  health: {
    closed: 'Works',
    open: 'Does not work',
    half_open: 'Being tried',
    fetches: 'Fetches leads',
  },
  create: {
    title: 'New connection',
    subtitle: 'Choose the service and enter its credentials. They are encrypted and never shown again.',
    provider: 'Service',
    submit: 'Create the connection',
    done: '{{name}} is ready. Test it now.',
  },
  page: {
    settings: 'Settings and secrets',
    settingsHint:
      'Changes count from the next message on. To rotate a secret, type the new one over it; an empty field keeps what is there.',
    save: 'Save',
    saved: 'Saved. It counts from the next message on.',
  },
  test: {
    title: 'Test',
    hint: 'Asks the service whether it takes the credentials. Nobody is sent anything.',
    run: 'Test the connection',
    works: 'It works',
    fails: 'It does not work',
  },
  down: {
    title: 'Messages wait: the last attempts failed',
    text: 'Test the connection below and correct its settings or secrets. Messages that wait go by themselves as soon as it works.',
    failures_one: '{{count}} attempt failed',
    failures_other: '{{count}} attempts failed',
    since: 'since {{time}}',
    error: 'last error: {{code}}',
    probe: 'tried again {{time}}',
    reset: 'Try it now',
    done: 'The next message is tried at once.',
  },
  inbound: {
    title: 'Receipts and replies',
    hint: 'Enter this address with the provider, so that it tells when a message arrived and what people answer.',
    url: 'Address',
    token: 'Verify token',
    copy: 'Copy: {{label}}',
  },
  users: {
    title: 'Where it is used',
    none: 'No task uses this connection.',
    some: 'These tasks use it. It can be deleted once none does: choose another connection there first.',
    remove: 'Delete the connection',
    removed: '{{name}} is deleted.',
  },
  form: {
    name: 'Name',
    nameHint: 'By which you find it in a task.',
    rare: 'More settings',
    required: 'This is needed.',
    unreadable: 'This cannot be read. Compare it with the example above.',
    kept: 'Stays as it is unless you type here.',
    show: 'Show what is typed: {{label}}',
  },
  said: {
    giveAgain: 'Type it again: it does not go along to a new address.',
    passwordToo: 'A user name needs its password.',
    usernameToo: 'A password needs its user name.',
    blanks: 'There is a blank or a special character in it. Copy it again.',
    oneSender: 'Fill in either the sender or the messaging service, not both.',
    pem: 'Paste an RSA or Ed25519 key in PEM without a passphrase, with its first and last line.',
    header: 'This header cannot be set.',
    gatewayHost: 'Begin with https:// and the name of the gateway, without a placeholder in it.',
  },
  choices: {
    starttls: 'STARTTLS (usual with port 587)',
    tls: 'TLS from the first byte (port 465)',
    none: 'None (only inside your own network)',
    '1s': 'a second',
    '1m': 'a minute',
    '1h': 'an hour',
    '24h': 'a day',
  },
  providers: {
    whatsapp: {
      name: 'WhatsApp Business',
      text: 'Messages by the Cloud API of Meta.',
      guide: 'You find everything in developers.facebook.com: My apps, your app, WhatsApp, API setup.',
    },
    smtp: {
      name: 'E-mail (SMTP)',
      text: 'Mails by your own mail server.',
      guide:
        'Your mail provider calls these the settings for outgoing mail (SMTP). Gmail and Outlook want an app password in place of your own.',
    },
    twilio: {
      name: 'Twilio',
      text: 'SMS by a Twilio account.',
      guide: 'Account SID and auth token stand on the first page of console.twilio.com.',
    },
    'sms-http': {
      name: 'SMS gateway',
      text: 'SMS by any provider with an HTTP API.',
      guide:
        'Take the request for sending one SMS from your provider’s documentation, and put the values between double braces: to, text, id, and your secrets.',
    },
    meta: {
      name: 'Facebook Lead Ads',
      text: 'Fetches the leads of a page’s forms.',
      guide: 'The page’s token lets Taskhook read a lead when Facebook says that one came.',
    },
    linkedin: {
      name: 'LinkedIn',
      text: 'Fetches the leads of Lead Gen Forms.',
      guide: 'Your app needs the Lead Sync API, which LinkedIn grants on request.',
    },
    hubspot: {
      name: 'HubSpot',
      text: 'Fetches contacts of a HubSpot account.',
      guide: 'A private app of your account gives a token that does not expire.',
    },
    zoho: {
      name: 'Zoho CRM',
      text: 'Fetches leads of Zoho CRM.',
      guide: 'The account of the token must be able to read leads.',
    },
  },
  fields: {
    metaToken: {
      label: 'Page access token',
      hint: 'business.facebook.com: Settings, System users, Generate token, with leads_retrieval and pages_manage_metadata.',
    },
    linkedinToken: {
      label: 'Access token',
      hint: 'linkedin.com/developers: your app, Auth, OAuth token tools, with r_marketing_leadgen_automation.',
    },
    hubspotToken: {
      label: 'Private app token',
      hint: 'HubSpot: Settings, Integrations, Private apps, with crm.objects.contacts.read. It begins with pat-.',
    },
    zohoToken: {
      label: 'Access token',
      hint: 'api-console.zoho.eu, with the scope ZohoCRM.modules.leads.READ.',
    },
    baseUrl: {
      label: 'Address of the API',
      hint: 'Only where it is not the usual one, such as https://www.zohoapis.eu.',
    },
    host: { label: 'Mail server', hint: 'Such as smtp.example.com.' },
    port: { label: 'Port', hint: '587 with STARTTLS, 465 with TLS.' },
    security: { label: 'Encryption', hint: 'What your provider names; STARTTLS if it says nothing.' },
    username: { label: 'User name', hint: 'Often the whole e-mail address.' },
    password: { label: 'Password', hint: 'That of the mailbox, or an app password.' },
    mailFrom: {
      label: 'Sender',
      hint: 'Whom the mail is from: an address, or a name with it: Corso <info@corso.example>',
    },
    replyTo: { label: 'Answers go to', hint: 'Only if not to the sender.' },
    dkimDomain: {
      label: 'DKIM domain',
      hint: 'Signs each mail, if your mail server does not. The domain of the sender.',
    },
    dkimSelector: { label: 'DKIM selector', hint: 'The first part of the DNS record, before ._domainkey.' },
    dkimKey: { label: 'DKIM private key', hint: 'In PEM, from -----BEGIN to END-----.' },
    accountSid: { label: 'Account SID', hint: 'Begins with AC, on the first page of console.twilio.com.' },
    authToken: { label: 'Auth token', hint: 'Beside the Account SID, behind Show.' },
    smsFrom: {
      label: 'Sender',
      hint: 'A number such as +15005550006, or a name of up to 11 characters. Leave it empty with a messaging service.',
    },
    messagingService: {
      label: 'Messaging service SID',
      hint: 'Begins with MG; in Twilio under Messaging, Services. In place of a sender.',
    },
    gatewayUrl: {
      label: 'Address',
      hint: 'Such as https://sms.example/send. Values in it need | url_encode.',
    },
    method: { label: 'Method', hint: 'POST if your provider says nothing else.' },
    headers: {
      label: 'Headers',
      hint: 'One a line: authorization: Bearer and, between double braces, secrets.key',
    },
    body: { label: 'Body', hint: 'JSON, or one text for a form. It may use to, text, id and secrets.' },
    secrets: {
      label: 'Secrets',
      hint: 'One a line: key=value. In templates they are secrets.key. They are never shown again; typing here replaces all of them.',
    },
    statuses: {
      label: 'Answers that mean success',
      hint: 'Such as 200, 202. Every answer from 200 to 299 where empty.',
    },
    phoneNumberId: {
      label: 'Phone number ID',
      hint: 'The long number under your phone number in API setup; not the phone number itself.',
    },
    whatsappToken: {
      label: 'Access token',
      hint: 'One that does not expire: business.facebook.com, Settings, System users, with whatsapp_business_messaging.',
    },
    appSecret: {
      label: 'App secret',
      hint: 'Your app, App settings, Basic. It proves that receipts and replies come from Meta.',
    },
    businessAccount: {
      label: 'WhatsApp Business Account ID',
      hint: 'Beside the phone number ID. With it your approved templates are checked before you send.',
    },
    apiVersion: { label: 'API version', hint: 'Such as v25.0. Leave it empty for the one that was tested.' },
    rate: {
      label: 'At most so many messages',
      hint: 'More wait their turn. Empty: as many as the service takes.',
    },
    per: { label: 'In', hint: 'The time for which the number counts; a second where empty.' },
    burst: { label: 'At once after a pause', hint: 'One where empty.' },
  },
};
