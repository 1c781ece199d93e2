import { beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../src/app/application.ts';
import type { Application, Caller, Reply } from '../../src/app/ports.ts';
import { loadBank } from '../../src/bank/bank.ts';
import type { Action, Card } from '../../src/core/card.ts';
import { plainText } from '../../src/core/card.ts';
import { parseCommand } from '../../src/core/command.ts';
import type { Question } from '../../src/core/question.ts';
import { createSearch } from '../../src/search/search.ts';

const caller: Caller = { scope: 's', channel: 'c', user: 'u', name: 'Ada' };

let questions: readonly Question[] = [];
let application: Application;

beforeAll(async () => {
  questions = await loadBank('data/questions');
  application = createApplication({ questions, search: createSearch(questions), random: () => 0 });
});

function reply(outcome: ReturnType<Application['respond']>): Reply {
  if (outcome.kind !== 'now') throw new Error('a look-up needs memory only');
  return outcome.reply;
}

const ask = (text: string) => reply(application.respond({ kind: 'command', command: parseCommand(text), caller })).card;
const press = (id: string) => reply(application.respond({ kind: 'press', id, caller }));
const buttons = (card: Card): readonly Action[] =>
  card.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
const words = (card: Card) => card.body.map((node) => (node.kind === 'text' ? plainText(node.text) : '')).join('\n');

describe('a look-up', () => {
  it('answers with title, topic, level, source and three related questions', () => {
    const card = ask('what is stride');
    expect(card.title).toBe('What is stride in a convolution?');
    expect(words(card)).toContain('vision · easy · ');
    expect(buttons(card)).toHaveLength(3);
    expect(buttons(card).map(({ id }) => id)).not.toContain('show:stride');
  });

  it('is for the asker alone', () => {
    expect(press('show:stride')).toMatchObject({ audience: 'asker', place: 'new' });
  });

  it('opens a related question in a new message, and the chosen one in place of the choice', () => {
    const [first] = buttons(ask('what is stride'));
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

describe('the other commands', () => {
  it('help shows examples that work', () => {
    const card = ask('help');
    expect(words(card)).toContain('50 interview questions');
    for (const { id } of buttons(card)) expect(press(id).card.title).toMatch(/\?$/);
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
