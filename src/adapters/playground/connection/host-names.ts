const loopback = ['localhost', '127.0.0.1', '[::1]'];
const everywhere = ['0.0.0.0', '[::]'];

/** A host where a server listens as it stands in addresses: an IPv6 one in brackets. */
export function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.toLowerCase();
}

/** True for a host name, as it stands in addresses, that leads from this machine to itself. */
export function isLoopback(name: string): boolean {
  return loopback.includes(name);
}

/** True for one that stands for all addresses of this machine. */
export function isEverywhere(name: string): boolean {
  return everywhere.includes(name);
}
