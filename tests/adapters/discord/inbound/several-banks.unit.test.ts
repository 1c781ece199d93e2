import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../../../src/adapters/discord/inbound/commands.ts';
import { completeOption } from '../../../../src/adapters/discord/inbound/completion.ts';
import { sayCommand } from '../../../../src/adapters/discord/inbound/said-command.ts';
import type { Application } from '../../../../src/app/ports.ts';
import { loadBank } from '../../../../src/bank/load.ts';
import { nameBank, subjectAmong } from '../../../../src/core/bank-name.ts';
import { foreignBank } from '../../../foreign-bank.ts';
import { shipped } from '../../../search/bank.ts';

const git = nameBank(await loadBank(foreignBank), 'git', shipped.subject.command).subject;
const all = [shipped.subject, git];
const standard = subjectAmong(shipped.subject, all);

const application = {
  complete: (typed: string, _: number, channel?: string) => [`${typed} in ${channel}`],
  completeTimeZone: () => ['Europe/Berlin'],
  banks: () => ['pytorch', 'git'],
  subject: (channel?: string) => (channel === 'discord:1:2' ? subjectAmong(git, all) : standard),
} as unknown as Application;

describe('several banks', () => {
  it('are chosen by a command of its own, and suggest the topics of each channel instead of listing those of one', () => {
    const json = JSON.stringify(commandsFor(standard));
    expect(json).toContain('"name":"bank"');
    expect(json).not.toContain(JSON.stringify(shipped.subject.topics[0]?.title));
    const topics = json.match(/"name":"topic(-\d)?"[^}]*"autocomplete":true/g);
    // Of the daily question one; of quiz, practice and interview three each.
    expect(topics).toHaveLength(10);
    const alone = JSON.stringify(commandsFor(shipped.subject));
    expect(alone).not.toContain('"name":"bank"');
    expect(alone).toContain(JSON.stringify(shipped.subject.topics[0]?.title));
  });

  it('are completed by what is typed, in the channel in which it is typed', () => {
    const complete = (name: string, value: string, channel = 'discord:1:2') =>
      completeOption(application, { name, value }, channel).map(({ value: chosen }) => chosen);
    expect(complete('topic-2', 'undo')).toEqual(['Undoing things']);
    expect(complete('topic', '')).toEqual(['Branches', 'Undoing things']);
    expect(complete('topic', 'undo', 'discord:1:3')).toEqual([]);
    expect(complete('use', 'g')).toEqual(['git']);
    expect(complete('use', '')).toEqual(['pytorch', 'git']);
    expect(complete('question', 'a')).toEqual(['a in discord:1:2']);
    expect(complete('level', 'a')).toEqual([]);
  });

  it('are named in hints as one fills them in', () => {
    const said = (text: string) => sayCommand(text, standard, new Map()).map((span) => span.text);
    expect(said('bank')).toEqual(['/bank']);
    expect(said('bank use git')).toEqual(['/bank use:git']);
    expect(said('quiz 5 undoing 20s')).toEqual(['/quiz start count:5 topic:Undoing things seconds:20']);
    // Nobody has such a command where there is one bank: there it is typed.
    expect(sayCommand('bank', shipped.subject, new Map()).map((span) => span.text)).toEqual(['/pytorch question:bank']);
  });
});
