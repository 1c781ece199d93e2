import type { NetworkInterfaceInfo } from 'node:os';
import { networkInterfaces } from 'node:os';

/** Networks of containers and virtual machines, which nobody else is in. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|lxc|cni|flannel)/;

/** The IPv4 address by which others in its network reach this machine; null if it is in none. */
export function networkAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): string | null {
  const all = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, isVirtual: virtual.test(name) })),
  );
  return (all.find(({ isVirtual }) => !isVirtual) ?? all[0])?.address ?? null;
}

/** An address of a server as it can be opened: one that listens on all addresses is named by this machine's in its network. */
export function reachedAt(address: string, network: string | null = networkAddress()): string {
  const url = new URL(address);
  if (!['0.0.0.0', '[::]'].includes(url.hostname)) return address;
  url.hostname = network ?? '127.0.0.1';
  return url.origin;
}
