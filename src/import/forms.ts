import type { Entry } from './candidate.ts';
import { isAiken, readAiken } from './readers/aiken.ts';
import { isAnkiText, readAnkiText } from './readers/anki-text.ts';
import { delimiterOf, hasNamedColumns, readDelimited } from './readers/delimited.ts';
import { isGift, readGift } from './readers/gift.ts';
import { isJson, readOpenTrivia } from './readers/open-trivia.ts';
import { isRedTrivia, readRedTrivia } from './readers/red-trivia.ts';
import { isXml, readXml } from './readers/xml.ts';

/** A form in which questions are written as text. */
export type TextForm = {
  /** As people call it. */
  readonly name: string;
  /** Whether a text is in this form; `ending` is how the file's name ends, which decides only where the text does not. */
  readonly is: (text: string, ending: string) => boolean;
  /** Throws an `UnreadableSource` where it finds out that it cannot read it. */
  readonly read: (text: string) => Iterable<Entry>;
};

/** The forms, in the order in which they are tried: those that nothing else looks like come first. */
export const textForms: readonly TextForm[] = [
  { name: 'Anki text', is: isAnkiText, read: readAnkiText },
  { name: 'JSON', is: isJson, read: readOpenTrivia },
  { name: 'XML', is: isXml, read: readXml },
  { name: 'a table', is: hasNamedColumns, read: readDelimited },
  { name: 'Aiken', is: isAiken, read: readAiken },
  { name: 'GIFT', is: isGift, read: readGift },
  { name: "Red's trivia", is: isRedTrivia, read: readRedTrivia },
  { name: 'a table', is: (text) => delimiterOf(text) !== null, read: readDelimited },
];

/** The form of a text; null where it is none that is read. */
export function formOf(text: string, ending: string): TextForm | null {
  return textForms.find(({ is }) => is(text, ending)) ?? null;
}
