/** Stands for the reader's own page, since every player has different addresses, and a restart may change the port. */
const base = 'http://playground.invalid/';

/** An address of a message that works on every player's page. */
export function messageLink(message: string): string {
  return `${base}message/${message}`;
}

/** The same of the thread under a message. */
export function threadLink(message: string): string {
  return `${base}thread/${message}`;
}

/** What such an address leads to; null for any other address. */
export function linked(url: string): { readonly kind: 'message' | 'thread'; readonly id: string } | null {
  const [, kind, id] = /^(message|thread)\/(\d+)$/.exec(url.startsWith(base) ? url.slice(base.length) : '') ?? [];
  return id === undefined ? null : { kind: kind === 'thread' ? 'thread' : 'message', id };
}
