import type { Context, Liquid } from 'liquidjs';
import { allowanceOf } from './allowance.ts';
import { textOf } from './emitter.ts';
import { createLiquid } from './liquid.ts';

/**
 * A LiquidJS whose values are safe within HTML: `{{ }}`, `echo` and `cycle` write them escaped, unless
 * `raw` is the last filter.
 */
export function createHtmlLiquid(): Liquid {
  const liquid = createLiquid();
  liquid.options.outputEscape = escapeHtml;
  // LiquidJS leaves out the escaping where the last filter says so of itself.
  liquid.registerFilter('raw', { raw: true, handler: (value: unknown) => value });
  return liquid;
}

function escapeHtml(this: { context: Context }, value: unknown): string {
  return textOf(value, allowanceOf(this.context)).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
