import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedItem } from '../../../src/core/asked-item.ts';
import { ankiNote } from '../../../src/core/progress/anki-note.ts';
import { ankiText } from '../../../src/core/progress/anki-text.ts';
import { shipped } from '../../search/bank.ts';
import { readAnki } from './anki-reader.ts';

/** Text with what separates fields and records, and what begins a remark, more often than people write it. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom('\t', '"', '\n', '\r\n', '#', '""', ',', '<b>', '&', "'", ' '), fc.string()))
  .map((parts) => parts.join('').toWellFormed());
const word = fc.stringMatching(/^[a-z:]{1,9}$/);
const note = fc.record({
  guid: fc.oneof(hostile, word).filter((text) => text !== ''),
  front: hostile,
  back: hostile,
  tags: fc.array(word, { maxLength: 4 }),
});

const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

describe('a text for Anki', () => {
  it('is read back as it was meant, whatever stands in its fields', () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 5 }), hostile, (notes, deck) => {
        const read = readAnki(ankiText(notes, deck)).notes;
        expect(read).toEqual(notes.map(({ guid, front, back, tags }) => ({ guid, deck, tags, fields: [front, back] })));
      }),
      { numRuns: runs },
    );
  });

  it('says in its head what its columns are, and that fields are HTML', () => {
    const { headers } = readAnki(ankiText([], 'Deck'));
    expect(Object.fromEntries(headers)).toEqual({
      separator: 'tab',
      html: 'true',
      notetype: 'Basic',
      'guid column': '1',
      'deck column': '2',
      'tags column': '3',
    });
  });
});

describe('a question as a note', () => {
  const option = (text: string, correct = false) => ({ text, correct, why: `Because of ${text}.` });
  const question = { id: 'q', title: 'What is <a>?', topic: 'tensors', level: 'easy' as const };
  const item = {
    id: 'i',
    stem: 'Is `a < b` & c?',
    code: 'if a < b:\n\tprint("&")',
    options: [option('z'), option('`x > y`', true), option('m'), option('a')],
  };
  const made = ankiNote({ asked: askedItem(question, item), missed: true }, shipped.subject);

  it('has its code and its signs as HTML, and lines as Anki writes them', () => {
    expect(made.front).toBe(
      '<div>Is <code>a &lt; b</code> &amp; c?</div><pre><code>if a &lt; b:<br>\tprint("&amp;")</code></pre><br>' +
        '<div>A. <code>x &gt; y</code></div><div>B. a</div><div>C. m</div><div>D. z</div>',
    );
  });

  it('says on its back which is right, why, and what it is about', () => {
    expect(made.back).toBe(
      '<b>A. <code>x &gt; y</code></b><br><br>Because of <code>x &gt; y</code>.<br><br><i>What is &lt;a&gt;?</i>',
    );
  });

  it('has the same id and letters however its options are sorted, and tags that say whether it was missed', () => {
    const turned = { ...item, options: item.options.toReversed() };
    const again = ankiNote({ asked: askedItem(question, turned), missed: false }, shipped.subject);
    expect([again.guid, again.front]).toEqual([made.guid, made.front]);
    const { command } = shipped.subject;
    expect(made.guid).toBe(`${command}:q#i`);
    expect(again.tags).toEqual([command, `${command}::tensors`, `${command}::easy`]);
    expect(made.tags).toEqual([...again.tags, `${command}::missed`]);
  });

  it('is a note of its own for every item of the bank, none of which breaks a line', () => {
    const notes = shipped.questions.flatMap((each) =>
      each.items.map((one) => ankiNote({ asked: askedItem(each, one), missed: false }, shipped.subject)),
    );
    const text = ankiText(notes, shipped.subject.title);
    expect(new Set(readAnki(text).notes.map(({ guid }) => guid)).size).toBe(notes.length);
    expect(text.split('\n')).toHaveLength(notes.length + 7);
  });
});
