import { beforeAll, describe, expect, it } from 'vitest';
import type { Application, Caller, Reply } from '../../src/app/ports.ts';
import { createAssistant } from '../../src/assistant.ts';
import { loadBank } from '../../src/bank/bank.ts';
import type { Card } from '../../src/core/card.ts';
import { buttonsOf, plainText } from '../../src/core/card.ts';
import { parseCommand } from '../../src/core/command.ts';

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

let application: Application;

beforeAll(async () => {
  ({ application } = createAssistant(await loadBank('data/questions')));
});

function reply(outcome: ReturnType<Application['respond']>): Reply {
  if (outcome.kind !== 'now') throw new Error('a look-up needs memory only');
  return outcome.reply;
}

const ask = (text: string) =>
  reply(application.respond({ kind: 'command', command: parseCommand(text), ...circumstances })).card;
const press = (id: string) => reply(application.respond({ kind: 'press', id, ...circumstances }));
const words = (card: Card) => card.body.map((node) => (node.kind === 'text' ? plainText(node.text) : '')).join('\n');

describe('a look-up', () => {
  it('answers with title, topic, level, source and three related questions', () => {
    const card = ask('what is stride');
    expect(card.title).toBe('What is stride in a convolution?');
    expect(words(card)).toContain('vision · easy · ');
    const related = buttonsOf(card).filter(({ id }) => id.startsWith('show:'));
    expect(related).toHaveLength(3);
    expect(related.map(({ id }) => id)).not.toContain('show:stride');
  });

  it('is for the asker alone', () => {
    expect(press('show:stride')).toMatchObject({ audience: 'asker', place: 'new' });
  });

  it('opens a related question in a new message, and the chosen one in place of the choice', () => {
    const [first] = buttonsOf(ask('what is stride'));
    expect(press(first?.id ?? '')).toMatchObject({ place: 'new', card: { title: expect.any(String) } });
    expect(press('choose:padding')).toMatchObject({
      place: 'instead',
      card: { title: expect.stringContaining('padding') },
    });
  });

  it('says that it does not know what the bank does not cover', () => {
    expect(ask('how to deploy kubernetes').title).toBe('Not in the question bank');
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
    (id) => {
      expect(press(id)).toMatchObject({
        audience: 'asker',
        place: 'new',
        card: { title: 'That button is out of date' },
      });
    },
  );
});

describe('an answer', () => {
  const id = (card: Card, verb: string) => buttonsOf(card).find((action) => action.id.startsWith(`${verb}:`))?.id ?? '';

  it('is shared with everybody, with the name of who shared it and without the private buttons', () => {
    const { audience, place, card } = press(id(ask('what is stride'), 'share'));
    expect([audience, place, card.title]).toEqual(['channel', 'new', 'What is stride in a convolution?']);
    expect(words(card)).toContain('Shared by Ada');
    expect(buttonsOf(card).map((action) => action.id)).toEqual(['practise:stride']);
  });

  it('cannot be shared where there is nobody else', () => {
    const alone = { ...circumstances, caller: { ...caller, direct: true } };
    const { card } = reply(application.respond({ kind: 'command', command: parseCommand('stride'), ...alone }));
    expect(id(card, 'share')).toBe('');
  });

  it('quizzes on itself: a right and three wrong options, each with its reason, and nothing else to choose', () => {
    const item = press(id(ask('what is stride'), 'practise')).card;
    const verdicts = buttonsOf(item).map((option) => press(option.id));
    expect(verdicts.map(({ card }) => card.title).toSorted()).toEqual(['Not quite', 'Not quite', 'Not quite', 'Right']);
    for (const { place, card } of verdicts) {
      expect(place).toBe('instead');
      expect(words(card)).toContain('You chose');
      if (card.title !== 'Right') expect(words(card)).toContain('The right answer is');
    }
  });

  it('takes one vote; a second click on either thumb changes nothing', () => {
    const card = ask('what is autograd');
    expect(words(press(id(card, 'bad')).card)).toContain('Thank you');
    expect(words(press(id(card, 'bad')).card)).toContain('told me already');
    expect(words(press(id(card, 'good')).card)).toContain('told me already');
  });

  it('offers other questions after a thumb down', () => {
    const others = buttonsOf(press(id(ask('what is padding in a convolution'), 'bad')).card);
    expect(others.length).toBeGreaterThan(0);
    expect(others.map((action) => action.id)).not.toContain('show:padding');
  });
});

describe('the other commands', () => {
  it('help shows examples that work', () => {
    const card = ask('help');
    expect(words(card)).toContain('50 interview questions');
    for (const { id } of buttonsOf(card)) expect(press(id).card.title).toMatch(/\?$/);
  });

  it('topics counts every question once', () => {
    const [list] = ask('topics').body;
    const counts =
      list?.kind === 'list' ? list.items.map((item) => Number(/\((\d+)\)/.exec(plainText(item))?.[1])) : [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(50);
  });

  it('random keeps to topic and level, and says so when there is none', () => {
    expect(words(ask('random vision'))).toContain('vision · ');
    expect(words(ask('random tensors easy'))).toContain('tensors · easy');
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
