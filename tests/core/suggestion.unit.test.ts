import { describe, expect, it } from 'vitest';
import { readSuggestion } from '../../src/core/suggestion.ts';

const typed = { question: 'What is stride?', options: 'a step\nb\nc\nd', why: 'It is. https://docs.pytorch.org/x' };

const optionsOf = (options: string) =>
  readSuggestion({ ...typed, options }).options.map(({ text, correct }) => (correct ? `*${text}` : text));

describe('a suggestion', () => {
  it('has its answers a line each, the right one first', () => {
    expect(readSuggestion(typed)).toEqual({
      ...{ stem: 'What is stride?', title: 'What is stride?', code: null, why: 'It is.' },
      source: 'https://docs.pytorch.org/x',
      options: [
        { text: 'a step', correct: true, why: 'It is.' },
        { text: 'b', correct: false, why: null },
        { text: 'c', correct: false, why: null },
        { text: 'd', correct: false, why: null },
      ],
    });
    expect(optionsOf(' one \r\n\r\n two\nthree\n  \nfour ')).toEqual(['*one', 'two', 'three', 'four']);
  });

  it.each([
    ['a\n* b\nc\nd', ['a', '*b', 'c', 'd']],
    ['A) a\nB) b\nC) ✓ c\nD) d', ['a', 'b', '*c', 'd']],
    ['A. a\n✓ B. b\nC. c\nD. d', ['a', '*b', 'c', 'd']],
    ['- a\n- b\n- [x] c\n- d', ['a', 'b', '*c', 'd']],
    // All of them are marked, or two: nobody can tell which is meant, so it is the first.
    ['* a\n* b\n* c\n* d', ['*a', 'b', 'c', 'd']],
    ['1. a\n2. b\n3. c\n4. d', ['*a', 'b', 'c', 'd']],
    // Numbers that are the answers.
    ['1\n2\n3\n4', ['*1', '2', '3', '4']],
    ['-1\n-2\n*args\n(3)', ['*-1', '-2', '*args', '(3)']],
  ])('reads %j as it was meant', (options, read) => {
    expect(optionsOf(options)).toEqual(read);
  });

  it('takes why a wrong answer is wrong from behind it, however a keyboard writes two dashes', () => {
    const { options } = readSuggestion({
      ...typed,
      options: 'a -- because\nb -- no: `x--` is not\nc — nor this\nd--e',
    });
    expect(options).toEqual([
      { text: 'a', correct: true, why: 'because' },
      { text: 'b', correct: false, why: 'no: `x--` is not' },
      { text: 'c', correct: false, why: 'nor this' },
      { text: 'd--e', correct: false, why: null },
    ]);
  });

  it('takes code from between lines of back-ticks, and the question from around it', () => {
    const question = 'Look:\n\n```python\nx = 1\n  print(x)\n```\nWhat does it `print`?';
    expect(readSuggestion({ ...typed, question })).toMatchObject({
      ...{ code: 'x = 1\n  print(x)', stem: 'Look: What does it `print`?', title: 'Look: What does it print?' },
    });
    expect(readSuggestion({ ...typed, question: '```\nnever closed' })).toMatchObject({ code: null });
  });

  it.each([
    ['It shares memory (see https://a.org/b).', 'It shares memory.', 'https://a.org/b'],
    ['See: https://a.org/b_(c', '', 'https://a.org/b_(c'],
    ['It does (source: https://a.org/b), as always', 'It does, as always', 'https://a.org/b'],
    ['https://a.org/b says that it shares memory', 'says that it shares memory', 'https://a.org/b'],
    ['It shares memory. https://a.org/b.', 'It shares memory.', 'https://a.org/b'],
    ['It shares memory: http://a.org', 'It shares memory.', 'http://a.org'],
    ['No address at all', 'No address at all', null],
  ])('takes the address out of %j', (why, words, source) => {
    expect(readSuggestion({ ...typed, why })).toMatchObject({ why: words, source });
  });

  it('takes the last question for a title where the whole text is too long, or none', () => {
    const long = `A tensor ${'of many words '.repeat(10)}is given. What is its shape?`;
    expect(readSuggestion({ ...typed, question: long }).title).toBe('What is its shape?');
    expect(readSuggestion({ ...typed, question: 'Name the shape.' }).title).toBeNull();
    expect(readSuggestion({ ...typed, question: `${'why '.repeat(40)}?` }).title).toBeNull();
  });
});
