import type { Candidate, Entry } from '../candidate.ts';
import { candidate, option, refusal } from '../candidate.ts';
import { optionsOfKey, splitLettered } from '../text/lettered-options.ts';
import type { Markup, Words } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import { columnsOf } from './columns.ts';
import { readRow } from './table.ts';

/** A note of Anki, from a text or a deck. */
export type AnkiNote = {
  readonly place: string;
  readonly fields: readonly string[];
  /** As the note type calls them; empty where they are not known. */
  readonly fieldNames: readonly string[];
  readonly markup: Markup;
  readonly guid: string;
  readonly deck: string;
  readonly tags: readonly string[];
};

/** What a note asks: a card, one candidate for each gap of a cloze, or a choice where fields or letters say so. */
export function readAnkiNote(note: AnkiNote): readonly Entry[] {
  const about = { id: note.guid, category: note.deck, tags: note.tags };
  if (note.fields.every((field) => field.trim() === '')) return [refusal(note.place, 'It is empty.')];
  const cloze = note.fields.find((field) => /\{\{c\d+::/.test(field));
  if (cloze !== undefined) return readCloze(note, cloze).map((entry) => ({ ...entry, ...about }));
  const columns = columnsOf(note.fieldNames);
  if (columns !== null && columns.options.length > 1) {
    const row = { place: note.place, cells: note.fields };
    return readRow(row, { columns, markup: note.markup }).map((entry) => withAbout(entry, about));
  }
  const [front = '', back = '', ...others] = note.fields;
  const read = readCard(note.place, readWords(front, note.markup), readWords(back, note.markup));
  return [withAbout(read, about)].map((entry) => withOthers(entry, others, note));
}

function withAbout(entry: Entry, about: Partial<Candidate>): Entry {
  return entry.kind === 'candidate' ? { ...entry, ...about } : entry;
}

/** Front and back; letters on the front are options, and the back begins with the right one. */
function readCard(place: string, front: Words, back: Words): Entry {
  if (front.line === '' && front.code === '')
    return refusal(place, 'Its front is empty, or holds only a picture or a sound.');
  const remarks = [...front.remarks, ...back.remarks];
  const split = splitLettered(front.lines);
  const texts = split?.options.map(({ text }) => text) ?? [];
  const [first = '', ...rest] = back.lines.split('\n').filter((line) => line.trim() !== '');
  const letter = /^\s*(?:(?:correct |right )?answer:?\s*)?\(?([A-Ha-h]|\d)(?:[.):]|$)/i.exec(first)?.[1];
  const keyed = split === null ? null : optionsOfKey(letter ?? first, texts, true);
  if (split === null || keyed === null) {
    const said = split === null ? [] : ['The back does not say which of the options on the front is right.'];
    const key =
      split === null && back.line !== '' ? [option(back.line, true)] : texts.map((text) => option(text, false));
    return candidate({
      ...{ place, stem: split === null ? front.line : asLine(split.stem), code: front.code, options: key },
      ...{ explanation: back.markdown, remarks: [...remarks, ...said] },
    });
  }
  const why = rest.length > 0 ? rest.join('\n\n') : '';
  const options = texts.map((text, index) => option(text, keyed.places.includes(index)));
  return candidate({ place, stem: asLine(split.stem), code: front.code, options, explanation: why, remarks });
}

function asLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Fields beyond front and back are kept below the explanation. */
function withOthers(entry: Entry, fields: readonly string[], { fieldNames, markup }: AnkiNote): Entry {
  if (entry.kind !== 'candidate') return entry;
  const more = fields.map((field, index) => ({ name: fieldNames[index + 2] ?? '', words: readWords(field, markup) }));
  const said = more.filter(({ words }) => words.markdown !== '');
  const texts = said.map(({ name, words }) => (name === '' ? words.markdown : `${name}: ${words.markdown}`));
  return {
    ...entry,
    explanation: [entry.explanation, ...texts].filter((text) => text !== '').join('\n\n'),
    remarks: [...entry.remarks, ...more.flatMap(({ words }) => words.remarks)],
  };
}

const gap = /\{\{c(\d+)::((?:(?!\{\{c\d|\}\}).)*?)(?:::((?:(?!\}\}).)*?))?\}\}/gs;

/** One candidate for each number of a cloze: its gap is asked, and the others are filled in. */
function readCloze(note: AnkiNote, text: string): readonly Candidate[] {
  const numbers = [...new Set([...text.matchAll(gap)].map(([, number = '']) => number))].slice(0, 20);
  const others = note.fields.filter((field) => field !== text && field.trim() !== '');
  const explanation = others.map((field) => readWords(field, note.markup));
  return numbers.map((number) => {
    const answers: string[] = [];
    const asked = text.replace(gap, (_, other: string, words: string, hint = '') => {
      if (other !== number) return words;
      answers.push(words);
      return hint === '' ? '____' : `____ (${hint})`;
    });
    const stem = readWords(asked, note.markup);
    const right = readWords([...new Set(answers)].join(', '), note.markup);
    return candidate({
      place: numbers.length > 1 ? `${note.place}, gap ${number}` : note.place,
      ...{ stem: stem.line, code: stem.code, options: [option(right.line, true)] },
      explanation: explanation.map(({ markdown }) => markdown).join('\n\n'),
      remarks: [
        'It is a text with a gap. Ask for what belongs there.',
        ...(/\{\{c\d+::/.test(asked) ? ['A gap within a gap is left as it was.'] : []),
        ...[stem, right, ...explanation].flatMap(({ remarks }) => remarks),
      ],
    });
  });
}
