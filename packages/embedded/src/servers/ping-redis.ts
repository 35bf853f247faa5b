import { exchange } from './exchange.ts';

const ping = Buffer.from('PING\r\n');

/** Whether a Redis answers there and has loaded its data. One that asks for a password is alive. */
export async function pingRedis(host: string, port: number): Promise<boolean> {
  const answer = await exchange(host, port, ping, (bytes) => bytes.includes('\r\n'));
  return answer !== undefined && /^(\+PONG|-NOAUTH|-NOPERM)/.test(answer.toString('latin1'));
}
