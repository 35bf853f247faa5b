import { Liquid } from 'liquidjs';
import { registerFilters } from './filters/index.ts';
import { operators } from './operators.ts';
import { guardRanges } from './range.ts';
import { registerTags } from './tags/index.ts';

/**
 * A LiquidJS without files: `templates` makes it look for partials in an empty table only, and the
 * tags that load any are not there. Dates are in English and UTC wherever it runs; the filter `date`
 * takes a zone as its second argument. Whether variables may be missing is said by the context.
 */
export function createLiquid(): Liquid {
  guardRanges();
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    lenientIf: true,
    locale: 'en-US',
    timezoneOffset: 0,
    operators,
  });
  registerTags(liquid);
  registerFilters(liquid);
  return liquid;
}
