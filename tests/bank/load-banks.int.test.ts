import { describe, expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import { loadBanks, underName } from '../../src/bank/load-banks.ts';
import type { BankEdit } from '../../src/bank/watch.ts';
import { watchBanks } from '../../src/bank/watch-banks.ts';
import { Fault } from '../../src/core/fault.ts';
import { foreignBank } from '../foreign-bank.ts';

const places = { bankDirectory: 'data', banks: new Map([['git', foreignBank]]) };

describe('several banks', () => {
  it('are read one by one, the default one first and the others under their names', async () => {
    const [standard, ...others] = await loadBanks(places, loadBank);
    expect(standard.subject).toMatchObject({ command: 'pytorch' });
    expect(standard.subject.bank).toBeUndefined();
    expect(others.map(({ subject }) => [subject.bank, subject.command, subject.title])).toEqual([
      ['git', 'pytorch', 'Git questions'],
    ]);
    expect(others[0]?.questions.map(({ id }) => id)).toContain('git.revert');
  });

  it('are not read where people could not tell them apart, or a button could not carry their ids', async () => {
    const git = await loadBank(foreignBank);
    const { subject } = await loadBank('data');
    expect(() => underName(git, 'pytorch', subject)).toThrow(/bears the name by which the default one is chosen/);
    const [question] = git.questions;
    if (question === undefined) throw new Error('The bank is empty.');
    const long = { ...git, questions: [{ ...question, id: 'q'.repeat(57) }] };
    expect(underName(long, 'it', subject).questions).toHaveLength(1);
    expect(() => underName(long, 'git', subject)).toThrow(Fault);
    expect(() => underName(long, 'git', subject)).toThrow(/git\.q{57} is longer than 60 characters/);
  });

  it('are watched one by one; one that cannot bear its name any more is broken, and the last good one stays', async () => {
    const git = await loadBank(foreignBank);
    const tells = new Map<string, (edit: BankEdit) => void>();
    const heard: BankEdit[] = [];
    const ended: string[] = [];
    const { subject } = await loadBank('data');
    const end = watchBanks(places, {
      watch: (directory, tell) => {
        tells.set(directory, tell);
        return () => void ended.push(directory);
      },
      standard: () => subject,
      tell: (edit) => void heard.push(edit),
    });
    tells.get(foreignBank)?.({ kind: 'changed', bank: git, warnings: [] });
    tells.get('data')?.({ kind: 'changed', bank: git, warnings: [] });
    const long = git.questions.map((question) => ({ ...question, id: 'q'.repeat(60) }));
    tells.get(foreignBank)?.({ kind: 'changed', bank: { ...git, questions: long }, warnings: [] });
    expect(heard).toMatchObject([
      { kind: 'changed', bank: { subject: { bank: 'git' } } },
      { kind: 'changed', bank: { subject: { command: 'git' } } },
      { kind: 'broken', complaints: [{ file: foreignBank, cure: expect.stringContaining('shorter name') }] },
    ]);
    end();
    expect(ended).toEqual(['data', foreignBank]);
  });
});
