import { createRoot } from 'react-dom/client';
import { createConsole } from './app/console.tsx';
import { startI18n } from './i18n/i18n.ts';
import { preferredLanguage } from './i18n/languages.ts';
import { announceNonce } from './theme/csp-nonce.ts';

announceNonce();
const root = document.querySelector('#root');
const app = createConsole();
await startI18n(preferredLanguage());
if (root !== null) createRoot(root).render(app);
