import type { Candidate, Entry } from '../candidate.ts';
import { candidate, note, option, refusal } from '../candidate.ts';
import { readWords } from '../text/words.ts';
import { UnreadableSource } from '../unreadable-source.ts';

/** What whoever passes on a question of the Open Trivia Database has to name. */
const licence = 'CC BY-SA 4.0, Open Trivia Database (opentdb.com)';

/** Whether a text is JSON, which nothing else here begins like. */
export function isJson(text: string): boolean {
  return /^\s*[{[]\s*(?:["{[\]}]|$)/.test(text.slice(0, 1000));
}

/**
 * Questions as the Open Trivia Database gives them (opentdb.com/api_config.php): its whole answer or the list in it, in any of its
 * four encodings. Throws `UnreadableSource` where a text is JSON of another kind.
 */
export function* readOpenTrivia(text: string): Generator<Entry> {
  const answer = parsed(text);
  const list = Array.isArray(answer) ? answer : fieldOf(answer, 'results');
  if (
    !Array.isArray(list) ||
    (list.length > 0 && !list.some((one) => fieldOf(one, 'incorrect_answers') !== undefined))
  ) {
    throw new UnreadableSource(
      'It is JSON, but not that of the Open Trivia Database. Save its questions as a table (.csv).',
    );
  }
  if (list.length === 0)
    throw new UnreadableSource('It has no question. The database gives none where too many are asked for.');
  const encoding = encodingOf(list);
  if (encoding.says !== null) yield note(encoding.says);
  for (const [index, one] of list.entries()) yield readOne(one, `question ${index + 1}`, encoding.decode);
}

function readOne(one: unknown, place: string, decode: (text: string) => string): Entry {
  const text = (name: string) => {
    const value = fieldOf(one, name);
    return typeof value === 'string' ? decode(value) : '';
  };
  const wrong = fieldOf(one, 'incorrect_answers');
  if (text('question').trim() === '') return refusal(place, 'It has no question.');
  if (text('correct_answer').trim() === '') return refusal(place, 'It has no correct_answer.');
  if (!Array.isArray(wrong)) return refusal(place, 'It has no incorrect_answers.');
  const stem = words(text('question'));
  const options = [
    text('correct_answer'),
    ...wrong.map((answer) => (typeof answer === 'string' ? decode(answer) : String(answer))),
  ].map(words);
  const isBoolean = text('type') === 'boolean';
  return candidate({
    ...{
      place,
      stem: stem.line,
      code: stem.code,
      licence,
      level: text('difficulty'),
      category: words(text('category')).line,
    },
    options: options.map(({ line }, index) => option(line, index === 0)),
    remarks: [
      ...[stem, ...options].flatMap(({ remarks }) => remarks),
      ...(isBoolean ? ['It is true or false. Ask for something that four options can answer.'] : []),
    ],
  } satisfies Partial<Candidate> & Pick<Candidate, 'place' | 'stem'>);
}

/** Entities mean what they stand for; a tag is text, as in “What does <b> do?”. */
function words(text: string) {
  return readWords(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), 'html');
}

type Encoding = { readonly decode: (text: string) => string; readonly says: string | null };

/** By the type of the questions, `multiple` or `boolean`, in base 64, and by what URLs have for a blank. */
function encodingOf(list: readonly unknown[]): Encoding {
  const types = list.map((one) => fieldOf(one, 'type'));
  const questions = list.map((one) => String(fieldOf(one, 'question') ?? ''));
  if (types.every((type) => type === 'bXVsdGlwbGU=' || type === 'Ym9vbGVhbg==')) {
    return {
      decode: (text) => Buffer.from(text, 'base64').toString(),
      says: 'Its texts are in base 64, and were decoded.',
    };
  }
  const blanks = questions.some((question) => /\s/.test(question));
  if (blanks || !questions.some((question) => /%[\dA-F]{2}/i.test(question)))
    return { decode: (text) => text, says: null };
  return { decode: decodedUrl, says: 'Its texts are written as in URLs, and were decoded.' };
}

/** A plus is a blank in the older of the two ways, which writes a plus as %2B, as does the newer. */
function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = error instanceof SyntaxError ? (/line (\d+)/.exec(error.message)?.[1] ?? '') : '';
    throw new UnreadableSource(`Its JSON is broken or cut off${where === '' ? '' : ` in line ${where}`}.`);
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
