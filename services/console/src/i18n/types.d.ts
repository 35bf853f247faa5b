import type { further } from './en/further.ts';
import type { en } from './en/index.ts';
import type * as notices from './en/notices.ts';
import type * as session from './en/session.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof en & typeof notices & typeof session & typeof further;
  }
}
