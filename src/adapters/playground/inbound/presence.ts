import type { Player } from './players.ts';

/** For so long (ms) somebody is still there who has just gone: a page that is loaded anew, or another channel. */
const grace = 10_000;

/** Who looks at a page at the moment. */
export type Presence = {
  /** A page of this player has connected; the returned function says that it went away. */
  readonly enter: (player: Player) => () => void;
  /** A page of this player was asked for, and will connect. */
  readonly expect: (player: Player) => void;
  /** True if no other player has a page open. */
  readonly isAlone: (player: Player) => boolean;
};

/** `now`: UTC ms. */
export function createPresence(now: () => number): Presence {
  const pages = new Map<number, number>();
  const seen = new Map<number, number>();
  const expectPage = ({ number }: Player) => void seen.set(number, now());
  return {
    enter: (player) => {
      const { number } = player;
      pages.set(number, (pages.get(number) ?? 0) + 1);
      return () => {
        pages.set(number, (pages.get(number) ?? 1) - 1);
        expectPage(player);
      };
    },
    expect: expectPage,
    isAlone: ({ number }) => {
      const isThere = (other: number) => (pages.get(other) ?? 0) > 0 || now() - (seen.get(other) ?? -grace) < grace;
      return [...new Set([...pages.keys(), ...seen.keys()])].every((other) => other === number || !isThere(other));
    },
  };
}
