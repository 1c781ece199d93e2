import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

type Change = readonly [seconds: number, type: number];

/** A compiled file as RFC 9636 lays it out, with offsets in seconds for each type. */
export function compile({
  changes = [] as readonly Change[],
  offsets = [0] as readonly number[],
  footer = 'UTC0',
  version = '2',
  leaps = 0,
}): Buffer {
  const block = (size: 4 | 8, own: readonly Change[]) => {
    const body = Buffer.alloc(own.length * (size + 1) + offsets.length * 6 + 4 + leaps * (size + 4));
    for (const [index, [seconds, type]] of own.entries()) {
      if (size === 4) body.writeInt32BE(seconds, index * 4);
      else body.writeBigInt64BE(BigInt(seconds), index * 8);
      body.writeUInt8(type, own.length * size + index);
    }
    for (const [index, offset] of offsets.entries()) body.writeInt32BE(offset, own.length * (size + 1) + index * 6);
    const header = Buffer.alloc(44);
    header.write(`TZif${version === '1' ? '\0' : version}`, 'latin1');
    const counts = [0, 0, leaps, own.length, offsets.length, 4];
    for (const [index, count] of counts.entries()) header.writeUInt32BE(count, 20 + index * 4);
    return Buffer.concat([header, body]);
  };
  if (version === '1') return block(4, changes);
  return Buffer.concat([block(4, []), block(8, changes), Buffer.from(`\n${footer}\n`)]);
}

/** A folder of compiled files; gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Zones that every database has. */
export const samples = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
export const whole = Object.fromEntries(samples.map((zone) => [zone, compile({})]));
