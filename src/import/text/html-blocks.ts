import { Parser } from 'htmlparser2';
import { tagsOf } from './html-tags.ts';

/** A part of a text: words with line ends between them, or code as it stands. */
export type Block = { readonly kind: 'text' | 'code'; readonly text: string };

/** HTML as blocks, and what of it they do not show, a sentence each. */
export type ReadHtml = { readonly blocks: readonly Block[]; readonly remarks: readonly string[] };

/** Reads HTML as a browser would show it, without the looks: never throws, whatever it is given. */
export function readHtml(html: string): ReadHtml {
  const page = createPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tagsOf(name).open(page, attributes),
      onclosetag: (name) => tagsOf(name).close(page),
      ontext: (text) => page.write(text),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  page.endBlock();
  return { blocks: page.blocks, remarks: [...page.remarks] };
}

/** What is being read: blocks so far, and the one that is not at its end. */
export type Page = ReturnType<typeof createPage>;

function createPage() {
  const blocks: Block[] = [];
  const remarks = new Set<string>();
  const lists: { ordered: string | null; count: number }[] = [];
  /** Where what is raised or lowered begins. */
  const starts: number[] = [];
  let current = '';
  let code = 0;
  let hidden = 0;

  /** White space means nothing but in code. */
  function write(text: string): void {
    if (hidden > 0) return;
    current += code > 0 ? text : text.replace(/[\s\u00a0]+/gu, ' ');
  }

  function endBlock(): void {
    const lines = current.split('\n').map((line) => (code > 0 ? line.trimEnd() : line.trim()));
    const text = code > 0 ? lines.join('\n').replace(/^\n+|\n+$/g, '') : lines.join('\n').trim();
    if (text !== '') blocks.push({ kind: code > 0 ? 'code' : 'text', text });
    current = '';
  }

  return {
    ...{ blocks, remarks, lists, starts, write, endBlock },
    breakLine: () => {
      if (hidden === 0) current += '\n';
    },
    /** Marks within a line; nothing in code, which has them as letters. */
    mark: (text: string) => {
      if (hidden === 0 && code === 0) current += text;
    },
    enterCode: () => {
      endBlock();
      code += 1;
    },
    leaveCode: () => {
      endBlock();
      code = Math.max(0, code - 1);
    },
    hide: () => {
      hidden += 1;
    },
    show: () => {
      hidden = Math.max(0, hidden - 1);
    },
    /** What is written from here on, to be taken back and written anew. */
    position: () => current.length,
    rewrite: (from: number, change: (text: string) => string) => {
      current = current.slice(0, from) + change(current.slice(from));
    },
  };
}
