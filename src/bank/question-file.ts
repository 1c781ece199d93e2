import type { Question } from '../core/question.ts';
import type { Complaint } from './complaint.ts';
import { parseQuestionDocument } from './document.ts';
import type { FrontMatter } from './front-matter.ts';
import { frontMatter } from './front-matter.ts';
import { findTwinItems, itemIds } from './item-ids.ts';
import type { Fence } from './markdown.ts';
import { parseMarkdown } from './markdown.ts';

/** A question together with what only the tools of the bank need: its fences, proofs and line numbers. */
export type QuestionFile = {
  readonly file: string;
  readonly question: Question;
  readonly fields: FrontMatter;
  /** Fences of the answer; `line` is that of the file. */
  readonly fences: readonly Fence[];
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** Most characters of an answer's Markdown, so that it fits one message on every platform with its title and buttons. */
const longestAnswer = 3000;

/**
 * Reads one question file. `file` is its path within the bank, `<topic>/<id>.md`. Either the question or every
 * complaint about it.
 */
export function parseQuestionFile(file: string, text: string): QuestionFile | readonly Complaint[] {
  const document = parseQuestionDocument(file, text);
  if (!('markdown' in document)) return document;
  const parsed = frontMatter.safeParse(document.data);
  const complaints: Complaint[] = [];
  const complain = (line: number, field: string, message: string) => {
    const [, problem = message, cure = ''] = /^(.*?[.)]) ([A-Z].*)$/s.exec(message) ?? [];
    complaints.push({ file, line, field, problem, cure: cure || 'See docs/writing-questions.md.' });
  };
  for (const issue of parsed.error?.issues ?? []) {
    complain(document.lineOf(issue.path), issue.path.join('.') || 'front matter', issueMessage(issue));
  }
  const answer = document.markdown.trim();
  const leading = document.markdown.slice(0, document.markdown.indexOf(answer)).split('\n').length - 1;
  const firstLine = document.markdownLine + leading;
  const markdown = parseMarkdown(answer);
  for (const { line, problem, cure } of markdown.unsupported) {
    complaints.push({ file, line: firstLine + line - 1, field: 'answer', problem, cure });
  }
  if (answer === '') complain(document.markdownLine, 'answer', 'It is empty. Write the answer below the second `---`.');
  if (answer.length > longestAnswer) {
    complain(firstLine, 'answer', `It has ${answer.length} characters. Shorten it to ${longestAnswer}.`);
  }
  if (!parsed.success) return complaints;
  const fields = parsed.data;
  complaints.push(...findTwinItems(file, fields, document.lineOf));
  if (file !== `${fields.topic}/${fields.id}.md`) {
    complain(
      document.lineOf(['id']),
      'id',
      `The file does not stand where its fields say. Move it to ${fields.topic}/${fields.id}.md.`,
    );
  }
  if (complaints.length > 0) return complaints;
  const fences = markdown.fences.map((fence) => ({ ...fence, line: firstLine + fence.line - 1 }));
  return { file, fields, fences, lineOf: document.lineOf, question: toQuestion(fields, answer, markdown.body) };
}

function toQuestion(fields: FrontMatter, answer: string, body: Question['body']): Question {
  const { id, seed = null, title, aliases, topic, level, references } = fields;
  const ids = itemIds(fields.items);
  const items = fields.items.map(({ stem, code, options }, index) => ({
    id: ids[index] ?? '',
    stem,
    ...(code === undefined ? {} : { code }),
    options: options.map(({ text, correct = false, why }) => ({ text, correct, why })),
  }));
  return { id, seed, title, aliases, topic, level, references, items, answer, body };
}

function issueMessage(issue: {
  readonly code?: string;
  readonly message: string;
  readonly keys?: readonly string[];
}): string {
  if (issue.code === 'unrecognized_keys')
    return `There is no field ${(issue.keys ?? []).join(', ')}. Remove it or correct its name.`;
  if (/expected .* received undefined/.test(issue.message)) return 'It is missing. Add it.';
  return issue.message;
}
