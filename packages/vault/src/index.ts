export { createAddressHasher, type AddressHasher } from './address-hasher.ts';
export { derivedKey } from './derived-key.ts';
export { createSigner, VERIFY_TOKENS, type Signer } from './signer.ts';
export { createUnsubscribeTokens, type UnsubscribeTokens } from './unsubscribe-token.ts';
export { createVault, type Vault } from './vault.ts';
