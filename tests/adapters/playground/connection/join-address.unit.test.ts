import { describe, expect, it } from 'vitest';
import { joinAddress } from '../../../../src/adapters/playground/connection/join-address.ts';

const known = {
  configured: null,
  opened: 'localhost:3000',
  host: '127.0.0.1',
  network: (): string | null => '192.168.1.20',
};

describe('the address by which players join', () => {
  it('is this machine’s own, and says so, where nobody else could reach it', () => {
    expect(joinAddress(known)).toEqual({ origin: 'http://localhost:3000', isLocal: true });
    expect(joinAddress({ ...known, host: '0.0.0.0', network: () => null })).toMatchObject({ isLocal: true });
  });

  it.each(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])(
    'is the machine’s in its network where the bot listens there and the page was opened under %s',
    (name) => {
      const phones = { origin: 'http://192.168.1.20:3000', isLocal: false };
      expect(joinAddress({ ...known, host: '0.0.0.0', opened: `${name}:3000` })).toEqual(phones);
      expect(joinAddress({ ...known, host: '::', opened: `${name}:3000` })).toEqual(phones);
      expect(joinAddress({ ...known, host: '0.0.0.0', opened: name }).origin).toBe('http://192.168.1.20');
    },
  );

  it('is that under which the page was opened, where others reach that as well', () => {
    const opened = '10.0.0.7:3000';
    expect(joinAddress({ ...known, host: '0.0.0.0', opened })).toEqual({ origin: `http://${opened}`, isLocal: false });
  });

  it('is what was configured before all else, without a path', () => {
    const configured = 'https://quiz.example/bot';
    expect(joinAddress({ ...known, configured })).toEqual({ origin: 'https://quiz.example', isLocal: false });
  });
});
