import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../src/app/store/appointment.ts';
import type { Store } from '../../../src/app/store/store.ts';
import { weekdays } from '../../../src/core/schedule/local-date.ts';
import { createOpening, type Opener } from '../opener.ts';

const ada = 'chat:1:7';

function samplePractice(changed: Partial<Appointment> = {}): Appointment {
  return {
    ...{ user: ada, settings: { time: { hour: 8, minute: 0 }, zone: 'Europe/Berlin', days: weekdays }, on: true },
    ...{ nextDate: '2026-11-03', nextAt: 5, rules: '2026c' },
    asked: { date: '2026-11-02', at: 4, round: 1, state: 'later', again: 9 },
    missed: [{ date: '2026-11-01', why: 'stopped' }],
    ...changed,
  };
}

const held = (store: Store, user = ada) => store.transact(({ dailyPractice }) => dailyPractice.lock(user));
const save = (store: Store, changed: Partial<Appointment> = {}) =>
  store.transact(({ dailyPractice }) => dailyPractice.save(samplePractice(changed)));

/** What every store promises of practice that comes by itself. */
export function describeDailyPracticeStore(opener: Opener): void {
  describe('daily practice', () => {
    const open = createOpening(opener);

    it('is kept as it was saved, one a person, where they turned it on last', async () => {
      const store = await open();
      expect(await held(store)).toBeNull();
      await save(store);
      expect(await held(store, 'chat:9:7')).toEqual(samplePractice());
      await save(store, { user: 'chat:-:7', asked: null, missed: [] });
      expect(await held(store)).toEqual(samplePractice({ user: 'chat:-:7', asked: null, missed: [] }));
      expect(await held(store, 'chat:1:77')).toBeNull();
    });

    it('tells whose next message older rules have planned, and which rules are the newest', async () => {
      const store = await open();
      const plans = (version: string) =>
        store.transact(async ({ dailyPractice }) => [
          await dailyPractice.plannedBefore(version),
          await dailyPractice.newestRules(),
        ]);
      expect(await plans('2026c')).toEqual([[], '']);
      await save(store);
      await save(store, { user: 'chat:1:8', rules: '' });
      await save(store, { user: 'chat:1:9', rules: '2026a', on: false });
      expect(await plans('2026c')).toEqual([['chat:1:8'], '2026c']);
      expect(await plans('2026d')).toEqual([[ada, 'chat:1:8'], '2026c']);
    });

    it('is forgotten with the person there, and with the workspace, together with its timers', async () => {
      const store = await open();
      const timers = () => store.timers.claim({ wall: 10, steady: 0 }, 10, 10);
      const begin = async (user: string) => {
        await save(store, { user });
        for (const kind of ['practice-due', 'practice-later']) {
          const timer = { key: `${kind}:${user}`, kind, clock: 'wall', due: 5, payload: { user } } as const;
          await store.transact((unit) => unit.timers.arm(timer));
        }
      };
      await begin(ada);
      await begin('chat:1:77');
      expect((await store.transact(({ people }) => people.kept(ada))).dailyPractice).toBe(1);
      expect(await store.transact(({ people }) => people.keysOf('chat:9:7'))).toEqual([ada]);
      await store.transact(({ people }) => people.forget('chat:9:7'));
      expect(await held(store)).not.toBeNull();
      await store.transact(({ people }) => people.forget(ada));
      expect(await held(store)).toBeNull();
      expect((await timers()).map(({ key }) => key).sort()).toEqual([
        'practice-due:chat:1:77',
        'practice-later:chat:1:77',
      ]);
      await store.transact(({ people }) => people.forgetScope('chat:1'));
      expect(await held(store, 'chat:1:77')).toBeNull();
    });
  });
}
