import type { Entry } from '../candidate.ts';
import { candidate, option, refusal } from '../candidate.ts';
import { readWords } from '../text/words.ts';

const answerLine = /^\s*ANSWER:\s*(\S.*?)?\s*$/i;

const optionLine = /^\s*([A-Z])[.)]\s*(\S.*)$/;

/** Whether a text has the answer lines of Aiken, and options with letters. */
export function isAiken(text: string): boolean {
  return /^\s*ANSWER:\s*[A-Z]\b/im.test(text) && /^\s*A[.)]/m.test(text);
}

/**
 * Questions in Aiken. Moodle drops all but the last line of a question and the second line of an option, and stores a question without
 * any right option where the answer is a letter that there is not; here all of it is kept, and the letter named.
 */
export function* readAiken(text: string): Generator<Entry> {
  let lines: string[] = [];
  let begin = 1;
  for (const [index, line] of text.split('\n').entries()) {
    if (lines.length === 0) begin = index + 1;
    const answer = answerLine.exec(line);
    if (answer === null) {
      if (line.trim() !== '' || lines.length > 0) lines.push(line);
    } else {
      yield readQuestion(`line ${begin}`, lines, answer[1] ?? '');
      lines = [];
    }
  }
  if (lines.some((line) => line.trim() !== '')) yield refusal(`line ${begin}`, 'It has no line “ANSWER:” below it.');
}

function readQuestion(place: string, lines: readonly string[], letter: string): Entry {
  const first = lines.findIndex((line, index) => letterOf(line) === 'A' && isFollowed(lines.slice(index + 1)));
  if (first < 0) return refusal(place, 'It has no options “A.” and “B.”.');
  const stem = readWords(lines.slice(0, first).join('\n'), 'mixed');
  if (stem.line === '') return refusal(place, 'There is no question above its options.');
  const texts: string[] = [];
  for (const line of lines.slice(first)) {
    const [, next = '', words = ''] = optionLine.exec(line) ?? [];
    if (next === String.fromCharCode(65 + texts.length)) texts.push(words);
    else if (line.trim() !== '') texts.push(`${texts.pop() ?? ''} ${line.trim()}`.trim());
  }
  const options = texts.map((text) => readWords(text, 'mixed'));
  const right = letter.toUpperCase().charCodeAt(0) - 65;
  const isThere = letter.length === 1 && right >= 0 && right < options.length;
  return candidate({
    ...{ place, stem: stem.line, code: stem.code },
    options: options.map(({ line }, index) => option(line, isThere && index === right)),
    remarks: [
      ...[stem, ...options].flatMap(({ remarks }) => remarks),
      ...(isThere ? [] : [`Its answer is “${letter}”, and there is no such option.`]),
    ],
  });
}

/** A first line may begin with `A.` as well, as in “A. Turing was …”. */
function isFollowed(below: readonly string[]): boolean {
  const next = below.map(letterOf).find((letter) => letter !== null);
  return next === 'B';
}

function letterOf(line: string): string | null {
  return optionLine.exec(line)?.[1] ?? null;
}
