import type { Level, Question, Topic } from './question.ts';

/** A question as somebody suggests it, in the very words that they typed. */
export type SuggestedText = {
  /** What is asked; code stands between lines of three back-ticks. */
  readonly question: string;
  /** The answers, a line each, the right one first or marked by a star; why one is wrong may follow it. */
  readonly options: string;
  /** Why the right one is right, with the address of a page that says so. */
  readonly why: string;
  readonly topic: Topic;
  readonly level: Level;
};

/** One answer; `why`: why it is right or wrong, null where nobody said. */
export type SuggestedOption = { readonly text: string; readonly correct: boolean; readonly why: string | null };

/** The same, taken apart. */
export type ReadSuggestion = {
  /** On one line. */
  readonly stem: string;
  readonly code: string | null;
  /** As many as were typed, in that order. */
  readonly options: readonly SuggestedOption[];
  /** On one line, without the address. */
  readonly why: string;
  /** Of the page that says so; null if none was given. */
  readonly source: string | null;
  /** The question alone, short enough for a title; null if there is none. */
  readonly title: string | null;
};

/** A part of what was typed that a remark is about. */
export type SuggestedPart = 'question' | 'options' | 'why' | 'topic';

/** What a rule of the bank says against a suggestion; `stops`: with it, it cannot become a question. */
export type SuggestionRemark = { readonly part: SuggestedPart; readonly says: string; readonly stops: boolean };

/** What the rules of the bank make of a suggestion. */
export type CheckedSuggestion = {
  /** Those that stop it first. */
  readonly remarks: readonly SuggestionRemark[];
  /** Questions of the bank that may be the same, the nearest first. */
  readonly alike: readonly Pick<Question, 'id' | 'title'>[];
  /** As it would stand in the bank; null as long as something stops it. */
  readonly question: Question | null;
  /** The file that it would be, which names nobody; likewise. */
  readonly file: SuggestedFile | null;
};

/** A question file: its path within the folder of the questions, its text, and the name of its bank, empty for the default one. */
export type SuggestedFile = { readonly path: string; readonly text: string; readonly bank: string };

/** So many suggestions of one person wait at once. */
export const mostOpen = 5;

/** Most characters of what is typed into each part: more than the rules allow, so that these can say so. */
export const longestTyped = { question: 1500, options: 1500, why: 600 } as const;

/** Most characters of the word that goes with a decision. */
export const longestWord = 300;

const longestTitle = 100;

/** Between an answer and why it is wrong; some keyboards make one dash of two. */
const reason = /\s(?:--+|—)\s/;

/** What people put before the right answer of several. */
const mark = /^(?:\*|✓|✔|✅|\[x\])\s+/iu;

/** Takes apart what was typed. Never fails: judging it is left to the rules of the bank. */
export function readSuggestion(typed: Pick<SuggestedText, 'question' | 'options' | 'why'>): ReadSuggestion {
  const { code, rest } = takeCode(typed.question.replaceAll(/\r\n?/g, '\n'));
  const { source, rest: why } = takeAddress(typed.why);
  const stem = oneLine(rest);
  return {
    stem,
    code,
    options: readOptions(typed.options, oneLine(why)),
    why: oneLine(why),
    source,
    title: titleIn(stem),
  };
}

/** The first block of code, and the text around it. */
function takeCode(text: string): { readonly code: string | null; readonly rest: string } {
  const found = /^[ \t]*(`{3,})[^`\n]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/m.exec(text);
  if (found === null || (found[2] ?? '').trim() === '') return { code: null, rest: text };
  const [whole, , code = ''] = found;
  return { code, rest: text.replace(whole, '\n') };
}

/** The first address of a page, and the text around it; what only led to it goes with it. */
function takeAddress(text: string): { readonly source: string | null; readonly rest: string } {
  const found =
    /(?:[(<[]\s*)?(?:\b(?:see|source|from|read|docs?|according to)\b:?\s*)?(https?:\/\/[^\s<>"`)\]]+)[)\]>]*/i.exec(
      text,
    );
  if (found === null) return { source: null, rest: text };
  const [whole, address = ''] = found;
  const source = address.replace(/[.,;:!?'’]+$/, '');
  const around = text.replace(whole, address.slice(source.length));
  const words = around.replaceAll(/\s+([.,;:!?])/g, '$1').trim();
  return {
    source,
    rest: words
      .replace(/^[.,;:]+/, '')
      .replace(/(?<=[.!?])[.,;:]+$|[,;:]+$/, '.')
      .replace(/^\.$|(?<=[.!?])\.$/, ''),
  };
}

function readOptions(text: string, why: string): readonly SuggestedOption[] {
  const lines = withoutLetters(
    text
      .split(/[\r\n]+/)
      .map(oneLine)
      .filter((line) => line !== ''),
  );
  const marked = lines.flatMap((line, place) => (mark.test(line) ? [place] : []));
  const [right = 0] = marked.length === 1 ? marked : [0];
  return lines.map((line, place) => {
    const [words = '', ...more] = (place === right && marked.length === 1 ? line.replace(mark, '') : line).split(
      reason,
    );
    const said = more.length === 0 ? null : more.join(' — ');
    const correct = place === right;
    return { text: words, correct, why: said ?? (correct && why !== '' ? why : null) };
  });
}

/** Options are shuffled and get letters when they are shown, so that letters, numbers or dashes before all of them are no part of them. */
function withoutLetters(lines: readonly string[]): readonly string[] {
  const labels = [/^\(?([A-H])[).:]\s+/i, /^\(?(\d)[).]\s+/, /^([-•–])\s+/] as const;
  if (lines.length > 1 && lines.every((line) => /^\*\s/.test(line))) return lines.map((line) => line.slice(2));
  const found = labels.find((label) => lines.length > 1 && lines.every((line) => label.test(line.replace(mark, ''))));
  if (found === undefined) return lines;
  return lines.map((line) => {
    const [before = ''] = mark.exec(line) ?? [];
    return before + line.slice(before.length).replace(found, '');
  });
}

/** The whole text if it asks, else the last of its sentences that does. */
function titleIn(stem: string): string | null {
  const plain = stem.replaceAll('`', '');
  const asking = [plain, ...plain.split(/(?<=[.!?:])\s+/).toReversed()].map((text) => text.trim());
  return asking.find((text) => text.endsWith('?') && text.length > 1 && text.length <= longestTitle) ?? null;
}

/** Why something is declined, as one line of at most `longestWord` characters; empty for nothing. */
export function toWord(typed: string): string {
  return oneLine(typed).slice(0, longestWord);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
