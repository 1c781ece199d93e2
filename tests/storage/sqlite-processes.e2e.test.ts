import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startChild } from './child.ts';
import { createFolders } from './folder.ts';
import { createOpening } from './opener.ts';
import { first, put, samplePost, sampleQuiz, sampleTimer } from './samples.ts';

describe('a process that dies', () => {
  const createFolder = createFolders();
  const locate = async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }) as const;
  const open = createOpening({ locate });

  it('takes no acknowledged answer with it, however it is killed', async () => {
    const place = await locate();
    const store = await open(place);
    await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
    await store.close();
    let acknowledged = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      const writer = startChild('writer', [place.path, String(kill * 1_000_000)]);
      await writer.wrote(50 + Math.floor(Math.random() * 200));
      await writer.kill();
      const after = await open(place);
      const answers = await after.transact(({ quizzes }) => quizzes.answers('q'));
      await after.close();
      const stored = new Set(answers.map(({ no }) => no));
      expect(writer.lines().filter((no) => !stored.has(Number(no)))).toEqual([]);
      acknowledged += writer.lines().length;
      // What was written and not yet acknowledged: at most one in each of the four lanes and kills.
      expect(stored.size - acknowledged).toBeLessThanOrEqual(4 * (kill + 1));
    }
    expect(acknowledged).toBeGreaterThan(100);
  });

  it('leaves no half-made database when it was killed during its first start', async () => {
    // The more of it stands in the folder, the later it is killed; at the latest when it is open.
    for (const names of [['.lock'], ['.new'], ['.new', '.new-journal'], ['']]) {
      const place = await locate();
      const starting = startChild('opener', [place.path]);
      const isThere = () => names.every((name) => existsSync(`${place.path}${name}`));
      while (!isThere() && starting.lines().length === 0) await turn();
      await starting.kill();
      const store = await open(place);
      expect(await store.isReady()).toBe(true);
    }
  });

  it('leaves a transaction that the next start undoes, also in a file that is not in WAL mode yet', async () => {
    const [whole, place] = [await locate(), await locate()];
    await (await open(whole)).close();
    const database = new DatabaseSync(whole.path);
    database.exec(
      "pragma journal_mode = delete; pragma cache_size = 1; begin; update kysely_migration set timestamp = 'x'",
    );
    for (let row = 0; row < 500; row += 1)
      database.exec(`insert into counters values ('${row}-${'x'.repeat(500)}', 1)`);
    // As a power cut or a kill would leave both files.
    for (const end of ['', '-journal']) await copyFile(`${whole.path}${end}`, `${place.path}${end}`);
    database.close();
    const store = await open(place);
    expect(await store.isReady()).toBe(true);
    await store.close();
    const after = new DatabaseSync(place.path, { readOnly: true });
    expect(after.prepare("select count(*) as left from counters where name like '%xxx'").get()).toEqual({ left: 0 });
    after.close();
  });

  it('is followed by one that takes its work over at once', async () => {
    const place = await locate();
    const store = await open(place);
    await store.transact(({ timers }) => timers.arm(sampleTimer('one', { due: 10 })));
    await put(store, [samplePost('a'), samplePost('b', { lane: 'two' })]);
    await store.timers.claim({ wall: 10, steady: 0 }, 10, 1e9);
    const [one, other] = await store.outbox.claim(10, 10, 1e9);
    await store.outbox.markUncertain(first(one === undefined ? [] : [one]), 11, 100);
    await store.outbox.giveBack(first(other === undefined ? [] : [other]), 500, true);
    await store.close();
    const next = await open(place);
    expect((await next.timers.claim({ wall: 10, steady: 0 }, 10, 5)).map(({ attempts }) => attempts)).toEqual([2]);
    const claimed = await next.outbox.claim(20, 10, 5);
    expect(claimed.map(({ id, uncertainSince }) => [id, uncertainSince])).toEqual([['a', 11]]);
  });

  it('leaves no lock behind; while it lives, a second one is refused at once', async () => {
    const place = await locate();
    const holder = startChild('opener', [place.path]);
    await holder.wrote(1);
    await expect(open(place)).rejects.toMatchObject({
      code: 'storage-locked',
      hint: expect.stringMatching(/DATABASE_URL/),
    });
    expect(holder.process.exitCode).toBeNull();
    await holder.kill();
    const store = await open(place);
    expect(await store.isReady()).toBe(true);
    await expect(open(place)).rejects.toMatchObject({ code: 'storage-locked' });
    const second = startChild('opener', [place.path]);
    await second.wrote(1);
    expect(second.lines()).toEqual(['storage-locked']);
    expect(await store.beat(1)).toBeNull();
  });

  it('commits the answers that came before it was told to close', async () => {
    const store = await open();
    await store.transact(({ quizzes }) => quizzes.open(sampleQuiz('q')));
    const answer = { no: 0, user: 'u', name: 'n', choice: 1, at: 1, received: 1 };
    const recorded = store.answers.record('q', 1, answer);
    await store.close();
    expect(await recorded).toEqual({ kind: 'recorded' });
    await expect(store.answers.record('q', 1, answer)).rejects.toMatchObject({ code: 'storage' });
  });
});
