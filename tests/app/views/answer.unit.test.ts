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
  expect(answerCard(asked, [], { subject, direct: true, page: null, whole: true }).body.slice(0, 3)).toMatchObject([
    { kind: 'text' },
    note,
    source,
  ]);
  expect(sharedCard(asked, subject, { user: 'u', name: 'Bo' }).body[1]).toMatchObject(note);
  const page = String(await questionPage(asked, [], { subject, assets: { style: '', script: '', icon: '' } }));
  expect(page).toMatch(/The step of the kernel\.[\s\S]*Since 2\.9: <code>dim<\/code> is checked\./);
});

describe('a long answer', () => {
  const rest = paragraph('There is more to say. '.repeat(50));
  const long = { ...question('stride', 'What is stride?'), body: [paragraph('The step of the kernel.'), rest] };
  const shown = (whole: boolean) => answerCard(long, [], { subject, direct: true, page: null, whole });

  it('is shown short first, with a button for the rest', () => {
    expect(shown(false).body).not.toContain(rest);
    expect(buttonsOf(shown(false))[0]).toEqual({ id: 'more:stride', label: 'More' });
  });

  it('has no such button where all of it is shown', () => {
    expect(shown(true).body).toContain(rest);
    expect(buttonsOf(shown(true)).map(({ label }) => label)).not.toContain('More');
  });
});
