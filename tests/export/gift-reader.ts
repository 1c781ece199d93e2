import { readHtml } from './html-reader.ts';
import type { ReadItem } from './read-item.ts';

/** Reads a file as Moodle's importer does (question/format/gift): by blank lines, escapes first, then `{`, `~`, `=` and `#`. */
export function readGift(text: string): {
  readonly categories: readonly string[];
  readonly items: readonly ReadItem[];
} {
  const categories: string[] = [];
  const items: ReadItem[] = [];
  for (const lines of text.split(/\n\s*\n/).filter((part) => part.trim() !== '')) {
    const [, category] = /^\$CATEGORY:\s*(.*)$/.exec(lines) ?? [];
    if (category === undefined) items.push(readQuestion(lines));
    else categories.push(category);
  }
  return { categories, items };
}

const escapes = [':', '#', '=', '{', '}', '~', '\n'];

/** A private character stands for what was escaped until the question is taken apart. */
function withPlaceholders(text: string): string {
  return text.replaceAll(/\\([\\:#={}~n])/g, (_, escaped: string) => {
    if (escaped === '\\') return '\\';
    return String.fromCodePoint(0xe000 + escapes.indexOf(escaped === 'n' ? '\n' : escaped));
  });
}

function plain(text: string): string {
  return text.replaceAll(/[\ue000-\ue006]/g, (mark) => escapes[(mark.codePointAt(0) ?? 0) - 0xe000] ?? '');
}

function readQuestion(written: string): ReadItem {
  const lines = written.split('\n').map((line) => line.trim());
  const comments = lines.filter((line) => line.startsWith('//')).join('\n');
  const text = withPlaceholders(lines.filter((line) => !line.startsWith('//')).join('\n'));
  const [, name = '', stem = '', answers = ''] = /^::([\s\S]*?)::([\s\S]*?)\{([\s\S]*?)\}$/.exec(text) ?? [];
  const options = answers
    .replaceAll('=', '~=')
    .split('~')
    .map((answer) => answer.trim());
  return {
    key: /\[id:([^\]]+)\]/.exec(comments)?.[1] ?? '',
    level: /\[tag:([^\]]+)\]/.exec(comments)?.[1] ?? '',
    title: plain(name),
    ...stemOf(stem),
    options: options
      .filter((answer) => answer !== '')
      .map((answer) => {
        const correct = answer.startsWith('=');
        const [option = '', why = ''] = answer.slice(Number(correct)).split(/#([\s\S]*)/);
        return { text: read(option).text, correct, why: read(why).text };
      }),
  };
}

function stemOf(html: string) {
  const { text, code } = read(html);
  return { stem: text, ...(code === undefined ? {} : { code }) };
}

function read(written: string) {
  const [, format, text = ''] = /^(?:\[(\w+)\])?([\s\S]*)$/.exec(written.trim()) ?? [];
  if (written.trim() !== '' && format !== 'html') throw new Error(`${written} is no HTML.`);
  return readHtml(plain(text));
}
