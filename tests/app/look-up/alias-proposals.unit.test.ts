import { describe, expect, it } from 'vitest';
import { proposeAliases } from '../../../src/app/look-up/alias-proposals.ts';
import type { Click } from '../../../src/app/store/click.ts';
import { question } from '../../search/bank.ts';

const bank = [
  { ...question('stride', 'What is stride?', ['step size']), errors: ['stride must be positive'] },
  question('padding', 'What is padding?', ['zero border']),
];

const click = (query: string, id: string, count: number, against = 0): Click => ({
  query,
  question: id,
  count,
  against,
  partly: 0,
  last: 1,
});

describe('aliases that are proposed', () => {
  it('are what people opened more than once, by question, the most opened first', () => {
    const clicks = [click('kernel hop', 'stride', 2), click('frame', 'padding', 3), click('jump', 'stride', 5, 1)];
    expect(proposeAliases(clicks, bank).groups).toEqual([
      {
        question: 'stride',
        aliases: [
          { alias: 'jump', opened: 5, against: 1, partly: false },
          { alias: 'kernel hop', opened: 2, against: 0, partly: false },
        ],
      },
      { question: 'padding', aliases: [{ alias: 'frame', opened: 3, against: 0, partly: false }] },
    ]);
  });

  it('are one where the words are the same', () => {
    const clicks = [click('Kernel-hop', 'stride', 1), click('kernel hop', 'stride', 2)];
    expect(proposeAliases(clicks, bank).groups).toEqual([
      { question: 'stride', aliases: [{ alias: 'kernel hop', opened: 3, against: 0, partly: false }] },
    ]);
  });

  it.each([
    ['rare', [click('hop', 'stride', 1)]],
    ['rare', [click('hop', 'stride', 3, 2)]],
    ['rejected', [click('hop', 'stride', 2, 2)]],
    ['said', [click('Step-size?', 'stride', 9)]],
    ['said', [click('Stride must be positive!', 'stride', 9)]],
    ['said', [click('what is padding', 'stride', 9)]],
    ['long', [click('x'.repeat(81), 'stride', 9)]],
    ['gone', [click('hop', 'dilation', 9)]],
  ])('are not those that are %s', (reason, clicks) => {
    const { groups, leftOut } = proposeAliases(clicks, bank);
    expect(groups).toEqual([]);
    expect(leftOut).toMatchObject({ [reason]: 1 });
  });

  it('are not those for which people opened different questions, unless most opened one', () => {
    const half = [click('hop', 'stride', 2), click('hop', 'padding', 2)];
    expect(proposeAliases(half, bank)).toMatchObject({ groups: [], leftOut: { disputed: 2 } });
    const most = [click('hop', 'stride', 3), click('hop', 'padding', 2)];
    expect(proposeAliases(most, bank)).toMatchObject({ groups: [{ question: 'stride' }], leftOut: { disputed: 1 } });
    const rejected = [click('hop', 'stride', 2), click('hop', 'padding', 3, 3)];
    expect(proposeAliases(rejected, bank)).toMatchObject({
      groups: [{ question: 'stride' }],
      leftOut: { rejected: 1 },
    });
  });

  it('are marked where they were opened as a partial answer, since they may be none', () => {
    const clicks = [{ ...click('hop', 'stride', 2), partly: 4 }, click('Hop!', 'stride', 1)];
    expect(proposeAliases(clicks, bank).groups).toEqual([
      { question: 'stride', aliases: [{ alias: 'hop', opened: 3, against: 0, partly: true }] },
    ]);
  });

  it('are also those that were opened once where all are wanted', () => {
    expect(proposeAliases([click('hop', 'stride', 1)], bank, { all: true }).groups).toHaveLength(1);
    expect(proposeAliases([click('hop', 'stride', 1, 1)], bank, { all: true }).groups).toEqual([]);
  });
});
