import { expect, it } from 'vitest';
import { exportedItems } from '../../src/export/exported-items.ts';
import { formats } from '../../src/export/formats.ts';
import type { Candidate } from '../../src/import/candidate.ts';
import { textForms } from '../../src/import/forms.ts';
import { shipped } from '../search/bank.ts';
import { wholeOf } from './read-item.ts';

const items = exportedItems(shipped.questions);

/** What our own import makes of a text, told by its content as any other file's. */
function candidatesIn(text: string): readonly Candidate[] {
  const form = textForms.find(({ is }) => is(text, ''));
  const entries = [...(form?.read(text) ?? [])];
  expect(entries.filter(({ kind }) => kind !== 'candidate')).toEqual([]);
  return entries.filter((entry) => entry.kind === 'candidate');
}

it.each(['gift', 'moodle-xml', 'csv'] as const)('what is exported to %s is imported by ourselves as it was', (name) => {
  const text = formats[name].write(items, shipped.subject);
  const read = candidatesIn(text).map(({ id, name: title, level, tags, stem, code, options }) => ({
    ...{ key: id, title, level: level || tags[0], stem, options },
    ...(code === '' ? {} : { code }),
  }));
  expect(read).toEqual(
    items.map((item) => {
      const { topic: _, ...whole } = wholeOf(item);
      return whole;
    }),
  );
});

it('what is exported to Anki is imported by ourselves with its options, and with its explanation', () => {
  const read = candidatesIn(formats.anki.write(items, shipped.subject));
  expect(
    read.map(({ id, stem, code, options }) => ({
      id,
      stem,
      code,
      options: options.map(({ text, correct }) => ({ text, correct })),
    })),
  ).toEqual(
    items.map(({ question, item }) => ({
      id: `${shipped.subject.command}:${question.id}#${item.id}`,
      stem: item.stem,
      code: item.code ?? '',
      options: item.options.map(({ text, correct }) => ({ text, correct })),
    })),
  );
  for (const [no, { explanation }] of read.entries()) {
    expect(explanation).toContain(items[no]?.question.title);
  }
});
