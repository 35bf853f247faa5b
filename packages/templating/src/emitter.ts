import { toValue, type Emitter } from 'liquidjs';
import type { Allowance } from './allowance.ts';
import { limitPassed } from './failure.ts';

/** Collects what a template writes, up to `limit` characters. */
export function createEmitter(allowance: Allowance, limit: number): Emitter {
  return {
    buffer: '',
    write(value: unknown) {
      this.buffer += typeof value === 'string' ? value : textOf(value, allowance);
      if (this.buffer.length > limit) throw tooLong(limit);
    },
  };
}

function tooLong(limit: number) {
  return limitPassed(`gives more than ${limit} characters`);
}

/** Nil gives nothing, the items of an array stand side by side, an object is written as JSON. */
export function textOf(value: unknown, allowance: Allowance): string {
  const plain: unknown = toValue(value);
  if (typeof plain !== 'object' || plain === null) return scalarText(plain);
  allowance.admit(plain);
  return compositeText(plain);
}

export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : (value as number).toString();
}

function compositeText(value: unknown): string {
  const plain: unknown = toValue(value);
  if (Array.isArray(plain)) return plain.map(compositeText).join('');
  return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : scalarText(plain);
}
