import { describe, expect, it } from 'vitest';
import type { Bank } from '../../../src/core/bank.ts';
import { shipped } from '../../search/bank.ts';
import { until } from '../../until.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';
import { at, instant, posts } from './place.ts';

/** Our own bank after a topic was given up with its questions. */
const without = (topic: string): Bank => ({
  ...shipped,
  subject: { ...shipped.subject, topics: shipped.subject.topics.filter(({ id }) => id !== topic) },
  questions: shipped.questions.filter((question) => question.topic !== topic),
});

describe('a topic that the bank has no more', () => {
  it('turns its daily question off when it is due, and says why to whoever set it up', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.command('daily on 08:00 Etc/UTC topic:vision');
    await house.bot.useBank(without('vision'));
    const status = wordsOf((await house.command('daily status')).card);
    expect(status).toContain('About: “vision”, which the bank no longer has, all levels');
    expect(wordsOf((await house.command('daily now')).card)).toContain('The bank has no question for “vision”.');
    await at(house, '2026-11-02T08:00:00Z');
    expect(posts(house)).toEqual([]);
    await until(() =>
      expect(house.platform.messages.map(({ card }) => wordsOf(card)).join('\n')).toContain(
        'it cannot be posted: the question bank no longer has its topic, “vision”.',
      ),
    );
    expect((await house.command('daily status')).card.title).toBe('The daily question is off');
  });

  it('is not on a person’s record any more, whose points stay, and is not what to practise', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    const person = { user: 'sim:S:ada', name: 'Ada' };
    await house.store.transact(async (unit) => {
      await unit.scores.add(['sim:S'], ['all'], { ...person, points: 500, answered: 3, correct: 1, won: 0 });
      for (const [no, question] of [
        ...shipped.questions.filter(({ topic }) => ['vision', 'tensors'].includes(topic)).entries(),
      ]) {
        const { id, topic, level } = question;
        const item = { question: id, item: question.items[0]?.id ?? '', asked: null, choice: null, topic, level };
        const answer = { user: person.user, source: `daily:${no}`, correct: topic !== 'vision' && no % 2 > 0, at: no };
        await unit.memory.note({ ...item, ...answer });
      }
    });
    expect(wordsOf((await house.command('me')).card)).toMatch(/Vision: 0 of [\s\S]*To practise: practice vision/);
    await house.bot.useBank(without('vision'));
    const words = wordsOf((await house.command('me')).card);
    expect(words).toContain('Points: 500');
    expect(words).not.toMatch(/vision/i);
    expect(words).toContain('To practise: practice tensors');
  });

  it('is no topic of a quiz any more', async () => {
    const house = await openHouse(standingClock(instant('2026-11-02T07:00:00Z')));
    await house.bot.useBank(without('vision'));
    expect(wordsOf((await house.command('quiz 5 vision')).card)).toContain('“vision” is neither a topic nor a level');
  });
});
