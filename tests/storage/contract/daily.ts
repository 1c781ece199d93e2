import { describe, expect, it } from 'vitest';
import type { DailyPost } from '../../../src/app/store/daily.ts';
import { unplanned } from '../../../src/app/store/daily.ts';
import { type DailySettings, dailyDefaults } from '../../../src/core/daily/settings.ts';
import { createOpening, type Opener } from '../opener.ts';

const channel = 'slack:T1:C1';

function samplePost(date: string, changed: Partial<DailyPost> = {}): DailyPost {
  const post = { channel, date, question: 'stride', asked: 'h1', order: [2, 0, 1, 3], outgoing: `daily:${date}` };
  return { ...post, state: 'open', since: Number(date.slice(-2)), ...changed };
}

/** What every store promises of daily questions. */
export function describeDaily(opener: Opener): void {
  describe('daily questions', () => {
    const open = createOpening(opener);

    it('keep the schedule of a channel until it is deleted', async () => {
      const store = await open();
      const plan = { ...dailyDefaults, time: { hour: 9, minute: 0 }, zone: 'Europe/Berlin', ping: '<!here>' };
      const settings = plan as unknown as DailySettings;
      const schedule = {
        channel,
        scope: 'slack:T1',
        settings,
        setBy: 'u',
        on: true,
        nextDate: '2026-11-25',
        nextAt: 5,
        rules: '2026f',
      };
      await store.transact(({ daily }) => daily.saveSchedule({ ...schedule, on: false }));
      await store.transact(({ daily }) => daily.saveSchedule(schedule));
      expect(await store.transact(({ daily }) => daily.schedule(channel))).toEqual(schedule);
      await store.transact(({ daily }) => daily.deleteSchedule(channel));
      expect(await store.transact(({ daily }) => daily.schedule(channel))).toBeNull();
    });

    it('tell which plans were made by older time zone rules, and by which the newest', async () => {
      const store = await open();
      const settings = { ...dailyDefaults, time: { hour: 9, minute: 0 }, zone: 'UTC' } as unknown as DailySettings;
      const plan = (name: string, rules: string, on = true) => ({
        ...{ channel: name, scope: 'slack:T1', settings, setBy: 'u', on },
        ...{ nextDate: '2026-11-25', nextAt: 5, rules },
      });
      await store.transact(async ({ daily }) => {
        expect(await daily.newestRules()).toBe(unplanned);
        await daily.saveSchedule(plan('b', '2026e'));
        await daily.saveSchedule(plan('a', unplanned));
        await daily.saveSchedule(plan('c', '2026f'));
        await daily.saveSchedule(plan('off', '2025b', false));
        await daily.saveSchedule(plan('later', '2026g', false));
        expect(await daily.plannedBefore('2026f')).toEqual(['a', 'b']);
        expect(await daily.plannedBefore('2026e')).toEqual(['a']);
        expect(await daily.newestRules()).toBe('2026f');
        expect(await daily.lockSchedule('b')).toEqual(plan('b', '2026e'));
        expect(await daily.lockSchedule('nowhere')).toBeNull();
      });
    });

    it('keep settings that wait for a time zone for a week', async () => {
      const store = await open();
      const settings = { ...dailyDefaults, time: { hour: 9, minute: 30 }, topic: 'tensors', ping: '<!here>' } as const;
      const draft = { id: 'x-1', channel, scope: 'slack:T1', user: 'u', settings, since: 1000 };
      await store.transact(({ daily }) => daily.addDraft(draft));
      expect(await store.transact(({ daily }) => daily.draft('x-1'))).toEqual(draft);
      expect(await store.transact(({ daily }) => daily.draft('x-2'))).toBeNull();
      await store.purge(1000 + 7 * 86_400_000);
      expect(await store.transact(({ daily }) => daily.draft('x-1'))).toEqual(draft);
      await store.purge(1001 + 7 * 86_400_000);
      expect(await store.transact(({ daily }) => daily.draft('x-1'))).toBeNull();
    });

    it('are one a date, whoever asks first', async () => {
      const store = await open();
      const add = () => store.transact(({ daily }) => daily.addPost(samplePost('2026-11-25')));
      expect((await Promise.all([add(), add(), add()])).filter(Boolean)).toHaveLength(1);
      expect(await store.transact(({ daily }) => daily.post(channel, '2026-11-25'))).toEqual(samplePost('2026-11-25'));
      expect(await store.transact(({ daily }) => daily.post(channel, '2026-11-26'))).toBeNull();
    });

    it('tell what is open, what was asked and when, oldest first', async () => {
      const store = await open();
      await store.transact(async ({ daily }) => {
        for (const date of ['2026-11-27', '2026-11-25', '2026-11-26', '2026-11-28'])
          await daily.addPost(samplePost(date));
        await daily.setPostState(channel, '2026-11-26', 'failed');
        await daily.setPostState(channel, '2026-11-25', 'closed');
        await daily.setPostState(channel, '2026-11-28', 'posting');
        await daily.skip(channel, '2026-11-29');
        await daily.skip(channel, '2026-11-29');
      });
      await store.transact(async ({ daily }) => {
        expect((await daily.openPosts(channel)).map(({ date }) => date)).toEqual(['2026-11-27', '2026-11-28']);
        expect((await daily.history(channel)).map(({ since }) => since)).toEqual([25, 27, 28]);
        expect((await daily.countedPosts(channel)).map(({ date }) => date)).toEqual([
          '2026-11-25',
          '2026-11-27',
          '2026-11-28',
        ]);
        expect(await daily.spentDates(channel)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']);
        expect([await daily.isSkipped(channel, '2026-11-29'), await daily.isSkipped(channel, '2026-11-28')]).toEqual([
          true,
          false,
        ]);
      });
    });

    it('tell what is practice from what counts: it is asked and spent, and no part of what a streak is made of', async () => {
      const store = await open();
      const keys = ['2026-11-25', '2026-11-26b', '2026-11-26-1', '2026-11-26-12', '2026-11-27-1'];
      await store.transact(async ({ daily }) => {
        for (const key of keys) await daily.addPost(samplePost(key, { since: 7 }));
        await daily.addPost(samplePost('2026-11-28', { state: 'failed' }));
        await daily.addPost(samplePost('2026-11-24', { state: 'withdrawn', since: 6 }));
        for (const key of keys)
          await daily.answer(channel, key, { user: 'a', name: 'A', choice: 0, correct: true, at: 7 });
        await daily.countStreak(channel, { user: 'a', name: 'A' }, '2026-11-25');
      });
      await store.transact(async ({ daily }) => {
        // People have points for what was withdrawn, so that its date has had its question.
        expect(await daily.countedPosts(channel)).toEqual([
          { date: '2026-11-24', since: 6 },
          { date: '2026-11-25', since: 7 },
          { date: '2026-11-26b', since: 7 },
        ]);
        expect((await daily.history(channel)).map(({ date }) => date)).toEqual(['2026-11-24', ...keys.toSorted()]);
        expect(await daily.spentDates(channel)).toEqual(['2026-11-24', ...keys, '2026-11-28'].toSorted());
        // Practice of later dates, however much, lets no streak end.
        for (let no = 2; no < 60; no += 1) await daily.addPost(samplePost(`2026-11-27-${no}`));
        expect(await daily.streak(channel, 'a')).toMatchObject({ current: 2, used: [] });
      });
    });

    it('keep the dates that are left out until they are taken back, each channel its own', async () => {
      const store = await open();
      const other = 'slack:T1:C2';
      await store.transact(async ({ daily }) => {
        for (const date of ['2026-11-30', '2026-11-29']) await daily.skip(channel, date);
        await daily.skip(other, '2026-11-29');
        await daily.unskip(channel, '2026-11-29');
        await daily.unskip(channel, '2026-12-24');
      });
      await store.transact(async ({ daily }) => {
        expect(await daily.skips(channel)).toEqual(['2026-11-30']);
        expect(await daily.skips(other)).toEqual(['2026-11-29']);
        expect(await daily.isSkipped(channel, '2026-11-29')).toBe(false);
      });
    });

    it('are not closed while an answer to them is taken', async () => {
      const store = await open();
      await store.transact(({ daily }) => daily.addPost(samplePost('2026-11-25')));
      const order: string[] = [];
      let enter = () => {};
      const inside = new Promise<void>((resolve) => {
        enter = resolve;
      });
      const answering = store.transact(async ({ daily }) => {
        await daily.post(channel, '2026-11-25');
        enter();
        // Time enough for the other one to be done, if nothing held it back.
        for (let look = 0; look < 30; look += 1) await daily.post(channel, '2026-11-25');
        order.push('answered');
      });
      await inside;
      await store.transact(({ daily }) => daily.setPostState(channel, '2026-11-25', 'closed'));
      order.push('closed');
      await answering;
      expect(order).toEqual(['answered', 'closed']);
    });

    it('take one answer from a person, however often it is clicked at once', async () => {
      const store = await open();
      const answer = (user: string, choice: number) =>
        store.transact(({ daily }) =>
          daily.answer(channel, '2026-11-25', { user, name: `N\0 ${user}`, choice, correct: choice === 1, at: 7 }),
        );
      const ends = await Promise.all([answer('b', 1), answer('b', 2), answer('b', 3)]);
      expect(ends.filter((end) => end === null)).toHaveLength(1);
      await answer('a', 1);
      const answers = await store.transact(({ daily }) => daily.answers(channel, '2026-11-25'));
      expect(answers.map(({ user, name }) => [user, name])).toEqual([
        ['b', 'N b'],
        ['a', 'N a'],
      ]);
      expect(ends.filter((end) => end !== null)).toEqual([answers[0], answers[0]]);
      const tally = await store.transact(({ daily }) => daily.tally(channel, '2026-11-25'));
      expect(tally.reduce((sum, count) => sum + count)).toBe(2);
    });
  });

  describe('gaps', () => {
    const open = createOpening(opener);

    it('are counted by text, whatever the case, the spaces and the end of the sentence', async () => {
      const store = await open();
      const gap = { kind: 'unanswered', question: '' } as const;
      await store.transact(async ({ gaps }) => {
        await gaps.count({ ...gap, query: 'What is  MPS' }, 1);
        await gaps.count({ ...gap, query: ' what is mps?! ' }, 2);
        await gaps.count({ ...gap, query: 'ｗhat is mps？…' }, 2);
        await gaps.count({ ...gap, query: '.item() in C#' }, 2);
        await gaps.count({ ...gap, query: 'rare' }, 3);
        await gaps.count({ kind: 'down-voted', query: 'what is mps', question: 'stride' }, 4);
        await gaps.count({ ...gap, query: `${'ü'.repeat(40_000)}` }, 5);
      });
      const list = await store.transact(({ gaps }) => gaps.list(5));
      expect(list.map(({ query, count, last }) => [query.slice(0, 20), count, last])).toEqual([
        ['What is MPS', 3, 2],
        ['ü'.repeat(20), 1, 5],
        ['what is mps', 1, 4],
        ['rare', 1, 3],
        ['.item() in C#', 1, 2],
      ]);
    });

    it('are counted together as they are one by one', async () => {
      const store = await open();
      const gap = { kind: 'unanswered', question: '' } as const;
      await store.transact(({ gaps }) => gaps.count({ ...gap, query: 'mps' }, 1));
      await store.transact(async ({ gaps }) => {
        await gaps.countAll([], 2);
        await gaps.countAll(
          [
            { ...gap, query: 'Rare' },
            { ...gap, query: 'MPS?' },
            { ...gap, query: 'mps' },
            { kind: 'partial', query: 'mps', question: 'stride' },
            { kind: 'partial', query: 'mps', question: 'padding' },
          ],
          3,
        );
      });
      const list = await store.transact(({ gaps }) => gaps.list(5));
      expect(list.map(({ kind, query, question, count, last }) => [kind, query, question, count, last])).toEqual(
        expect.arrayContaining([
          ['unanswered', 'mps', '', 3, 3],
          ['unanswered', 'Rare', '', 1, 3],
          ['partial', 'mps', 'stride', 1, 3],
          ['partial', 'mps', 'padding', 1, 3],
        ]),
      );
      expect(list).toHaveLength(4);
    });

    it('make room for new ones at the cost of the rarest and oldest', async () => {
      const store = await open();
      await store.transact(async ({ gaps }) => {
        for (let no = 0; no < 2; no += 1) await gaps.count({ kind: 'unanswered', query: 'often', question: '' }, 0);
      });
      for (let block = 0; block < 5; block += 1) {
        await store.transact(async ({ gaps }) => {
          for (let no = 0; no < 1_001; no += 1) {
            await gaps.count({ kind: 'unanswered', query: `${block} ${no}`, question: '' }, block * 1_001 + no + 1);
          }
        });
      }
      const list = await store.transact(({ gaps }) => gaps.list(10_000));
      expect(list).toHaveLength(5_000);
      expect(list[0]?.query).toBe('often');
      expect(list.some(({ query }) => query === '0 0')).toBe(false);
      expect(list.some(({ query }) => query === '4 1000')).toBe(true);
    });
  });
}
