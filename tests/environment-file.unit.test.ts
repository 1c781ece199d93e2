import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironmentFile } from '../src/config/environment-file.ts';
import { Fault } from '../src/core/fault.ts';

describe('a .env file', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'env-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function read(content: string | Buffer) {
    const path = join(directory, '.env');
    await writeFile(path, content);
    return readEnvironmentFile(path);
  }

  async function problemOf(content: string | Buffer): Promise<string> {
    const error = await read(content).catch((caught: unknown) => caught);
    if (!(error instanceof Fault)) throw new Error('The file was read.');
    expect(error.code).toBe('configuration');
    expect(error.message + error.hint).not.toContain('kret');
    return `${error.message} ${error.hint}`;
  }

  it('is read with the mark that some editors begin UTF-8 with, comments, quotes and both ends of a line', async () => {
    const text =
      '\ufeffPORT=1\r\n# a comment # about = this\nHOST=localhost # here\nexport A="b#c"\nWEB=\nB=\'#\'\nC= #x\n';
    expect(await read(text)).toEqual({ PORT: '1', HOST: 'localhost', A: 'b#c', WEB: '', B: '#', C: '' });
  });

  it('may be left out', () => {
    expect(readEnvironmentFile(join(directory, 'nothing'))).toEqual({});
  });

  it.each([
    ['little-endian', Buffer.from('\ufeffPORT=1', 'utf16le')],
    ['big-endian', Buffer.from('\ufeffPORT=1', 'utf16le').swap16()],
    ['unmarked', Buffer.from('PORT=1', 'utf16le')],
  ])('in %s UTF-16 is named with the cure', async (_, bytes) => {
    expect(await problemOf(bytes)).toMatch(/\.env is in UTF-16, not in UTF-8\. Save it as UTF-8/);
  });

  it('whose value would end at a # is named, not cut short', async () => {
    expect(await problemOf('PORT=1\nDATABASE_URL=postgres://u:se#kret@h/db\n')).toMatch(
      /value of DATABASE_URL has a #.*%23/,
    );
    expect(await problemOf('SLACK_SIGNING_SECRET = se#kret')).toMatch(/value of SLACK_SIGNING_SECRET has a #.*quotes/);
  });

  it('with a line that sets nothing, a variable set twice or a quote without end is named', async () => {
    expect(await problemOf('PORT=1\nkret is the password\n')).toMatch(
      /^Line 2 of .*\.env sets no variable\. Write NAME=value/,
    );
    expect(await problemOf('HOST=localhost\n# other\nHOST=kret\n')).toMatch(/\.env sets HOST twice\. Keep one/);
    expect(await problemOf('DISCORD_TOKEN="kret\nPORT=1\n')).toMatch(
      /value of DISCORD_TOKEN begins with a quote that does not end/,
    );
  });

  it('that cannot be read is named', () => {
    expect(() => readEnvironmentFile(directory)).toThrow(/cannot be read/);
  });
});
