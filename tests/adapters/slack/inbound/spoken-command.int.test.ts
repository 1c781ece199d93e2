import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../../src/adapters/slack/inbound/spoken-command.ts';
import { shipped } from '../../../search/bank.ts';
import { escapeGroups } from '../../../simulators/slack/payloads.ts';

const read = (text: string) => readCommand(text, shipped.subject.topics);
const on = 'daily on 09:00 Europe/Berlin';

describe('a group to notify', () => {
  it.each([
    ['as Slack passes on what was typed', escapeGroups(`${on} ping:@pytorch-learners`)],
    ['behind a space', escapeGroups(`${on} ping: @pytorch-learners weekdays`)],
    ['in a message, where its name may be missing', `${on} ping:<!subteam^S0LEARN>`],
    ['by its id, where nothing is marked', `${on} ping:S0LEARN`],
  ])('is known by its id %s', (_, text) => {
    expect(read(text)).toMatchObject({ action: 'on', settings: { ping: expect.stringMatching(/S0LEARN/) } });
  });

  it.each([
    ['a name that Slack did not mark', 'ping:@pytorch-learners', '@pytorch-learners'],
    ['everybody', 'ping:<!channel>', '@channel'],
    ['a person', 'ping:<@U1|ada>', '@ada'],
    ['a channel', 'ping:<#C1|general>', '#general'],
  ])('is not %s: one sentence says so', (_, typed, named) => {
    expect(read(`${on} ${typed}`)).toEqual({
      kind: 'mistake',
      of: 'daily',
      reason: `“${named}” is no user group that I can notify. Type @ behind ping: and choose the group from the list that Slack shows.`,
      example: 'daily on 09:00 Europe/Berlin ping:@your-group',
    });
  });

  it('is mere words in a question', () => {
    expect(read('what does <!subteam^S0LEARN|@pytorch-learners> ask?')).toEqual({
      kind: 'ask',
      query: 'what does @pytorch-learners ask?',
    });
  });
});
