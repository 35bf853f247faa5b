import type { Connection, QuarantineEntry, Run, Task } from '@taskhook/contracts';
import { startReceiver, until } from '@taskhook/testing';
import {
  MAIL_LOGIN,
  openMailServer,
  openProviderServer,
  WHATSAPP,
  whatsAppLookAlike,
} from '@taskhook/testing/look-alikes';
import type { Stack } from '../e2e/stack.ts';

/** What a small school with Taskhook would have after a morning: three tasks, connections, leads of all kinds. */
export interface Demo {
  taskId: string;
  runId: string;
  entryId: string;
  connectionId: string;
  close(): Promise<void>;
}

const people = [
  ['Giulia Bianchi', '+39 347 7654321', 'Milano'],
  ['Marco Conti', '+39 333 1204567', 'Torino'],
  ['Elena Ferrari', '+39 338 5567812', 'Bologna'],
  ['Luca Romano', '+39 320 9981234', 'Roma'],
  ['Sara Greco', '+39 349 4412098', 'Napoli'],
  ['Davide Marino', '+39 328 7765120', 'Verona'],
  ['Chiara Rizzo', '+39 340 1187234', 'Firenze'],
  ['Anna Moretti', '+39 331 6650987', 'Padova'],
] as const;

const lead = ([full_name, phone, citta]: (typeof people)[number]) => ({
  full_name,
  phone,
  email: `${full_name.toLowerCase().replace(' ', '.')}@example.com`,
  extra_fields: { citta, interesse: 'Corso di Marketing', eta: 34 },
});

/** Makes it on the running services. Ends with `close`. */
export async function startDemo(stack: Stack): Promise<Demo> {
  const [whatsapp, mail, crm] = await Promise.all([
    whatsAppLookAlike(openProviderServer),
    openMailServer(),
    startReceiver(),
  ]);
  const connect = async (members: object): Promise<string> =>
    (await stack.api<Connection>('POST', '/v1/connections', members)).body.id;
  const smtp = { provider: 'smtp', host: '127.0.0.1', port: mail.port, security: 'none' };
  const connections = {
    whatsapp: await connect({ ...WHATSAPP, name: 'WhatsApp della scuola', base_url: whatsapp.url }),
    email: await connect({ ...MAIL_LOGIN, ...smtp, from: 'scuola@example.com', name: 'Segreteria' }),
  };
  const course = await stack.createTask(courseTask(connections, crm.url));
  const { runId } = await sendAll(stack, course);
  await makeOthers(stack);
  await stack.send(course, { nome: 'Paolo', telefono: '12', corso: 'Marketing' });
  const entry = await until('the entry', async () => {
    const { body } = await stack.api<{ items: QuarantineEntry[] }>('GET', '/v1/quarantine?status=open');
    return body.items[0] ?? false;
  });
  await stack.api('POST', '/v1/suppressions', {
    phone: '+39 333 9012345',
    reason: 'requested',
    note: 'Ha chiesto per telefono',
  });
  return {
    taskId: course.id,
    runId,
    entryId: entry.id,
    connectionId: connections.whatsapp,
    close: async () => {
      whatsapp.close();
      await Promise.all([mail.close(), crm.close()]);
    },
  };
}

function courseTask(connections: Record<'whatsapp' | 'email', string>, crm: string) {
  return {
    name: 'Corso di Marketing',
    source: 'generic' as const,
    lead: { required: ['full_name' as const, 'phone' as const], default_country: 'IT' },
    steps: [
      {
        id: 'welcome',
        channel: 'whatsapp' as const,
        connection: connections.whatsapp,
        message: {
          text: 'Ciao {{first_name}}, grazie per l’interesse per il {{extra_fields.interesse}}! Ti va di sentirci oggi?',
        },
      },
      {
        id: 'crm',
        channel: 'http' as const,
        request: { method: 'POST' as const, url: crm, body: { name: '{{full_name}}', phone: '{{phone}}' } },
      },
      {
        id: 'programme',
        channel: 'email' as const,
        wait: '2h',
        connection: connections.email,
        message: {
          subject: 'Il programma del corso, {{first_name}}',
          text: 'Buongiorno {{first_name}},\necco il programma del corso a {{extra_fields.citta}}.',
        },
      },
    ],
  };
}

/** Gives the run of the first person. */
async function sendAll(stack: Stack, task: Task): Promise<{ runId: string }> {
  let runId = '';
  for (const one of people) {
    const { body } = await stack.send(task, lead(one));
    runId ||= body.leads[0]?.run_id ?? '';
  }
  await until('the first messages', async () => {
    const { body } = await stack.api<{ items: Run[] }>('GET', `/v1/runs?task_id=${task.id}&status=waiting`);
    return body.items.length === people.length;
  });
  return { runId };
}

/** A task whose runs are done, one whose calls fail, and one that is paused. */
async function makeOthers(stack: Stack): Promise<void> {
  const day = await stack.createTask({
    name: 'Open day di settembre',
    source: 'form',
    steps: [
      { id: 'reply', channel: 'preview', message: { text: 'Ciao {{first_name}}, ci vediamo all’open day!' } },
    ],
  });
  for (const one of people.slice(2)) await stack.send(day, lead(one));
  const partner = await stack.createTask({
    name: 'Lead al partner',
    source: 'generic',
    steps: [
      {
        id: 'send',
        channel: 'http',
        retry: { max_attempts: 1 },
        request: { url: 'http://127.0.0.1:1/leads' },
      },
    ],
  });
  const { body } = await stack.send(partner, lead(people[1]));
  await stack.runIn(body.leads[0]?.run_id ?? '', 'failed');
  const facebook = await stack.createTask({ name: 'Facebook, campagna estate', source: 'meta' });
  await stack.api('POST', `/v1/tasks/${facebook.id}/pause`);
}
