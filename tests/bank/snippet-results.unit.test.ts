import { describe, expect, it } from 'vitest';
import type { SnippetRun } from '../../src/bank/snippet-results.ts';
import { differencesBetween } from '../../src/bank/snippet-results.ts';
import type { Snippet } from '../../src/bank/snippets.ts';

const snippet = (key: string, changes: Partial<Snippet> = {}): Snippet => ({
  ...{ key, file: 'a.md', field: 'answer', line: 1, code: '', needs: [], output: 'one\ntwo' },
  span: { oldest: null, newest: null },
  ...changes,
});

const run = (version: string, outputs: Readonly<Record<string, string>>): SnippetRun => ({
  release: { python: 'python3', version, gpu: false },
  results: Object.entries(outputs).map(([key, output]) => {
    const error = output.startsWith('!') ? output.slice(1) : null;
    return { key, output: error === null ? output : '', error, line: null };
  }),
});

const outcomes = (snippets: readonly Snippet[], ...runs: readonly SnippetRun[]) =>
  differencesBetween(snippets, runs).map(({ snippet: { key }, outcomes: all }) => [key, ...all]);

describe('what differs between releases', () => {
  it('is what one prints otherwise or fails at, with the first line that tells', () => {
    const snippets = [snippet('same'), snippet('other'), snippet('less'), snippet('fails')];
    const old = run('2.6.0', { same: 'one\ntwo\n', other: 'one\n2', less: 'one', fails: '!NameError: x\nmore' });
    const now = run('2.13.0', { same: 'one  \ntwo', other: 'one\ntwo', less: 'one\ntwo', fails: 'one\ntwo' });
    expect(outcomes(snippets, old, now)).toEqual([
      ['other', 'prints 2', 'as written'],
      ['less', 'prints less', 'as written'],
      ['fails', 'fails: NameError: x', 'as written'],
    ]);
  });

  it('is told of a release outside of the bounds, too, and marked', () => {
    const bounded = [snippet('new', { span: { oldest: '2.10', newest: null } })];
    expect(outcomes(bounded, run('2.6.0', { new: '!E' }), run('2.13.0', { new: 'one\ntwo' }))).toEqual([
      ['new', 'fails: E (outside its bounds)', 'as written'],
    ]);
  });

  it('is nothing where only one release ran it, or all do the same wrong thing', () => {
    expect(outcomes([snippet('a')], run('2.6.0', {}), run('2.13.0', { a: 'x' }))).toEqual([]);
    expect(outcomes([snippet('a')], run('2.6.0', { a: 'x' }), run('2.13.0', { a: 'x' }))).toEqual([]);
  });

  it('shows who did not run it where the others differ', () => {
    const runs = [run('1.13.1', {}), run('2.6.0', { a: 'x' }), run('2.13.0', { a: 'one\ntwo' })];
    expect(outcomes([snippet('a')], ...runs)).toEqual([['a', 'not run', 'prints x', 'as written']]);
  });
});
