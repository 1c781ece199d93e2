import { bracketed, isEverywhere, isLoopback } from './host-names.ts';

/** Where players join by a page; `isLocal`: nobody but this machine reaches it. */
export type JoinAddress = { readonly origin: string; readonly isLocal: boolean };

type Known = {
  /** The public address of the pages as it was configured; null if it was not. */
  readonly configured: string | null;
  /** Under which name or address the page was opened: the header `host` of a request that `ownHost` let in. */
  readonly opened: string;
  /** Where the server listens. */
  readonly host: string;
  /** This machine's address in its network; null if it is in none. Asked only where it is needed, as that takes a while. */
  readonly network: () => string | null;
};

/**
 * The address by which phones reach the playground: what was configured, else that under which the presenter has opened the
 * page, unless it only leads from this machine to itself. Then it is the machine's own in its network, if the bot listens there.
 */
export function joinAddress({ configured, opened, host, network }: Known): JoinAddress {
  if (configured !== null) return { origin: new URL(configured).origin, isLocal: false };
  const { origin, hostname, port } = new URL(`http://${opened}`);
  if (!isLoopback(hostname) && !isEverywhere(hostname)) return { origin, isLocal: false };
  const own = isEverywhere(bracketed(host)) ? network() : null;
  if (own === null) return { origin, isLocal: true };
  return { origin: `http://${own}${port === '' ? '' : `:${port}`}`, isLocal: false };
}
