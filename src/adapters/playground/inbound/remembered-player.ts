import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Player, Players } from './players.ts';

/** The only cookie: it holds the token of the player that this browser was first. */
const name = 'playground-player';

/** A year, in seconds. */
const kept = 365 * 24 * 60 * 60;

/** The player that this browser was before; or a new one, which it is from now on. */
export function rememberedPlayer(context: Context, players: Players): Player {
  const known = players.byToken(getCookie(context, name) ?? '');
  const player = known ?? players.create();
  setCookie(context, name, player.token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: kept });
  return player;
}

/** The browser is nobody from now on. */
export function forgetPlayer(context: Context): void {
  deleteCookie(context, name, { path: '/' });
}
