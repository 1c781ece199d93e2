import type { Entry } from '../candidate.ts';
import { refusal } from '../candidate.ts';
import type { AnkiNote } from './anki-note.ts';
import { readAnkiNote } from './anki-note.ts';
import { readChoiceNote } from './apkg-choice.ts';
import { columnsOf } from './columns.ts';

/** The only note of what stands beside the collection of a newer deck. */
const askForUpdate = /update to the latest Anki version/i;

/** What a note of a deck asks, where the names of its fields are known. */
export function readDeckNote(note: AnkiNote): readonly Entry[] {
  if (note.fields.some((field) => field.includes('{{c') && /\{\{c\d+::image-occlusion:/.test(field))) {
    return [refusal(note.place, 'It hides parts of a picture, and pictures are not taken.')];
  }
  if (note.fields.length < 4 && askForUpdate.test(note.fields[0] ?? '')) {
    return [refusal(note.place, 'It only asks for a newer Anki: the notes of this deck are missing. Export it again.')];
  }
  const choice = readChoiceNote(note);
  return choice === null ? readAnkiNote(questionFirst(note)) : [choice];
}

/** Question and answer in front where the names of the fields say which they are; other fields follow as they stood. */
function questionFirst(note: AnkiNote): AnkiNote {
  const columns = columnsOf(note.fieldNames);
  if (columns === null || columns.key === null || columns.options.length > 1) return note;
  const first = [columns.question, columns.key];
  const order = [...first, ...note.fields.map((_, index) => index).filter((index) => !first.includes(index))];
  return {
    ...note,
    fields: order.map((index) => note.fields[index] ?? ''),
    fieldNames: order.map((index) => note.fieldNames[index] ?? ''),
  };
}
