import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { singleIcons } from './build/single-icons.ts';

const registry = process.env['TASKHOOK_REGISTRY_URL'] ?? 'http://127.0.0.1:8081';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    singleIcons(),
    react(),
    compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1_000 }),
  ],
  // task-registry puts a fresh nonce in its place with every page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    // Nothing becomes a data: address, which the content security policy would have to let in.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // The frame and the list of tasks with all that they import in one file, which is one request instead of
        // fifty. What main.tsx imports goes there, too, lest the two files import each other.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /src[\\/](app[\\/]console|i18n[\\/](i18n|languages)|theme[\\/]csp-nonce)\.tsx?$|react-dom[\\/]client\.js$/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/v1', '/docs', '/bull'].map((path) => [path, { target: registry }])),
  },
});
