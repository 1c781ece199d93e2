import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellApart } from '../../src/core/tell-apart.ts';
import { runs } from '../corpora/runs.ts';

const seen = 30;
const firstOf = (label: string) => [...label].slice(0, seen).join('');

/** Titles that often begin alike. */
const title = fc
  .tuple(
    fc.constantFrom('What is the difference between ', 'How does the optimizer know which ', '', '👩‍💻👩‍💻 '),
    fc.array(fc.constantFrom('view', 'reshape', 'and', 'stack', 'contiguous_format', 'a', '?', '🙂'), {
      maxLength: 12,
    }),
  )
  .map(([beginning, words]) => `${beginning}${words.join(' ')}`.trim())
  .filter((text) => text !== '');

describe('buttons that begin alike', () => {
  it('show what is different about them', () => {
    expect(
      tellApart(
        [
          'What is the difference between view and reshape?',
          'What is the difference between cat and stack?',
          'Why zero the gradients?',
        ],
        seen,
      ),
    ).toEqual(['…between view and reshape?', '…between cat and stack?', 'Why zero the gradients?']);
  });

  it('are told apart however late they differ, and in words of any length', () => {
    const long = 'torch.'.repeat(12);
    expect(tellApart([`${long}a`, `${long}b`], seen)).toEqual(['…h.torch.torch.a', '…h.torch.torch.b']);
    expect(tellApart([`${long} x`, `${long} x y`], seen)).toEqual(['…x', '…x y']);
  });

  it('properties: what differs is seen, nothing else is changed, and no word is made up', () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 8 }), (labels) => {
        const told = tellApart(labels, seen);
        expect(told).toHaveLength(labels.length);
        expect(new Set(told.map(firstOf)).size).toBe(new Set(labels).size);
        labels.forEach((label, index) => {
          const alone = labels.every((other) => other === label || firstOf(other) !== firstOf(label));
          const shown = told[index] ?? '';
          if (alone && !/^\d+ /.test(shown)) expect(shown).toBe(label);
          expect(label.endsWith(shown.replace(/^(\d+ )?…?/, ''))).toBe(true);
          expect([...shown].length).toBeLessThanOrEqual([...label].length + 2);
        });
      }),
      runs(500),
    );
  });
});
