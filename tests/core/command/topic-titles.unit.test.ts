import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/core/command.ts';

const topics = [
  { id: 'losses', title: 'Loss functions' },
  { id: 'loss', title: 'Loss' },
  { id: 'data', title: 'Data, arrays' },
];

describe('the title of a topic', () => {
  it.each([
    ['random Loss functions', 'random losses'],
    ['random loss FUNCTIONS easy', 'random losses easy'],
    ['random Loss', 'random loss'],
    ['quiz 5 loss functions, data, arrays hard', 'quiz 5 losses data hard'],
    ['quiz 5 topic:Loss functions', 'quiz 5 losses'],
    ['daily on 9:00 Europe/Berlin topic: Loss functions', 'daily on 9:00 Europe/Berlin topic:losses'],
    ['daily on 9:00 Loss functions Europe/Berlin', 'daily on 9:00 losses Europe/Berlin'],
  ])('in %j is as good as its id', (typed, same) => {
    expect(parseCommand(typed, topics)).toEqual(parseCommand(same, topics));
    expect(['random', 'quiz', 'daily']).toContain(parseCommand(typed, topics).kind);
  });

  it('changes nothing in a question, nor in the name of a group', () => {
    expect(parseCommand('random loss functions in use', topics)).toEqual({
      kind: 'ask',
      query: 'random loss functions in use',
    });
    expect(parseCommand('daily on 9 UTC ping:<!subteam^S1|@Loss functions>', topics)).toMatchObject({
      settings: { ping: '<!subteam^S1|@Loss functions>' },
    });
  });
});
