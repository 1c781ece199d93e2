import { describe, expect, it } from 'vitest';
import type { Application, Caller, Reply } from '../../../src/app/ports.ts';
import { createAssistant } from '../../../src/assistant.ts';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf, plainText } from '../../../src/core/card.ts';
import { commandOf } from '../../core/command-of.ts';
import { shipped } from '../../search/bank.ts';

const caller: Caller = {
  scope: 's',
  channel: 'c',
  user: 'u',
  name: 'Ada',
  direct: false,
  manages: false,
  moderates: false,
};
const circumstances = { caller, event: 'e', at: 0 };

const { application } = createAssistant(shipped);

function reply(outcome: ReturnType<Application['respond']>): Reply {
  if (outcome.kind !== 'now') throw new Error('a look-up needs memory only');
  return outcome.reply;
}

const ask = (text: string) =>
  reply(application.respond({ kind: 'command', command: commandOf(text), ...circumstances })).card;
let messages = 0;

/** Each press is of another message, unless one is named. */
async function press(id: string, message?: string, at = 0): Promise<Reply> {
  messages += 1;
  const inbound = { ...circumstances, kind: 'press', id, message: message ?? `m${messages}`, at } as const;
  const outcome = application.respond(inbound);
  if (outcome.kind === 'now') return outcome.reply;
  if (outcome.kind === 'nothing' || outcome.kind === 'ask') throw new Error('There was no answer.');
  const acted = await outcome.act();
  if (acted === null) throw new Error('There was no answer.');
  return outcome.kind === 'later' ? { ...outcome, card: acted as Card } : (acted as Reply);
}
const words = (card: Card) => card.body.map((node) => (node.kind === 'text' ? plainText(node.text) : '')).join('\n');

describe('a look-up', () => {
  it('answers with title, topic, level, source and three related questions', () => {
    const card = ask('what is stride');
    expect(card.title).toBe('What is stride in a convolution?');
    expect(words(card)).toContain('Vision · easy · ');
    const related = buttonsOf(card).filter(({ id }) => id.startsWith('show:'));
    expect(related).toHaveLength(3);
    expect(related.map(({ id }) => id)).not.toContain('show:stride');
  });

  it('is for the asker alone', async () => {
    expect(await press('show:stride')).toMatchObject({ audience: 'asker', place: 'new' });
  });

  it('opens a related question in a new message, and the chosen one in place of the choice', async () => {
    const [first] = buttonsOf(ask('what is stride'));
    expect(await press(first?.id ?? '')).toMatchObject({ place: 'new', card: { title: expect.any(String) } });
    expect(await press('choose:padding')).toMatchObject({
      place: 'instead',
      card: { title: expect.stringContaining('padding') },
    });
  });

  it('says that it does not know what the bank does not cover', () => {
    expect(ask('what is the weather in lisbon').title).toBe('Not in the question bank');
  });

  it('says that there was nothing to look up in punctuation or emoji', () => {
    for (const text of ['!?!?', '😀', '---']) expect(ask(text).title).toBe('Nothing to look up');
  });

  it('says a long query back shortened', () => {
    expect(words(ask(`zzyx ${'qwrtp '.repeat(2000)}`)).length).toBeLessThan(600);
  });
});

describe('a button', () => {
  it.each(['', 'show', 'show:', 'show:gone', 'burn:stride', 'show:stride:1', 'constructor:stride', 'x'.repeat(5000)])(
    'that means nothing any more (%#) gets a polite private answer',
    async (id) => {
      expect(await press(id)).toMatchObject({
        audience: 'asker',
        place: 'new',
        card: { title: 'That button is out of date' },
      });
    },
  );
});

describe('an answer', () => {
  const id = (card: Card, verb: string) => buttonsOf(card).find((action) => action.id.startsWith(`${verb}:`))?.id ?? '';

  it('is shared with everybody, with the name of who shared it and without the private buttons', async () => {
    const { audience, place, card } = await press(id(ask('what is stride'), 'share'));
    expect([audience, place, card.title]).toEqual(['channel', 'new', 'What is stride in a convolution?']);
    expect(words(card)).toContain('Shared by Ada');
    expect(buttonsOf(card).map((action) => action.id)).toEqual(['practise:stride']);
  });

  it('cannot be shared where there is nobody else', () => {
    const alone = { ...circumstances, caller: { ...caller, direct: true } };
    const { card } = reply(application.respond({ kind: 'command', command: commandOf('stride'), ...alone }));
    expect(id(card, 'share')).toBe('');
  });

  it('quizzes on itself: a right and three wrong options, each with its reason, and nothing else to choose', async () => {
    const item = (await press(id(ask('what is stride'), 'practise'))).card;
    const verdicts = await Promise.all(buttonsOf(item).map((option) => press(option.id)));
    expect(verdicts.map(({ card }) => card.title).toSorted()).toEqual(['Not quite', 'Not quite', 'Not quite', 'Right']);
    for (const { place, card } of verdicts) {
      expect(place).toBe('instead');
      expect(words(card)).toContain('You chose');
      if (card.title !== 'Right') expect(words(card)).toContain('The right answer is');
    }
  });

  it('takes one vote, which the other thumb changes and the same thumb does not', async () => {
    const card = ask('what is autograd');
    const vote = async (verb: 'good' | 'bad') => words((await press(id(card, verb))).card);
    expect(await vote('bad')).toMatch(/^Thank you. What you asked is noted/);
    expect(await vote('bad')).toContain('told me so already');
    expect(await vote('good')).toBe('Thank you. Your 👍 counts in place of your 👎.');
    expect(await vote('good')).toContain('told me so already');
    expect(await vote('bad')).toMatch(/^Thank you. Your 👎 counts in place of your 👍./);
  });

  it('offers other questions after a thumb down', async () => {
    const others = buttonsOf((await press(id(ask('what is padding in a convolution'), 'bad'))).card);
    expect(others.length).toBeGreaterThan(0);
    expect(others.map((action) => action.id)).not.toContain('show:padding');
  });
});

describe('the other commands', () => {
  it('help shows examples that work', async () => {
    const card = ask('help');
    expect(words(card)).toContain('50 PyTorch questions');
    for (const { id } of buttonsOf(card)) expect((await press(id)).card.title).toMatch(/\?$/);
  });

  it('topics counts every question once', () => {
    const [list] = ask('topics').body;
    const counts =
      list?.kind === 'list' ? list.items.map((item) => Number(/\((\d+)\)/.exec(plainText(item))?.[1])) : [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
  });

  it('random keeps to topic and level, and says so when there is none', () => {
    expect(words(ask('random vision'))).toContain('Vision · ');
    expect(words(ask('random tensors easy'))).toContain('Tensors · easy');
    expect(ask('random sequences easy').title).toBe('No such question');
  });
});

describe('completion', () => {
  it('gives titles that look themselves up', () => {
    const titles = application.complete('strid', 25);
    expect(titles[0]).toBe('What is stride in a convolution?');
    for (const title of titles) expect(ask(title).title).toBe(title);
  });

  it('holds to the limit and takes anything', () => {
    for (const typed of ['', 'what', '\ud800', 'constructor', 'x'.repeat(6000)]) {
      expect(application.complete(typed, 5).length).toBeLessThanOrEqual(5);
    }
  });
});
