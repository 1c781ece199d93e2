import { describe, expect, it, vi } from 'vitest';
import type { Verb } from '../../../src/app/dispatch/button.ts';
import { buttonId, parseButtonId } from '../../../src/app/dispatch/button.ts';
import type { Caller, Reply } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import { orderOf } from '../../../src/core/permutation.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { expanding } from '../suggestions/suggested.ts';
import { everyCard } from '../views/every-card.ts';
import { wordsOf } from '../words-of.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const [ada, bo] = ['Ada', 'Bo'].map((name) => ({ user: `sim:S:${name.toLowerCase()}`, name }));

/** A place in which every button has something to act on: made as far as one is pressed. */
type Stage = {
  /** Ids of quizzes: one in its lobby, one whose question is asked, one that is over. */
  readonly lobby: () => Promise<string>;
  readonly asked: () => Promise<string>;
  readonly over: () => Promise<string>;
  /** The key of a daily question that is open, a date that is left out, and what was set up without a time zone. */
  readonly daily: () => Promise<string>;
  readonly skipped: () => Promise<string>;
  readonly draft: () => Promise<string>;
  /** The hash of an item. */
  readonly flagged: () => Promise<string>;
  /** The id of a practice of which the first question was answered wrongly. */
  readonly practice: () => Promise<string>;
  /** The id of an interview of which an answer was shown. */
  readonly interview: () => Promise<string>;
  /** The id of an answer that somebody else posted for peers. */
  readonly peer: () => Promise<string>;
  /** The id of a suggestion that waits. */
  readonly suggestion: () => Promise<string>;
  /** The date of a day's practice that came by direct message. */
  readonly day: () => Promise<string>;
  /** The id of a season that goes on. */
  readonly season: () => Promise<string>;
};

async function quizIn(house: House, channel: string): Promise<string> {
  await house.command('quiz 3 10s teams', { ...ada, channel });
  const quiz = await house.store.transact((unit) => unit.quizzes.liveIn(channel));
  const id = quiz?.id ?? '';
  await house.press(`join:${id}`, bo);
  return id;
}

/** What the first button of a card is about. */
function firstArgument(card: Card | undefined): string {
  return (card === undefined ? undefined : buttonsOf(card)[0])?.id.split(':')[1] ?? '';
}

function stageOf(house: House): Stage {
  return {
    lobby: () => quizIn(house, 'sim:S:L'),
    asked: async () => {
      const id = await quizIn(house, 'sim:S:A');
      await house.press(`begin:${id}`, ada);
      await until(async () => {
        const quiz = await house.store.transact((unit) => unit.quizzes.lock(id));
        expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
      });
      return id;
    },
    over: async () => {
      const id = await quizIn(house, 'sim:S:O');
      await house.press(`stop:${id}:lobby`, ada);
      return id;
    },
    daily: async () => {
      await house.command('daily now', { channel: 'sim:S:D' });
      await until(() => expect(house.platform.in('sim:S:D')).toHaveLength(1));
      return firstArgument(house.platform.in('sim:S:D')[0]?.card);
    },
    skipped: async () => {
      await house.command('daily on 09:00 Europe/Berlin', { ...ada, channel: 'sim:S:K' });
      return firstArgument((await house.command('daily skip', { ...ada, channel: 'sim:S:K' })).card);
    },
    interview: async () => {
      const id = firstArgument((await house.command('interview', ada)).card);
      await house.press(`interview:${id}:reveal:0`, ada);
      return id;
    },
    peer: async () => {
      const interview = firstArgument((await house.command('interview', bo)).card);
      await house.say(`interview:${interview}:said:0`, 'It jumps.', bo);
      await house.say(`peer:ask:${interview}:0`, 'It jumps.', bo);
      await until(() => expect(house.platform.inThreads('sim:S:C')).toHaveLength(1));
      await house.press(`peer:tick:${interview}-0:1:1`, ada);
      return `${interview}-0`;
    },
    practice: async () => {
      await house.command('practice', ada);
      const session = await house.store.transact((unit) => unit.practice.lock('sim:S:ada'));
      const asked = await house.store.transact((unit) => unit.items.find([session?.items[0]?.asked ?? '']));
      const order = orderOf(session?.items[0]?.order ?? 0);
      const options = [...asked.values()][0]?.item.options ?? [];
      const wrong = order.findIndex((index) => options[index]?.correct === false);
      await house.press(`session:${session?.id}:pick:0:${wrong}`, ada);
      return session?.id ?? '';
    },
    day: async () => {
      const item = {
        question: 'stride',
        item: 'i',
        topic: 'tensors',
        level: 'easy',
        asked: null,
        choice: null,
      } as const;
      await house.store.transact(({ memory }) =>
        memory.note({ ...item, correct: false, user: 'sim:S:ada', source: 'daily:x', at: start - 86_400_000 }),
      );
      await house.command('practice daily 10:01 Europe/Berlin', ada);
      await house.pass(60_000);
      return firstArgument({ body: house.platform.in('@sim:S:ada').flatMap(({ card }) => card.body.slice(-2)) });
    },
    suggestion: async () => {
      await house.fillIn('suggest:text:new', expanding, ada);
      const [open] = await house.store.transact(({ suggestions }) => suggestions.inState('open', 'sim:S'));
      return open?.id ?? '';
    },
    flagged: async () => {
      await house.command('practice', ada);
      const session = await house.store.transact((unit) => unit.practice.lock('sim:S:ada'));
      return session?.items[0]?.asked ?? '';
    },
    season: async () => {
      await house.command('season start Autumn', ada);
      return (await house.store.transact(({ seasons }) => seasons.current('sim:S:C')))?.id ?? '';
    },
    draft: async () => {
      return firstArgument((await house.command('daily on 09:00', { ...ada, channel: 'sim:S:Z' })).card);
    },
  };
}

/** Every kind of button there is, each with all that it can be for; `of` is what it acts on. */
const buttons: Readonly<Record<Verb, { readonly of?: keyof Stage; readonly ids: (of: string) => readonly string[] }>> =
  {
    topic: { ids: () => ['topic', 'topic:vision:0'] },
    show: { ids: () => ['show:stride'] },
    bank: { ids: () => ['bank:pytorch', 'bank:none'] },
    scope: { ids: () => ['scope:forget', 'scope:none'] },
    choose: { ids: () => ['choose:stride'] },
    more: { ids: () => ['more:stride'] },
    less: { ids: () => ['less:stride'] },
    share: { ids: () => ['share:stride'] },
    good: { ids: () => ['good:stride'] },
    bad: { ids: () => ['bad:stride'] },
    practise: { ids: () => ['practise:stride:0'] },
    flag: { of: 'flagged', ids: (hash) => [`flag:${hash}`] },
    try: { ids: () => ['try:stride:0:5:1'] },
    session: {
      of: 'practice',
      ids: (practice) => ['pick:1:1', 'next', 'anew', 'missed', 'stop'].map((what) => `session:${practice}:${what}`),
    },
    interview: {
      of: 'interview',
      ids: (interview) =>
        ['tick:0:0:1', 'tick:0:0:0', 'next:0', 'go', 'reveal:1', 'anew', 'end'].map(
          (what) => `interview:${interview}:${what}`,
        ),
    },
    peer: {
      of: 'peer',
      ids: (request) =>
        ['mark', 'tick', 'send', 'change'].map((what) => `peer:${what}:${request}${what === 'tick' ? ':0:1' : ''}`),
    },
    'practice-on': { ids: () => ['practice-on:vision'] },
    'quiz-on': { ids: () => ['quiz-on:vision'] },
    'practice-day': {
      of: 'day',
      ids: (date) => ['later', 'left', 'stop'].map((what) => `practice-day:${date}:0:${what}`),
    },
    'practice-zone': { ids: () => ['practice-zone:0800:Europe/Berlin'] },
    daily: { of: 'daily', ids: (date) => [`daily:${date}:1`] },
    remind: {
      of: 'daily',
      ids: (date) => [`remind:pick:${date}:1:sim:S:D`, 'remind:stop', 'remind:zone:2000:Europe/Berlin'],
    },
    unskip: { of: 'skipped', ids: (date) => [`unskip:${date}`] },
    zone: { of: 'draft', ids: (draft) => [`zone:${draft}:UTC`] },
    suggest: {
      of: 'suggestion',
      ids: (suggestion) => ['suggest:list', ...['show', 'drop'].map((what) => `suggest:${what}:${suggestion}`)],
    },
    suggested: {
      of: 'suggestion',
      ids: (suggestion) => ['show', 'accept'].map((what) => `suggested:${what}:${suggestion}`),
    },
    record: { ids: () => ['record:show', 'record:hide'] },
    forget: { ids: () => ['forget:yes'] },
    progress: { ids: () => ['share', 'anki', 'data'].map((what) => `progress:${what}`) },
    board: {
      ids: () => ['board:week:here:people:0', 'board:week:here:people:0:share', 'board:all:everywhere:teams:0:share'],
    },
    season: { of: 'season', ids: (id) => [`season:${id}:page:0`, `season:${id}:share:0`, `season:${id}:end`] },
    join: { of: 'lobby', ids: (quiz) => [`join:${quiz}`] },
    leave: { of: 'lobby', ids: (quiz) => [`leave:${quiz}`] },
    team: { of: 'lobby', ids: (quiz) => [`team:${quiz}:1`] },
    begin: { of: 'lobby', ids: (quiz) => [`begin:${quiz}`] },
    pick: { of: 'asked', ids: (quiz) => [`pick:${quiz}:0:1`] },
    host: { of: 'asked', ids: (quiz) => [`host:${quiz}`] },
    control: {
      of: 'asked',
      ids: (quiz) => ['pause', 'resume', 'skip:0', 'stop'].map((what) => `control:${quiz}:${what}`),
    },
    stop: { of: 'asked', ids: (quiz) => [`stop:${quiz}:0`, `stop:${quiz}:no`] },
    results: { of: 'over', ids: (quiz) => [`results:${quiz}`] },
    review: { of: 'over', ids: (quiz) => [`review:${quiz}`] },
    rematch: { of: 'over', ids: (quiz) => [`rematch:${quiz}`] },
  };

/** Where somebody presses a button of this verb. */
const channels: { readonly [_ in Verb]?: string } = {
  daily: 'sim:S:D',
  unskip: 'sim:S:K',
  zone: 'sim:S:Z',
  rematch: 'sim:S:O',
};

/** All that was changed: rows that hold something of anybody's, and what was posted for it. */
async function traces({ database, platform }: House): Promise<unknown> {
  const rows = async (query: string) => (await database.read(query)).map((row) => JSON.stringify(row)).toSorted();
  const queries = [
    // An edit that shows the same once more does nothing.
    "select id from outgoings where id not like '%-edit'",
    'select state from quizzes',
    'select quiz, no, user_key, choice from quiz_answers',
    'select channel, date, user_key, choice from daily_answers',
    'select channel, date, choice, answers from daily_tallies',
    'select board, period, user_key, points, answered, correct from scores',
    'select channel, user_key, current_days from streaks',
    'select channel, settings, is_on, next_date from daily_schedules',
    'select id, ended_at, quizzes from seasons',
    'select channel, date from daily_skips',
    'select voter, question from votes',
    'select learner, source, question, correct from memory_answers',
    'select learner, question, due, stability from memory_cards',
    'select learner, settings, is_on, next_date, asked from daily_practice',
    'select learner, settings, is_on, next_date, asked from daily_reminders',
    "select key, due from timers where kind like 'practice-%' or kind like 'remind-%'",
    'select kind, question, count from gaps',
    'select learner, asked, state from flags',
    'select id, learner, state from peer_requests',
    'select request, learner, ticked, sent from peer_marks',
  ];
  return [await Promise.all(queries.map(rows)), platform.messages.map(({ key }) => key).toSorted()];
}

type Pressing = (house: House, id: string, who: Partial<Caller>) => Promise<readonly (Reply | null)[]>;

const once: Pressing = async (house, id, who) => [await house.pressUnder('sim:S:m', id, who)];

/** Two presses in the same 100 ms, the second of which another process gets. */
const twiceElsewhere: Pressing = async (house, id, who) => {
  const other = house.another();
  const now = house.clock.wall();
  return Promise.all([house.pressUnder('sim:S:m', id, who, now), other.pressUnder('sim:S:m', id, who, now + 80)]);
};

const twiceHere: Pressing = async (house, id, who) => {
  const now = house.clock.wall();
  return Promise.all([house.pressUnder('sim:S:m', id, who, now), house.pressUnder('sim:S:m', id, who, now + 80)]);
};

/** What is left of pressing the button of a place `n` of all of a verb, in a house of its own. */
async function leftOf(verb: Verb, n: number, pressing: Pressing) {
  const house = await openHouse(standingClock(start));
  const { of, ids } = buttons[verb];
  const id = ids(of === undefined ? '' : await stageOf(house)[of]())[n] ?? '';
  house.clock.set(start + 1000);
  const channel = channels[verb] ?? 'sim:S:C';
  const replies = await pressing(house, id, { ...(verb === 'pick' ? bo : ada), channel });
  await house.settled();
  const shown = replies.filter((reply) => reply?.audience === 'channel').length;
  return { left: await traces(house), shown, replies };
}

const all = Object.keys(buttons).flatMap((word) => {
  const verb = word as Verb;
  return buttons[verb].ids('…').map((id, n) => ({ name: id, verb, n }));
});

describe('every button', () => {
  it('that a card can have is of a kind that is pressed here', () => {
    const verbs = everyCard().flatMap(([, card]) => buttonsOf(card).map(({ id }) => parseButtonId(id)?.verb));
    expect([...new Set(verbs)].filter((verb) => verb === undefined || !(verb in buttons))).toEqual([]);
  });

  it.each(all)('pressed twice does what it does once: $name', async ({ verb, n }) => {
    const [one, here, elsewhere] = await Promise.all(
      [once, twiceHere, twiceElsewhere].map((how) => leftOf(verb, n, how)),
    );
    expect(here?.left).toEqual(one?.left);
    expect(elsewhere?.left).toEqual(one?.left);
    expect(elsewhere?.shown).toBe(one?.shown);
    expect(here?.replies.filter((reply) => reply !== null)).toHaveLength(1);
  });
});

describe('a button', () => {
  it('that shows something to all does so once for each message, whenever and wherever it is pressed', async () => {
    const house = await openHouse(standingClock(start));
    const share = buttonId('share', 'stride');
    expect(await house.pressUnder('sim:S:m', share)).toMatchObject({ audience: 'channel' });
    house.clock.set(start + 60_000);
    await house.restart();
    const again = await house.pressUnder('sim:S:m', share);
    expect(again).toMatchObject({ audience: 'asker' });
    expect(wordsOf(again?.card ?? { body: [] })).toContain('You have shared this one already.');
    expect(await house.pressUnder('sim:S:another', share)).toMatchObject({ audience: 'channel' });
  });

  it('acts again when it was not the last one that was pressed: in, out and in again', async () => {
    const house = await openHouse(standingClock(start));
    const id = await quizIn(house, 'sim:S:C');
    const said: string[] = [];
    for (const [no, verb] of (['join', 'leave', 'join'] as const).entries()) {
      const reply = await house.pressUnder('sim:S:m', `${verb}:${id}`, bo, start + 200 * no);
      said.push(wordsOf(reply?.card ?? { body: [] }));
    }
    expect(said.map((words) => /You are (in|out)/.exec(words)?.[1])).toEqual(['in', 'out', 'in']);
  });

  it('can show it to all again when that did not arrive, at once and at any process', async () => {
    const house = await openHouse(standingClock(start));
    const press = { kind: 'press', id: 'share:stride', message: 'sim:S:m', event: 'e', at: start } as const;
    const about = { scope: 'sim:S', channel: 'sim:S:C', direct: false, manages: false, moderates: false };
    const caller: Caller = { user: 'sim:S:ada', name: 'Ada', ...about };
    const outcome = house.bot.application.respond({ ...press, caller });
    if (outcome.kind !== 'aside') throw new Error('That was shown at once.');
    await outcome.act();
    await outcome.undo();
    expect(await house.pressUnder('sim:S:m', 'share:stride', ada, start)).toMatchObject({ audience: 'channel' });
    expect(await house.another().pressUnder('sim:S:m', 'share:stride', ada)).toMatchObject({ audience: 'asker' });
  });

  it('can be pressed again at once when it has failed', async () => {
    const house = await openHouse(standingClock(start));
    const id = await quizIn(house, 'sim:S:C');
    const { store } = house;
    const failing = vi.spyOn(store, 'transact').mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(house.pressUnder('sim:S:m', `join:${id}`, bo)).rejects.toThrow();
    failing.mockRestore();
    expect(wordsOf((await house.pressUnder('sim:S:m', `join:${id}`, bo))?.card ?? { body: [] })).toContain(
      'You are in',
    );
  });
});

describe('a vote', () => {
  const rows = ({ database }: House) =>
    database.read("select question, query, count from gaps where kind = 'down-voted'");

  it('is counted once for a person and an answer, and can be changed, also after a restart', async () => {
    const house = await openHouse(standingClock(start));
    await house.command('What is Stride?', ada);
    await house.press('bad:stride', ada);
    await house.press('bad:stride', ada);
    expect(await rows(house)).toEqual([{ question: 'stride', query: 'What is Stride?', count: 1 }]);
    await house.command('what is stride?', bo);
    await house.press('bad:stride', bo);
    expect(await rows(house)).toMatchObject([{ count: 2 }]);
    await house.restart();
    await house.press('bad:stride', ada);
    expect(await rows(house)).toMatchObject([{ count: 2 }]);
    expect(wordsOf((await house.press('good:stride', ada)).card)).toContain('in place of your 👎');
    expect(await rows(house)).toMatchObject([{ count: 1 }]);
    await house.press('good:stride', bo);
    expect(await rows(house)).toEqual([]);
    await house.press('bad:stride', bo);
    expect(await rows(house)).toMatchObject([{ question: 'stride', count: 1 }]);
  });

  it('is kept without a name, and goes with the person', async () => {
    const house = await openHouse(standingClock(start));
    await house.press('bad:stride', ada);
    const votes = await house.database.read('select * from votes');
    expect(votes).toHaveLength(1);
    expect(JSON.stringify(votes)).not.toContain('ada');
    await house.press('forget:yes', ada);
    expect(await house.database.read('select * from votes')).toEqual([]);
  });
});
