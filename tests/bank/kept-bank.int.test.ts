import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBank } from '../../src/bank/bank.ts';
import { createKeptBanks } from '../../src/bank/kept-bank.ts';
import { loadBank } from '../../src/bank/load.ts';

const own = 'data';
const quiet = () => {};

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A bank of one topic, and how often it was read from its files rather than taken from what is kept. */
async function openBank() {
  const folder = await openFolder();
  const bank = join(folder, 'bank');
  await cp(join(own, 'questions/tensors'), join(bank, 'tensors'), { recursive: true });
  const kept = createKeptBanks(join(folder, 'kept'));
  let reads = 0;
  const counting = {
    ...kept,
    keep: async (...given: Parameters<typeof kept.keep>) => {
      reads += 1;
      await kept.keep(...given);
    },
  };
  const file = join(bank, 'tensors/tensor.md');
  return {
    ...{ bank, file, kept: join(folder, 'kept') },
    load: () => loadBank(bank, quiet, null, { kept: counting }),
    reads: () => reads,
  };
}

describe('a bank that was read before', () => {
  it('is the same as one that is read', async () => {
    const folder = await openFolder();
    const read = (await readBank(own)).bank;
    expect(await loadBank(own, quiet, null, { kept: createKeptBanks(folder) })).toEqual(read);
    expect(await readdir(folder)).toHaveLength(1);
    expect(await loadBank(own, quiet, null, { kept: createKeptBanks(folder) })).toStrictEqual(read);
  });

  it('is told of before it is read, and not where it is kept', async () => {
    const folder = await openFolder();
    const told: string[] = [];
    const kept = createKeptBanks(folder);
    for (const start of ['first', 'second'])
      await loadBank(own, quiet, null, { kept, reading: () => told.push(start) });
    expect(told).toEqual(['first']);
  });

  it('is not read again while nothing has changed, and is when a file has', async () => {
    const { load, reads, file, bank } = await openBank();
    const before = await load();
    expect(await load()).toEqual(before);
    expect(reads()).toBe(1);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^title: .*$/m, 'title: What is a tensor, please?'));
    expect((await load()).questions.map(({ title }) => title)).toContain('What is a tensor, please?');
    await writeFile(file, text);
    expect(await load()).toEqual(before);
    expect(reads()).toBe(2);
    await rm(join(bank, 'tensors/from-numpy.md'));
    expect((await load()).questions).toHaveLength(before.questions.length - 1);
  });

  it('is never one with a fault, and tells its warnings every time', async () => {
    const { load, file, kept, bank } = await openBank();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^level: .*$/m, 'level: simple'));
    for (const _ of [1, 2]) await expect(load()).rejects.toMatchObject({ code: 'bank-invalid' });
    await expect(readdir(kept)).rejects.toMatchObject({ code: 'ENOENT' });
    await writeFile(file, text.replace(/^( +- text: .*)$/m, '$1<br>'));
    const told: number[] = [];
    for (const _ of [1, 2])
      await loadBank(bank, (warnings) => told.push(warnings.length), null, { kept: createKeptBanks(kept) });
    expect(told[0]).toBeGreaterThan(0);
    expect(told[1]).toBe(told[0]);
  });

  it('is read where what was kept is damaged, and where nothing can be kept', async () => {
    const { load, kept, bank } = await openBank();
    const before = await load();
    const [name = ''] = await readdir(kept);
    const whole = await readFile(join(kept, name), 'utf8');
    const empty = '{"questions":[],"warnings":[]}';
    for (const damaged of ['', 'null', empty, `${whole.split('\n')[0]}\n${empty}`, whole.slice(0, -20)]) {
      await writeFile(join(kept, name), damaged);
      expect(await load()).toEqual(before);
    }
    await rm(kept, { recursive: true });
    await writeFile(kept, 'a file where the folder should be');
    expect(await load()).toEqual(before);
    expect(await loadBank(bank, quiet, null, { kept: createKeptBanks(kept) })).toEqual(before);
  });

  it('makes room for newer ones', async () => {
    const folder = await openFolder();
    await mkdir(folder, { recursive: true });
    const kept = createKeptBanks(folder);
    const none = { ...(await loadBank(own)), questions: [], warnings: [], notes: [] };
    for (let no = 0; no < 25; no += 1) await kept.keep(`${no}`, none);
    expect(await readdir(folder)).toHaveLength(20);
    expect(await kept.find('24')).toEqual(none);
  });
});
