import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../src/pictures/painter.ts';
import { pictureOf } from './drawn.ts';

const paint = createPainter();
const ten = ['Ada', '김민준', '张伟', 'محمد', '🔥'.repeat(100), 'W'.repeat(300), 'Иван', 'דוד', '<&>', ''];

/** Width and height of a PNG, and its inflated bytes (PNG specification, chunks IHDR and IDAT). */
function readPng(png: Uint8Array) {
  const view = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)));
  }
  return {
    signature: view.toString('hex', 0, 8),
    width: view.readUInt32BE(16),
    height: view.readUInt32BE(20),
    bytes: inflateSync(Buffer.concat(parts)),
  };
}

/** What a process of its own prints that runs the script to its end. */
async function run(script: string, ...options: readonly string[]): Promise<string> {
  const all = [...options, '--eval', script];
  return (await promisify(execFile)(process.execPath, all)).stdout;
}

describe('the painter', () => {
  it('draws a podium of 1200 × 630 px as PNG, in many colours', async () => {
    const png = readPng(await paint(pictureOf('podium', ['Ada', 'Bob', 'Cleo'])));
    expect(png).toMatchObject({ signature: '89504e470d0a1a0a', width: 1200, height: 630 });
    expect(new Set(png.bytes).size).toBeGreaterThan(50);
  });

  it('draws a board as wide, and higher with more rows', async () => {
    const [short, long] = await Promise.all([paint(pictureOf('board', ['Ada'])), paint(pictureOf('board', ten))]);
    expect(readPng(short).width).toBe(1200);
    expect(readPng(long).height).toBeGreaterThan(readPng(short).height);
  });

  it.each([
    ['podium', ['W'.repeat(300), '🔥'.repeat(100), '鬱'.repeat(300)]],
    ['board', ten],
    ['board', Array.from({ length: 10 }, () => '鬱'.repeat(300))],
    ['board', Array.from({ length: 10 }, () => '👨‍👩‍👧‍👦'.repeat(100))],
  ] as const)('keeps a %s below 150 kB, however full it is', async (kind, names) => {
    expect((await paint(pictureOf(kind, names))).byteLength).toBeLessThan(150_000);
  });

  it('draws the same bytes each time, also by another painter and among many at once', async () => {
    const drawn = await Promise.all(Array.from({ length: 12 }, () => paint(pictureOf('board', ten))));
    const other = await createPainter()(pictureOf('board', ten));
    for (const png of drawn) expect(Buffer.from(png).equals(other)).toBe(true);
  });

  it('draws the next picture after one that cannot be drawn', async () => {
    const broken = { ...pictureOf('podium', ['Ada']), title: 5 } as never;
    const [failed, next] = await Promise.allSettled([paint(broken), paint(pictureOf('podium', ['Ada']))]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'picture-failed' } });
    expect(next.status).toBe('fulfilled');
  });

  it('keeps no process alive when all is drawn', async () => {
    const stdout = await run(`const { createPainter } = await import('./src/pictures/painter.ts');
      const png = await createPainter()({ kind: 'board', title: '', rows: [] });
      console.log(png.byteLength > 1000);`);
    expect(stdout).toBe('true\n');
  });

  it('loads its renderer with the first picture only, and names the cure where there is none', async () => {
    const block = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name.startsWith('@resvg/')) throw new Error('no renderer here');
        return next(name, context);
      } });`;
    const script = `const { createPainter } = await import('./src/pictures/painter.ts');
      const paint = createPainter();
      console.log('ready');
      await paint({ kind: 'podium', title: '', rows: [] }).catch((error) => console.log(error.cause.message, error.code, error.hint));`;
    const stdout = await run(script, '--import', `data:text/javascript,${encodeURIComponent(block)}`);
    expect(stdout).toMatch(/^ready\nno renderer here picture-failed Run npm ci/);
  });
});
