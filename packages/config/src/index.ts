export { configMarkdown } from './document.ts';
export { loadConfig, type Environment } from './load.ts';
export * from './parsers.ts';
export { sharedVariables } from './shared.ts';
export { variable, type ConfigOf, type ConfigTable, type Parser, type Variable } from './variable.ts';
