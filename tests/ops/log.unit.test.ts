import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/ops/log.ts';

describe('the log', () => {
  it('writes JSON lines with level, time and message', () => {
    const lines: string[] = [];
    createLog('info', { write: (line) => lines.push(line) }).info({ count: 2 }, 'ready');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      count: 2,
      msg: 'ready',
      time: expect.any(String),
    });
  });

  it('lets no token through, wherever it stands', () => {
    const tokens = [
      'xoxb-12-34-abcDEF',
      'xapp-1-A1-2-ff',
      'xoxe.xoxb-1-abc',
      `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`,
    ];
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => lines.push(line) });
    for (const token of tokens) {
      log.error({ error: new Error(`refused ${token}`), nested: { header: `Bearer ${token}` } }, `with ${token}`);
    }
    expect(lines).toHaveLength(tokens.length);
    for (const secret of ['12-34-abcDEF', '1-A1-2-ff', '1-abc', 'x'.repeat(38)])
      expect(lines.join('')).not.toContain(secret);
  });

  it('lets no password of an address through', () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => lines.push(line) });
    for (const url of ['postgres://bot:se#k/ret@host/db', 'https://a:sek@ret@b.example/x'])
      log.error({ error: new Error(`no ${url}`), url }, `with "${url}"`);
    expect(lines.join('')).not.toMatch(/ret@|sek/);
    expect(lines[0]).toContain('postgres://bot:[redacted]@host/db');
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    createLog('warn', { write: (line) => lines.push(line) }).info({}, 'nobody reads this');
    expect(lines).toEqual([]);
  });
});
