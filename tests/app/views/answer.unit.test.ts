import { describe, expect, it } from 'vitest';
import { questionPage } from '../../../src/adapters/playground/pages/question-page.ts';
import { answerCard, sharedCard } from '../../../src/app/views/answer.ts';
import { buttonsOf, paragraph } from '../../../src/core/card.ts';
import { question, shipped } from '../../search/bank.ts';

const { subject } = shipped;
const changed = { ...question('stride', 'What is stride?'), changed: ['Since 2.9: `dim` is checked.'] };
const asked = { ...changed, body: [paragraph('The step of the kernel.')] };

it('what releases do differently stands in small print between the answer and its source', async () => {
  const note = { kind: 'text', muted: true, text: [{ text: 'Since 2.9: ' }, { kind: 'code', text: 'dim' }, {}] };
  const source = { kind: 'text', muted: true, text: [{ text: 'Fundamentals · easy' }] };
  expect(answerCard(asked, [], { subject, direct: true, page: null, extent: 'whole' }).body.slice(0, 3)).toMatchObject([
    { kind: 'text' },
    note,
    source,
  ]);
  expect(sharedCard(asked, subject, { user: 'u', name: 'Bo' }).body[1]).toMatchObject(note);
  const page = String(
    await questionPage(asked, [], {
      subject,
      assets: { style: '', script: '', switching: '', reading: '', presenter: { style: '', script: '' }, icon: '' },
    }),
  );
  expect(page).toMatch(/The step of the kernel\.[\s\S]*Since 2\.9: <code>dim<\/code> is checked\./);
});

describe('a long answer', () => {
  const rest = paragraph('There is more to say. '.repeat(50));
  const long = { ...question('stride', 'What is stride?'), body: [paragraph('The step of the kernel.'), rest] };
  const shown = (extent: 'first' | 'opened' | 'whole') =>
    answerCard(long, [long], { subject, direct: true, page: null, extent });

  it('is shown short first, with a button for the rest', () => {
    expect(shown('first').body).not.toContain(rest);
    expect(buttonsOf(shown('first'))[0]).toEqual({ id: 'more:stride', label: 'More' });
  });

  it('opens below what was read, with a button back in the place of the one that opened it', () => {
    const trap = paragraph('Trap: the division is rounded down.');
    const snippet = { kind: 'code', code: 'print(1)' } as const;
    const [first] = long.body;
    const asked = { ...long, body: [first, rest, snippet, trap].filter((node) => node !== undefined) };
    const { body } = answerCard(asked, [], { subject, direct: true, page: null, extent: 'opened' });
    expect(body.slice(0, 4)).toEqual([first, trap, snippet, rest]);
    expect(buttonsOf({ body })[0]).toEqual({ id: 'less:stride', label: 'Less' });
    expect(sharedCard(asked, subject, { user: 'u', name: 'Bo' }).body.slice(0, 4)).toEqual([
      first,
      trap,
      snippet,
      rest,
    ]);
  });

  it('has what one can do with it next to it, and where one can go on after that', () => {
    const labels = buttonsOf(shown('first')).map(({ label }) => label);
    expect(labels).toEqual(['More', '👍', '👎', 'What is stride?']);
  });

  it('has no such button where all of it is shown', () => {
    expect(shown('whole').body).toContain(rest);
    expect(buttonsOf(shown('whole'))[0]).toMatchObject({ label: '👍' });
  });
});
