import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config.ts';
import { Fault } from '../../src/core/fault.ts';

function problemOf(text: string): string {
  try {
    readConfiguration({ BANKS: text });
  } catch (error) {
    if (error instanceof Fault) return error.message;
  }
  return '';
}

describe('BANKS', () => {
  it('names folders of banks beside the default one', () => {
    const { banks, bankDirectory } = readConfiguration({ BANKS: ' git = ../git , networks=/srv/a=b ' });
    expect([...banks]).toEqual([
      ['git', '../git'],
      ['networks', '/srv/a=b'],
    ]);
    expect(bankDirectory).toMatch(/data$/);
    expect([...readConfiguration({}).banks]).toEqual([]);
  });

  it.each([
    ['git', 'must be names of banks with their folders'],
    ['git=', 'must be names of banks with their folders'],
    ['=../git', 'must be names of banks with their folders'],
    ['git=../git,', 'must be names of banks with their folders'],
    ['Git=../git', 'has a name that people cannot type'],
    ['my git=../git', 'has a name that people cannot type'],
    ['g.it=../git', 'has a name that people cannot type'],
    [`${'g'.repeat(21)}=../git`, 'may have up to 20'],
    ['git=../git,git=../other', 'has the name git twice'],
    ['git=~/git', 'begins its path with ~'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(problemOf(text)).toMatch(/^BANKS /);
    expect(problemOf(text)).toContain(problem);
  });
});
