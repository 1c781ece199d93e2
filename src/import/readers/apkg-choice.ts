import type { Entry } from '../candidate.ts';
import { candidate, option, refusal } from '../candidate.ts';
import { withoutLetters } from '../text/lettered-options.ts';
import { onOneLine, readWords } from '../text/words.ts';
import type { AnkiNote } from './anki-note.ts';

/** How the add-ons for multiple choice (“AllInOne (kprim, mc, sc)” and those before it) name an option. */
const optionField = /^(?:Q|MC|SC|KP)_\d+$/i;

/**
 * A note of these add-ons: options in fields of their own, and in `Answers` a 1 or a 0 for each of them. Null for all other notes,
 * which are told by the names of their fields.
 */
export function readChoiceNote(note: AnkiNote): Entry | null {
  const places = note.fieldNames.flatMap((name, place) => (optionField.test(name) ? [place] : []));
  const field = (name: RegExp) => note.fields[note.fieldNames.findIndex((other) => name.test(other))];
  const marks = field(/^answers$/i);
  if (places.length < 2 || marks === undefined) return null;
  const words = (text = '') => readWords(text, note.markup);
  const stem = words(field(/^question$/i) ?? note.fields[0]);
  if (stem.line === '' && stem.code === '') return refusal(note.place, 'It has no question, or only a picture.');
  const options = places
    .map((place) => words(note.fields[place]))
    .filter(({ line, code }) => line !== '' || code !== '');
  const right = words(marks)
    .line.split(/\s+/)
    .filter((mark) => mark !== '');
  const taken = [
    ...places,
    ...note.fieldNames.flatMap((name, place) => (/^(question|answers|title|qtype\b.*)$/i.test(name) ? [place] : [])),
  ];
  const others = note.fields.flatMap((text, place) => (taken.includes(place) ? [] : [words(text)]));
  const texts = withoutLetters(options.map(({ line, code }) => line || onOneLine(code)));
  return candidate({
    ...{ place: note.place, stem: stem.line, code: stem.code, name: words(field(/^title$/i)).line },
    options: texts.map((text, index) => option(text, right[index] === '1')),
    explanation: others
      .map(({ markdown }) => markdown)
      .filter((text) => text !== '')
      .join('\n\n'),
    ...{ id: note.guid, category: note.deck, tags: note.tags },
    remarks: [
      ...[stem, ...options, ...others].flatMap(({ remarks }) => remarks),
      ...remarksOnMarks(right, texts.length, words(field(/^qtype\b/i)).line),
    ],
  });
}

function remarksOnMarks(marks: readonly string[], options: number, type: string): readonly string[] {
  const fit = marks.length === options && marks.every((mark) => mark === '0' || mark === '1');
  return [
    ...(type === '0' ? ['Each option is to be judged by itself (Kprim). Ask for one of them.'] : []),
    ...(fit ? [] : [`It has ${options} options and marks them “${marks.join(' ')}”. Decide which is right.`]),
    ...(marks.includes('1') ? [] : ['The source does not say which option is right.']),
  ];
}
