import type { QuestionFile } from './question-file.ts';

/**
 * A text of a question that may name parts of a library. `prose` has code in back-ticks; in `code` everything is. `group` is
 * the same for the texts of one item, which speak of the same thing.
 */
export type Passage = {
  readonly file: string;
  /** Line of the file on which the text starts, from 1. */
  readonly line: number;
  readonly field: string;
  readonly group: string;
  readonly kind: 'prose' | 'code';
  readonly text: string;
};

/**
 * The texts of a question that must not name what does not exist: title, aliases, points, answer, and of the items all but the wrong
 * options, which may claim what they like, and the proofs, which are run.
 */
export function passagesOf(file: QuestionFile): readonly Passage[] {
  const { fields, lineOf } = file;
  const at = (path: readonly PropertyKey[], text: string, kind: Passage['kind'] = 'prose'): Passage => {
    const group = path.slice(0, 2).join('.');
    // The text of a literal block begins on the line below its field.
    return {
      file: file.file,
      line: lineOf(path) + (kind === 'code' ? 1 : 0),
      field: path.join('.'),
      group,
      kind,
      text,
    };
  };
  return [
    at(['title'], fields.title),
    ...fields.aliases.map((alias, index) => at(['aliases', index], alias)),
    ...(fields.points ?? []).map((point, index) => at(['points', index], point)),
    ...fields.items.flatMap(({ stem, code, options }, index) => [
      at(['items', index, 'stem'], stem),
      ...(code === undefined ? [] : [at(['items', index, 'code'], code, 'code')]),
      ...options.flatMap(({ text, correct = false, why }, option) => [
        ...(correct ? [at(['items', index, 'options', option, 'text'], text)] : []),
        at(['items', index, 'options', option, 'why'], why),
      ]),
    ]),
    ...answerOf(file),
  ];
}

/** The paragraphs of the answer and its blocks of Python. */
function answerOf({ file, text, answerLine, fences }: QuestionFile): readonly Passage[] {
  const place = { file, field: 'answer', group: 'answer' };
  const lines = text.split('\n');
  const inFence = new Set(fences.flatMap(({ line, code }) => code.split('\n').map((_, index) => line + index + 1)));
  const passages: Passage[] = [];
  let paragraph: string[] = [];
  for (let line = answerLine; line <= lines.length + 1; line += 1) {
    const content = lines[line - 1] ?? '';
    const isProse = content.trim() !== '' && !inFence.has(line) && !/^\s*(```|~~~)/.test(content);
    if (isProse) paragraph.push(content);
    else if (paragraph.length > 0) {
      passages.push({ ...place, line: line - paragraph.length, kind: 'prose', text: paragraph.join('\n') });
      paragraph = [];
    }
  }
  const blocks = fences.flatMap(({ info, code, line }): readonly Passage[] =>
    /^python\b/.test(info) ? [{ ...place, line: line + 1, kind: 'code', text: code }] : [],
  );
  return [...passages, ...blocks];
}
