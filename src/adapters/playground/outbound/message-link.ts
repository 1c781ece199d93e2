/** Stands for the reader's own page, since every player has different addresses, and a restart may change the port. */
const base = 'http://playground.invalid/message/';

/** An address of a message that works on every player's page. */
export function messageLink(message: string): string {
  return `${base}${message}`;
}

/** The message that such an address refers to; null for any other address. */
export function linkedMessage(url: string): string | null {
  return /^\d+$/.exec(url.startsWith(base) ? url.slice(base.length) : '')?.[0] ?? null;
}
