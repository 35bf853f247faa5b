import type { Direction } from '@taskhook/testing';

/** A moment around a send, told by what has gone over one of the runner's two links since the lead was sent. */
export interface KillPoint {
  link: 'redis' | 'receiver';
  direction: Direction;
  /** At which piece, from 1. */
  piece: number;
  /** Whether that piece still goes on its way, so that the other side has it and the runner does not know. */
  passes: boolean;
}

export const killedChannels = ['http', 'email', 'sms', 'whatsapp'] as const;
export type KilledChannel = (typeof killedChannels)[number];

/** How many pieces go over each link for one lead: a mail takes a conversation, a call a question and an answer. */
const pieces: Record<KilledChannel, Record<KillPoint['link'], number>> = {
  http: { redis: 11, receiver: 2 },
  email: { redis: 6, receiver: 7 },
  sms: { redis: 11, receiver: 2 },
  whatsapp: { redis: 11, receiver: 2 },
};

/** So many points of a channel, spread over all that there are. */
export function killPoints(channel: KilledChannel, count: number): KillPoint[] {
  const all = (['redis', 'receiver'] as const).flatMap((link) =>
    Array.from({ length: pieces[channel][link] }, (_, i) => i + 1).flatMap((piece) =>
      (['there', 'back'] as const).flatMap((direction) =>
        [true, false].map((passes) => ({ link, direction, piece, passes })),
      ),
    ),
  );
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]).filter(
    (point) => point !== undefined,
  );
}

export const toText = ({ link, direction, piece, passes }: KillPoint): string =>
  `${link} ${direction} ${piece} ${passes ? 'passed' : 'kept'}`;
