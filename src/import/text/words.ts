import type { Block } from './html-blocks.ts';
import { readHtml } from './html-blocks.ts';

/** A text of a source in the forms that a draft needs. */
export type Words = {
  /** On one line, without what stands as code by itself. */
  readonly line: string;
  /** With its line ends, likewise. */
  readonly lines: string;
  readonly code: string;
  /** All of it, code in fences. */
  readonly markdown: string;
  /** What is lost or doubtful, a sentence each. */
  readonly remarks: readonly string[];
};

/** What a text is written in; `mixed` is HTML where it has tags or entities, and `auto` is the same and says so. */
export type Markup = 'html' | 'plain' | 'mixed' | 'auto';

/** Tags and entities that nobody writes about by chance. */
const htmlMarks =
  /<\/?(?:br|p|div|span|b|strong|em|u|sub|sup|code|pre|ul|ol|li|img|font|table|tr|td|h[1-6])(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

/** Built-in pictures are longer than everything else, and no text shows them. */
const builtIn = /\bdata:[\w/+.-]*;base64,[A-Za-z0-9+/=\s]*/g;

/** Reads a text of a source. HTML of more than `most` characters is cut there, and that is said. */
export function readWords(written: string, markup: Markup, most = 200_000): Words {
  const short = written.replaceAll(builtIn, 'data:');
  const text = short.length > most ? short.slice(0, most) : short;
  const tooLong = short.length > most ? [`It is longer than ${most} characters, and cut there.`] : [];
  const found = markup === 'auto' || markup === 'mixed' ? htmlMarks.exec(text)?.[0] : undefined;
  const isHtml = markup === 'html' || found !== undefined;
  const { blocks, remarks } = isHtml ? readHtml(text) : { blocks: plainBlocks(text), remarks: [] };
  const said =
    markup === 'mixed' || found === undefined || found.startsWith('&')
      ? []
      : [`It has “${found}”, so it was read as HTML.`];
  return toWords(blocks, [...tooLong, ...said, ...remarks]);
}

function toWords(blocks: readonly Block[], remarks: readonly string[]): Words {
  const texts = blocks.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  const lines = texts.join('\n');
  return {
    line: onOneLine(lines),
    lines,
    code: blocks
      .filter(({ kind }) => kind === 'code')
      .map(({ text }) => text)
      .join('\n\n'),
    markdown: blocks.map((block) => (block.kind === 'code' ? fenced(block.text) : block.text)).join('\n\n'),
    remarks: [...remarks, ...remarksOn(lines)],
  };
}

/** Any white space becomes one blank. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** Code between fences of back-ticks is code in plain texts, too. */
function plainBlocks(text: string): readonly Block[] {
  return text
    .split(/^ *```[^\n`]*\n([\s\S]*?)^ *``` *$/m)
    .map(
      (part, index): Block => ({
        kind: index % 2 === 1 ? 'code' : 'text',
        text: index % 2 === 1 ? part.trimEnd() : part.trim(),
      }),
    )
    .filter(({ text: words }) => words !== '');
}

function fenced(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

const tex =
  /\\\(|\\\[|\$\$|\[latex\]|\[\$\]|\$[^$\n]{0,300}\\[A-Za-z]{2,}[^$\n]{0,300}\$|\\(?:frac|sqrt|sum|int|cdot|times|mathbf|mathrm|text|begin)\b/;

/** What a text has that no draft can show, whatever it was written in. */
function remarksOn(text: string): readonly string[] {
  const sounds = [...text.matchAll(/\[sound:([^\]\n]{1,200})\]/g)].map(
    ([, name = '']) => `The sound ${name} is left out.`,
  );
  const plain = text.includes('\ufffd') ? ['A letter of it could not be read (�).'] : [];
  return [...(tex.test(text) ? ['It has TeX. Write the formula as plain text.'] : []), ...sounds, ...plain];
}
