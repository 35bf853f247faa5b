import { lead, type Sample } from './sample.ts';

export const unknownAppsSamples: Sample[] = [
  {
    source: 'generic',
    title: 'a record of Airtable with its owner',
    body: {
      recordId: 'rec1',
      tableName: 'Leads',
      Name: 'Ann Lee',
      Email: 'a@example.com',
      Phone: '(415) 555-2671',
      Owner: { id: 'u', email: 'own@example.com', name: 'Own Er' },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a page of Notion',
    body: {
      source: { type: 'automation', user_id: 'u' },
      data: {
        object: 'page',
        id: 'p',
        created_by: { object: 'user', id: 'u' },
        properties: {
          Name: {
            id: 'title',
            type: 'title',
            title: [{ type: 'text', text: { content: 'Ann Lee', link: null }, plain_text: 'Ann Lee' }],
          },
          Email: { id: 'e', type: 'email', email: 'a@example.com' },
          Phone: { id: 'p', type: 'phone_number', phone_number: '(415) 555-2671' },
          Status: { type: 'select', select: { name: 'Not Started', color: 'red' } },
        },
      },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'an item of monday.com',
    body: {
      event: {
        userId: 1,
        boardId: 2,
        pulseId: 3,
        pulseName: 'Ann Lee',
        columnValues: {
          email: { email: 'a@example.com', text: 'a@example.com' },
          phone: { phone: '14155552671', countryShortName: 'US' },
          status: { label: { text: 'New One' } },
        },
        type: 'create_pulse',
      },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a task of ClickUp with its creator',
    body: {
      name: 'Ann Lee',
      status: { status: 'open' },
      creator: { username: 'Cre Ator', email: 'c@example.com' },
      custom_fields: [
        { id: '1', name: 'Email', type: 'email', value: 'a@example.com' },
        { id: '2', name: 'Phone', type: 'phone', value: '+1 415 555 2671' },
      ],
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a row of AppSheet with the sales rep',
    body: {
      Row: {
        _RowNumber: '5',
        'Lead Name': 'Ann Lee',
        'Lead Email': 'a@example.com',
        'Lead Phone': '(415) 555-2671',
        'Sales Rep': 'Rep Re',
        'Sales Rep Email': 'r@example.com',
      },
      AppName: 'My App',
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a purchase at Hotmart',
    body: {
      id: 'x',
      event: 'PURCHASE_APPROVED',
      data: {
        product: { id: 1, name: 'Curso Bom' },
        buyer: { email: 'j@example.br', name: 'João Silva', checkout_phone: '11912345678' },
        producer: { name: 'Prod Utor' },
        purchase: { price: { value: 100 } },
      },
    },
    country: 'BR',
    expect: lead({ full_name: 'João Silva', phone: '+5511912345678', email: 'j@example.br' }),
  },
  {
    source: 'generic',
    title: 'a registration of Zoom',
    body: {
      event: 'webinar.registration_created',
      payload: {
        account_id: 'x',
        operator: 'op@example.com',
        object: {
          uuid: 'x',
          id: 94567890123,
          topic: 'My Webinar',
          registrant: {
            id: 'r',
            first_name: 'Ann',
            last_name: 'Lee',
            email: 'a@example.com',
            phone: '4155552671',
            org: 'Acme',
            job_title: 'Dev',
          },
        },
      },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a lead with the agent beside it',
    body: {
      agent_name: 'Joe Agent',
      agent_email: 'joe@example.com',
      agent_phone: '2125552671',
      lead_name: 'Ann Lee',
      lead_email: 'a@example.com',
      lead_phone: '4155552671',
      property: { name: 'Nice House', mls: '1234567890' },
    },
    country: 'US',
    expect: lead({ full_name: 'Ann Lee', phone: '+14155552671', email: 'a@example.com' }),
  },
  {
    source: 'generic',
    title: 'a request to an estate agent, in Italian',
    body: {
      annuncio: { id: '33312345', titolo: 'Trilocale Milano', riferimento: '3331234000' },
      contatto: { nome: 'Anna', cognome: 'Bianchi', telefono: '333 1234567', email: 'anna@example.it' },
      agenzia: { nome: 'Casa Bella', telefono: '021234567', email: 'info@casa.example' },
      messaggio: 'Vorrei',
    },
    country: 'IT',
    expect: lead({ full_name: 'Anna Bianchi', phone: '+393331234567', email: 'anna@example.it' }),
  },
  {
    source: 'generic',
    title: 'a request to a car dealer, in Spanish',
    body: {
      datos_cliente: {
        nombre: 'José',
        apellidos: 'García López',
        telefono_movil: '612345678',
        email: 'j@example.es',
      },
      concesionario: { nombre: 'Autos Sur', email: 'c@example.es', telefono: '912345678' },
      vehiculo: { modelo: 'Ibiza' },
    },
    country: 'ES',
    expect: lead({ full_name: 'José García López', phone: '+34612345678', email: 'j@example.es' }),
  },
  {
    source: 'generic',
    title: 'a request to an estate agent, in German',
    body: {
      anfrage: {
        anrede: 'Herr',
        vorname: 'Jürgen',
        nachname: 'Groß',
        telefon: '0151 23456789',
        email: 'j@example.de',
      },
      objekt: { titel: 'Schöne Wohnung' },
      anbieter: { name: 'Makler Haus', email: 'm@example.de', telefon: '030 123456' },
    },
    country: 'DE',
    expect: lead({ full_name: 'Jürgen Groß', phone: '+4915123456789', email: 'j@example.de' }),
  },
  {
    source: 'generic',
    title: 'a card without a person',
    body: {
      action: {
        type: 'createCard',
        data: { card: { name: 'New Task Card' }, board: { name: 'My Board' } },
        memberCreator: { fullName: 'Mem Ber' },
      },
    },
    country: 'US',
    expect: lead({ full_name: null, phone: null, email: null }),
  },
];
