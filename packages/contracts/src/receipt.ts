import type { Static } from 'typebox';
import { literals } from './literals.ts';

/**
 * How far a message came, as its provider tells. In the order in which a later state takes the place
 * of an earlier one: receipts come late, twice and in any order, and one that was read was delivered.
 */
export const receiptStates = ['sent', 'failed', 'delivered', 'read'] as const;
export const ReceiptState = literals(receiptStates);
export type ReceiptState = Static<typeof ReceiptState>;

/** Grows with each state that takes the place of another. */
export const receiptRank = (state: ReceiptState): number => receiptStates.indexOf(state);
