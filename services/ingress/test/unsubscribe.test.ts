import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSuppressions } from '@taskhook/queue';
import { createAddressHasher, createUnsubscribeTokens } from '@taskhook/vault';
import { runIngress, type RunningIngress } from './running-ingress.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress();
});
afterAll(() => ingress.close());

/** The link of a mail to an address, and what is known of the address. */
function reader(email: string) {
  const key = Buffer.from(ingress.settings.secretKey, 'base64');
  const addresses = createAddressHasher(key);
  const token = createUnsubscribeTokens(addresses, key).make(email);
  const record = async () => {
    const id = addresses.hash('email', email);
    return (await readSuppressions(ingress.redis, ingress.keys, [id])).records[0]?.record;
  };
  return { token, url: `http://127.0.0.1:${ingress.ports[0]}/unsubscribe/${token}`, record };
}

test('looking at the link asks, in the language of the reader, and suppresses nobody', async () => {
  const { url, record } = reader('anna@example.it');
  for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
  const page = await (await fetch(url, { headers: { 'accept-language': 'it-IT,it;q=0.9' } })).text();
  expect(page).toContain('<form method="post"><button>Annulla iscrizione</button></form>');
  expect(page).not.toContain('anna');
  expect(await record()).toBeUndefined();
});

test('one click of a mail program, and the button, suppress the reader; twice is once', async () => {
  const { url, record } = reader('luca@example.it');
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const first = await fetch(url, { method: 'POST', body });
  expect([first.status, first.headers.get('set-cookie')]).toEqual([200, null]);
  expect(await first.text()).toContain('You will not get any further e-mails');
  expect(await record()).toMatchObject({
    kind: 'email',
    active: true,
    reason: 'unsubscribed',
    origin: 'unsubscribe_link',
  });
  expect((await fetch(url, { method: 'POST' })).status).toBe(200);
  const logged = (await ingress.runLog()).filter((event) => event.type === 'suppression');
  expect(new Set(logged.map((event) => 'id' in event && event.id)).size).toBe(1);
});

test.each(['GET', 'POST'])('%s of a link that was not made here changes nothing', async (method) => {
  const { url, record } = reader('eva@example.it');
  const forged = url.slice(0, -1) + (url.endsWith('A') ? 'Q' : 'A');
  expect((await fetch(forged, { method })).status).toBe(404);
  expect(await record()).toBeUndefined();
});
