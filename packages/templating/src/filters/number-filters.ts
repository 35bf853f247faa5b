/** Filters whose result is a number, whatever they are given. */
export const numberFilters = [
  'abs',
  'at_least',
  'at_most',
  'ceil',
  'divided_by',
  'floor',
  'minus',
  'modulo',
  'plus',
  'round',
  'times',
  'to_integer',
];
