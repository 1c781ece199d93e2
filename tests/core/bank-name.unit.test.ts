import { describe, expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import { bankNameOf, bareId, isBankName, nameBank } from '../../src/core/bank-name.ts';
import { parseCommand } from '../../src/core/command.ts';
import { foreignBank } from '../foreign-bank.ts';

const git = await loadBank(foreignBank);
const named = nameBank(git, 'scm', 'ask');

describe('a bank with a name', () => {
  it('bears it in every id of its questions and topics, and in none of its words', () => {
    const { subject, questions } = named;
    expect(questions.map(({ id }) => id)).toEqual(git.questions.map(({ id }) => `scm.${id}`));
    expect(subject.topics).toEqual([
      { id: 'scm.branches', title: 'Branches' },
      { id: 'scm.undoing', title: 'Undoing things' },
    ]);
    expect(new Set(questions.map(({ topic }) => topic))).toEqual(new Set(subject.topics.map(({ id }) => id)));
    expect(subject.examples[0]).toEqual({ id: 'scm.revert', title: 'What does git revert do?' });
    expect(subject).toMatchObject({ bank: 'scm', command: 'ask', title: 'Git questions' });
    expect(questions.map(({ title, body }) => [title, body])).toEqual(
      git.questions.map(({ title, body }) => [title, body]),
    );
  });

  it('names what its questions refer to in the same way', () => {
    const [first] = git.questions;
    if (first === undefined) throw new Error('The bank is empty.');
    const items = first.items.map((item) => ({ ...item, conflicts: ['merge#new'] }));
    const [changed] = nameBank(
      { ...git, questions: [{ ...first, items, related: ['merge'] }] },
      'scm',
      'ask',
    ).questions;
    expect(changed?.related).toEqual(['scm.merge']);
    expect(changed?.items[0]?.conflicts).toEqual(['scm.merge#new']);
  });

  it('leaves unread what is only made when it is read', () => {
    let read = 0;
    const lazy = {
      ...git.questions[0],
      get body() {
        read += 1;
        return [];
      },
    } as unknown as (typeof git.questions)[number];
    const [question] = nameBank({ ...git, questions: [lazy] }, 'scm', 'ask').questions;
    expect(read).toBe(0);
    expect(question?.body).toEqual([]);
    expect(read).toBe(1);
  });

  it('is told from its ids', () => {
    expect([bankNameOf('scm.revert'), bareId('scm.revert')]).toEqual(['scm', 'revert']);
    expect([bankNameOf('stride'), bareId('stride'), bankNameOf(''), bareId('')]).toEqual(['', 'stride', '', '']);
  });

  it('has a name that can stand in an id', () => {
    expect(['git', 'git-2', 'a'].every(isBankName)).toBe(true);
    expect(['', 'Git', '2git', 'git.', 'git--2', '-git', 'a b', 'g'.repeat(21)].some(isBankName)).toBe(false);
  });
});

describe('topics of a bank with a name', () => {
  const { topics } = named.subject;

  it.each([
    ['quiz 3 undoing', { kind: 'quiz', settings: { topics: ['scm.undoing'] } }],
    ['quiz 3 Undoing things', { kind: 'quiz', settings: { topics: ['scm.undoing'] } }],
    ['quiz 3 scm.undoing', { kind: 'quiz', settings: { topics: ['scm.undoing'] } }],
    ['practice topics:branches,undoing', { kind: 'practice', wish: { topics: ['scm.branches', 'scm.undoing'] } }],
    ['random UNDOING easy', { kind: 'random', topic: 'scm.undoing' }],
    ['daily on 9:00 Berlin topic:undoing', { kind: 'daily', settings: { topic: 'scm.undoing' } }],
    ['daily on 9:00 topic:x', { kind: 'mistake', reason: '“x” is not a topic; the topics are branches, undoing.' }],
  ])('are typed without it: %s', (text, meant) => {
    expect(parseCommand(text, topics)).toMatchObject(meant);
  });
});

describe('the bank of a channel', () => {
  it.each([
    ['bank', { kind: 'bank', action: 'status' }],
    ['bank list', { kind: 'bank', action: 'status' }],
    ['bank use', { kind: 'bank', action: 'status' }],
    ['Bank Use Git', { kind: 'bank', action: 'use', name: 'git' }],
    ['bank use git please', { kind: 'ask' }],
    ['bank account', { kind: 'ask' }],
  ])('is asked for and chosen: %s', (text, meant) => {
    expect(parseCommand(text, [])).toMatchObject(meant);
  });
});
