/** Stands for the page of whoever reads it, since every player has addresses of their own, and a restart may change the port. */
const base = 'http://playground.invalid/message/';

/** An address of a message that means the same on every player's page. */
export function messageLink(message: string): string {
  return `${base}${message}`;
}

/** The message that such an address means; null for any other. */
export function linkedMessage(url: string): string | null {
  return /^\d+$/.exec(url.startsWith(base) ? url.slice(base.length) : '')?.[0] ?? null;
}
