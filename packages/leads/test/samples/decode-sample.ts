import { decodeRequest } from '../../src/decode/request.ts';
import type { DecodedRequest } from '../../src/decode/decoded-request.ts';
import { JSON_TYPE, type Sample } from './sample.ts';

export function sampleRequest({ body, headers, query }: Sample) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    method: text === '' ? 'GET' : 'POST',
    headers: headers ?? (typeof body === 'string' ? {} : JSON_TYPE),
    query: query ?? '',
    body: Buffer.from(text),
  };
}

export function decodeSample(sample: Sample): DecodedRequest {
  return decodeRequest(sampleRequest(sample));
}
