import { randomBytes } from 'node:crypto';
import type { PlaygroundStore } from '../playground-store.ts';
import { toName } from './player-names.ts';

export type Player = {
  /** From 1; the last part of the user key. */
  readonly number: number;
  /** Unguessable; part of the addresses of this player's pages, and makes anyone who has it this player. */
  readonly token: string;
  /** Untrusted text. */
  readonly name: string;
  /** Came by the link to a quiz: plays, and controls nobody else's. */
  readonly isGuest?: true;
};

export type Players = {
  /** Adds a player, with the next number; without more a new token and an initial name. */
  readonly create: (given?: Pick<Player, 'token' | 'name' | 'isGuest'>) => Player;
  readonly byToken: (token: string) => Player | null;
  /** The player under a new name, cleaned (`toName`). Null, without any change, for a name with nothing visible. */
  readonly rename: (player: Player, name: string) => Player | null;
};

/** Older players are forgotten at the next start, the oldest first. */
const kept = 500;

/** Initial names: pioneers of the field. */
const names = [
  'Ada',
  'Alan',
  'Grace',
  'Edsger',
  'Barbara',
  'Donald',
  'Margaret',
  'Dennis',
  'Frances',
  'Claude',
  'Radia',
  'Tony',
];

/** The players of the playground: those in the store, and new ones. */
export function createPlayers(store: PlaygroundStore): Players {
  const all = store
    .rows()
    .flatMap(({ kind, body }) => (kind === 'player' ? [JSON.parse(body) as Player] : []))
    .toSorted((one, other) => one.number - other.number);
  for (const { number } of all.slice(0, -kept)) store.remove({ kind: 'player', id: String(number) });
  const known = new Map(all.slice(-kept).map((player) => [player.token, player]));

  function save(player: Player): Player {
    known.set(player.token, player);
    store.put({ kind: 'player', id: String(player.number), body: JSON.stringify(player) });
    return player;
  }

  return {
    create: (given) => {
      const number = 1 + Math.max(0, ...[...known.values()].map((player) => player.number));
      return save({ number, token: newToken(), name: names[number - 1] ?? `Player ${number}`, ...given });
    },
    byToken: (token) => known.get(token) ?? null,
    rename: (player, name) => {
      const shown = toName(name);
      return shown === null ? null : save({ ...player, name: shown });
    },
  };
}

/** A token that nobody can guess. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** True for what may be a token. */
export function isToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** `playground:-:3`. */
export function userKey({ number }: Player): string {
  return `playground:-:${number}`;
}
