import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { networkAddress, reachedAt } from '../../src/ops/network-address.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  address.includes(':')
    ? { family: 'IPv6', address, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }
    : { family: 'IPv4', address, internal, netmask: '', mac: '', cidr: null };

it('tells the address by which others in the network reach this machine', () => {
  const lo = [at('127.0.0.1', true), at('::1', true)];
  const wlan0 = [at('fe80::1'), at('192.168.1.20')];
  expect(networkAddress({ lo, docker0: [at('172.17.0.1')], wlan0 })).toBe('192.168.1.20');
  expect(networkAddress({ lo, docker0: [at('172.17.0.1')] })).toBe('172.17.0.1');
  expect(networkAddress({ lo, eth0: [at('169.254.7.7')] })).toBeNull();
  expect(networkAddress({ lo })).toBeNull();
});

it('names a server that listens everywhere by an address that can be opened, and any other as it is', () => {
  expect(reachedAt('http://0.0.0.0:3000', '192.168.1.20')).toBe('http://192.168.1.20:3000');
  expect(reachedAt('http://[::]:3000', null)).toBe('http://127.0.0.1:3000');
  expect(reachedAt('http://127.0.0.1:3000', '192.168.1.20')).toBe('http://127.0.0.1:3000');
});
