import type { Identity } from './identity.ts';

/** The bot's credentials in one workspace or organisation. */
export type Credentials = {
  readonly token: string;
  /** Buys the next token, once; null for a token that does not expire. */
  readonly refreshToken: string | null;
  /** Until when the token is good, UTC ms; null for always. */
  readonly expires: number | null;
};

/** An installation of the app: what Slack has granted, and to whom. */
export type Installed = Credentials & { readonly identity: Identity };

/** As text, which holds the tokens in clear. */
export function writeInstalled(installed: Installed): string {
  return JSON.stringify(installed);
}

/** Null for what no version has written. */
export function readInstalled(text: string): Installed | null {
  try {
    const read = JSON.parse(text) as Partial<Installed> | null;
    return typeof read?.token === 'string' && typeof read.identity?.botId === 'string' ? (read as Installed) : null;
  } catch {
    return null;
  }
}
