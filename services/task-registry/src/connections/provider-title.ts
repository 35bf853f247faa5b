import type { Provider } from '@taskhook/contracts';
import { sourceAdapters } from '@taskhook/leads';

/** What people call the provider, such as `Facebook Lead Ads`. */
export function providerTitle(provider: Provider): string {
  return sourceAdapters.find(({ name }) => name === provider)?.title ?? provider;
}
