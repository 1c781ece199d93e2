import type { Entry } from '../candidate.ts';
import { candidate, note, refusal } from '../candidate.ts';
import { readWords } from '../text/words.ts';
import { readGiftAnswers } from './gift-answers.ts';
import { escapesHidden, escapesShown } from './gift-escapes.ts';
import { formatOf } from './gift-format.ts';

/** Whether a text has what only GIFT has: a name or category before a question, or answers in braces. */
export function isGift(text: string, ending: string): boolean {
  const start = text.replace(/^[ \t]*\/\/.*$/gm, '').trimStart();
  return (
    ending === '.gift' ||
    /^(::|\$CATEGORY:)/.test(start) ||
    /(?<!\\)\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*[#}])/.test(start)
  );
}

/**
 * Questions in Moodle's GIFT, as Moodle reads it: blank lines part them, so what is wrong with one says nothing of the others. Where Moodle
 * would lose something in silence (a question right below a category, the words after a second pair of braces) it is read or named.
 */
export function* readGift(text: string): Generator<Entry> {
  let category = '';
  for (const block of blocksOf(text)) {
    const { line } = block;
    const [first = '', ...rest] = block.lines.filter((written) => !written.trim().startsWith('//'));
    const comments = block.lines.filter((written) => written.trim().startsWith('//')).join(' ');
    const named = /^\s*\$CATEGORY:(.*)$/.exec(first)?.[1];
    if (named !== undefined) category = named.trim();
    const words = named === undefined ? [first, ...rest] : rest;
    if (words.join('').trim() === '') continue;
    if (named !== undefined)
      yield note(`Line ${line} has a question right below its category, which Moodle would take for a part of it.`);
    yield readQuestion(`line ${line}`, words.join('\n').trim(), { category, comments });
  }
}

type Block = { readonly line: number; readonly lines: readonly string[] };

/** Moodle takes a line with nothing but a zero for a blank one; here it stays. */
function* blocksOf(text: string): Generator<Block> {
  let lines: string[] = [];
  let begin = 1;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') {
      if (lines.length === 0) begin = index + 1;
      lines.push(line);
    } else if (lines.length > 0) {
      yield { line: begin, lines };
      lines = [];
    }
  }
  if (lines.length > 0) yield { line: begin, lines };
}

function readQuestion(
  place: string,
  written: string,
  about: { readonly category: string; readonly comments: string },
): Entry {
  const hidden = escapesHidden(written);
  const [, name = '', text = ''] = /^\s*(?:::([\s\S]*?)::)?([\s\S]*)$/.exec(hidden) ?? [];
  const open = text.indexOf('{');
  const close = text.indexOf('}');
  if (open < 0 && close < 0) return refusal(place, 'It is a description: it asks nothing.');
  if (open < 0 || close < open)
    return refusal(place, 'Its braces do not match. Write \\{ and \\} where they are no answers.');
  const after = text.slice(close + 1);
  if (/[{}]/.test(after))
    return refusal(place, 'It has more than one pair of braces, of which only one may hold answers.');
  const { format, rest } = formatOf(text.slice(0, open));
  const gap = after.trim() === '' ? '' : ' _____ ';
  const stem = readWords(escapesShown(`${rest}${gap}${after}`), format);
  const answers = readGiftAnswers(text.slice(open + 1, close), format);
  if (typeof answers === 'string') return refusal(place, answers);
  return {
    ...candidate({ place, stem: stem.line, code: stem.code, name: readWords(escapesShown(name), 'plain').line }),
    ...{ category: about.category, id: /\[id:([^\]]+)\]/.exec(about.comments)?.[1] ?? '' },
    tags: [...about.comments.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag),
    ...{ options: answers.options, explanation: answers.explanation },
    remarks: [
      ...stem.remarks,
      ...(gap === '' ? [] : ['Its answer belongs into the middle of its words.']),
      ...answers.remarks,
    ],
  };
}
