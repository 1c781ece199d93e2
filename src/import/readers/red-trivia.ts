import type { Document, Pair } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Entry } from '../candidate.ts';
import { candidate, note, option, refusal } from '../candidate.ts';
import { cut } from '../text/cut.ts';
import { onOneLine, readWords } from '../text/words.ts';
import { UnreadableSource } from '../unreadable-source.ts';

/** What stands among the questions and is none. */
const settings = new Set(['AUTHOR', 'DESCRIPTION', 'CONFIG']);

/** Brackets within each other; a list has one level of them, and the YAML reader calls itself for each. */
const deepest = 100;

/** Characters of a list, which the YAML reader keeps in memory many times over. */
const longest = 4_000_000;

/** Whether a text is a trivia list of Red by its first key, or by a question above a list of answers. */
export function isRedTrivia(text: string, ending: string): boolean {
  const head = text.slice(0, 20_000);
  if (/^(?:AUTHOR|CONFIG):(?:\s|$)/m.test(head)) return true;
  return /^\.ya?ml$/.test(ending) && /^[^\s#-].*:[ \t]*\n[ \t]*- \S/m.test(head);
}

/**
 * A trivia list of the Discord bot Red (docs.discord.red, “Trivia list creation”): questions as keys, and for each all that counts as its
 * answer. The first is taken for the answer and the others for other ways to say it; wrong options there are none.
 */
export function* readRedTrivia(text: string): Generator<Entry> {
  const lines = new LineCounter();
  const { contents, errors } = parsedList(text, lines);
  if (!isMap(contents)) throw new UnreadableSource('It is YAML, but no list of questions with their answers.');
  const setting = (name: string) => {
    const value = contents.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
    return isScalar(value) ? onOneLine(String(value.value ?? '')) : '';
  };
  const author = setting('AUTHOR');
  if (setting('DESCRIPTION') !== '') yield note(`It says of itself: ${cut(setting('DESCRIPTION'), 300)}`);
  yield note('It has no wrong options: each draft has only the answer.');
  for (const pair of contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = isScalar(pair.key) || isSeq(pair.key) || isMap(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    const place = `line ${lines.linePos(at).line}`;
    if (settings.has(key)) continue;
    yield readQuestion(place, onOneLine(key), { pair, author });
  }
  for (const { pos, message } of errors.slice(0, 20)) {
    yield refusal(
      `line ${lines.linePos(pos[0]).line}`,
      `Its YAML is broken here: ${cut(onOneLine(message.split('\n')[0] ?? ''), 200)}`,
    );
  }
}

function readQuestion(
  place: string,
  question: string,
  { pair, author }: { readonly pair: Pair; readonly author: string },
): Entry {
  if (question === '') return refusal(place, 'It has no question.');
  const values = isSeq(pair.value) ? pair.value.items : [pair.value];
  const answers = values.flatMap((value) =>
    isScalar(value) && value.value !== null ? [onOneLine(String(value.value))] : [],
  );
  const [first, ...others] = [...new Set(answers)].filter((answer) => answer !== '');
  if (first === undefined) return refusal(place, 'It has no answer.');
  const stem = readWords(question, 'plain');
  const answer = readWords(first, 'plain');
  const also = others.filter((other) => other.toLowerCase() !== first.toLowerCase());
  const address = /https?:\/\/\S+/.exec(question)?.[0];
  return candidate({
    ...{ place, stem: stem.line, author, options: [option(answer.line, true)] },
    explanation: also.length === 0 ? '' : `Also taken as right: ${also.join('; ')}.`,
    remarks: [
      ...[...stem.remarks, ...answer.remarks],
      ...(address === undefined ? [] : [`What is asked is at ${cut(address, 200)}, which is left out.`]),
    ],
  });
}

/** Every value is a text, since an answer `Yes` or `1.0` is one; the same question twice is two of them. */
function parsedList(text: string, lineCounter: LineCounter): Document.Parsed {
  if (text.length > longest) throw new UnreadableSource(`It has more than ${longest} characters. Split it.`);
  if (isDeep(text)) throw new UnreadableSource(`Its YAML has more than ${deepest} brackets within each other.`);
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter,
    prettyErrors: false,
    strict: false,
  });
  if (document.contents === null && document.errors.length > 0) {
    throw new UnreadableSource(`Its YAML is broken: ${cut(onOneLine(document.errors[0]?.message ?? ''), 200)}`);
  }
  return document;
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]|^[ \t]{200}|^(?:[ \t]*[-?:][ \t]){20}/gm)) {
    depth =
      bracket === '[' || bracket === '{' ? depth + 1 : bracket.length === 1 ? Math.max(0, depth - 1) : deepest + 1;
    if (depth > deepest) return true;
  }
  return false;
}
