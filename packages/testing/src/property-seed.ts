import { configureGlobal } from 'fast-check';

/**
 * Property tests look for new counterexamples at every run on a developer's machine. In CI they look at
 * the same values each time: a build says something of its change, not of its luck.
 */
if (process.env['CI'] !== undefined) configureGlobal({ seed: 42 });
