import manifest from '../package.json' with { type: 'json' };

/** How Taskhook names itself to those that it calls. */
export const USER_AGENT = `Taskhook/${manifest.version}`;
