import { stringify } from 'yaml';
import { inlineCode } from '../../core/inline-code.ts';
import { longestAlias } from '../../core/question.ts';
import type { ReadSuggestion, SuggestedText } from '../../core/suggestion.ts';

/** What a question file says beside what was suggested. */
type About = Pick<SuggestedText, 'topic' | 'level'> & {
  readonly id: string;
  readonly title: string;
  readonly source: string;
};

/** Said to whoever chooses a wrong answer of which nobody said why it is wrong. */
const unexplained = 'That is not it.';

/** A suggestion as the text of a question file, in which whatever was typed stands for itself. */
export function questionText({ stem, code, options, why }: ReadSuggestion, about: About): string {
  const { id, title, topic, level, source } = about;
  const fields = {
    id,
    title,
    aliases: [aliasOf(title)],
    topic,
    level,
    references: [{ title: nameOf(source), url: source }],
    items: [
      {
        id: 'suggested',
        stem,
        ...(code === null ? {} : { code: `${code}\n` }),
        options: options.map(({ text, correct, why: said }) => ({
          text,
          ...(correct ? { correct } : {}),
          why: said ?? (correct ? '' : unexplained),
        })),
      },
    ],
  };
  const [right] = options.filter(({ correct }) => correct);
  const answer = [...[right?.text ?? '', why].filter((text) => text !== '').map(asMarkdown), ...fenced(code)].join(
    '\n\n',
  );
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${answer}\n`;
}

/** The text of a question file with a line that names its author. */
export function signed(text: string, author: string): string {
  return text.replace('---\n', () => `---\n# Suggested by ${author.replaceAll(/\s+/g, ' ').trim()}\n`);
}

/** Words in which Markdown finds nothing but code between back-ticks. */
export function asMarkdown(words: string): string {
  const marked = inlineCode(words)
    .map(({ kind, text }) =>
      kind === 'code'
        ? `\`${text}\``
        : text.replaceAll(/[\\`*_<>#~&@]|(?<=https?|ftp):|(?<=www)\.|\[(?=[^\]]*\][(:[])/gi, '\\$&'),
    )
    .join('');
  return marked.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=]/, '\\$&');
}

function fenced(code: string | null): readonly string[] {
  if (code === null) return [];
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}\n${code}\n${fence}`];
}

/** Another way to ask it, for the search: as one types it. */
function aliasOf(title: string): string {
  const typed = title.replace(/[\s?]+$/, '');
  const alias = typed.slice(0, 1).toLowerCase() + typed.slice(1);
  return alias.length <= longestAlias ? alias : alias.slice(0, longestAlias).replace(/\s+\S*$/, '');
}

/** What a page is called of which only the address is known. */
function nameOf(address: string): string {
  return (URL.parse(address)?.hostname ?? address).replace(/^www\./, '').slice(0, 80);
}
