/** The request for the lead with a number: another person each time, a body of about 170 bytes. */
export function leadRequest(path: string, host: string, n: number): string {
  const body = leadBody(n);
  return `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** ASCII alone, so that its length is its size. */
export function leadBody(n: number): string {
  const phone = `+39333${1_000_000 + n}`;
  return `{"full_name":"Mario Rossi","phone":"${phone}","email":"mario.rossi.${n}@example.com","citta":"Bologna","eta":34,"interesse":"Corso di Marketing","utm_source":"facebook"}`;
}
