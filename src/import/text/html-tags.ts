import { cut } from './cut.ts';
import type { Page } from './html-blocks.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a tag does to the text around it. */
type Tag = {
  readonly open: (page: Page, attributes: Attributes) => void;
  readonly close: (page: Page) => void;
};

const nothing = () => {};

const block: Tag = { open: (page) => page.endBlock(), close: (page) => page.endBlock() };

const hidden: Tag = { open: (page) => page.hide(), close: (page) => page.show() };

const inlineCode: Tag = { open: (page) => page.mark('`'), close: (page) => page.mark('`') };

function list(ordered: (attributes: Attributes) => string | null): Tag {
  return {
    open: (page, attributes) => {
      page.endBlock();
      page.lists.push({ ordered: ordered(attributes), count: 0 });
    },
    close: (page) => {
      page.endBlock();
      page.lists.pop();
    },
  };
}

const item: Tag = {
  open: (page) => {
    page.endBlock();
    const innermost = page.lists.at(-1);
    if (innermost === undefined) return;
    innermost.count += 1;
    page.mark(bullet(innermost.ordered, innermost.count));
  },
  close: (page) => page.endBlock(),
};

function bullet(ordered: string | null, count: number): string {
  if (ordered === null) return '- ';
  const first = ordered === 'A' || ordered === 'a' ? ordered.charCodeAt(0) : null;
  return first !== null && count <= 26 ? `${String.fromCharCode(first + count - 1)}. ` : `${count}. `;
}

/** Something that no text shows. */
function left(what: string): Tag {
  return {
    open: (page, attributes) => {
      const address = attributes['src'] ?? attributes['data'] ?? attributes['alt'] ?? '';
      const named = address === '' || address.startsWith('data:') ? '' : ` ${cut(address, 80)}`;
      page.remarks.add(`${what}${named} is left out.`);
      const words = attributes['alt']?.trim() ?? '';
      page.mark(words === '' ? '' : ` [${cut(words, 80)}] `);
    },
    close: nothing,
  };
}

const link: Tag = {
  open: (page, { href = '' }) => {
    if (/^https?:/i.test(href)) page.remarks.add(`The address of a link, ${cut(href, 200)}, is left out.`);
  },
  close: nothing,
};

const raised = new Map([...'0123456789+-()n'].map((letter, index) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][index] ?? '']));
const lowered = new Map([...'0123456789+-()'].map((letter, index) => [letter, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][index] ?? '']));

/** `x<sup>2</sup>` is `x²`, and what has no such letters is `x^(n/2)`. */
function shifted(letters: ReadonlyMap<string, string>, otherwise: string): Tag {
  return {
    open: (page) => page.starts.push(page.position()),
    close: (page) => {
      const from = page.starts.pop();
      if (from === undefined || from > page.position()) return;
      page.rewrite(from, (text) => {
        const words = text.trim();
        if (words === '') return text;
        const all = [...words].map((letter) => letters.get(letter));
        if (all.every((letter) => letter !== undefined)) return all.join('');
        return [...words].length === 1 ? `${otherwise}${words}` : `${otherwise}(${words})`;
      });
    },
  };
}

const cell: Tag = { open: nothing, close: (page) => page.mark(' | ') };

const table: Tag = {
  open: (page) => {
    page.endBlock();
    page.remarks.add('A table became lines of text.');
  },
  close: (page) => page.endBlock(),
};

const plain: Tag = { open: nothing, close: nothing };

function makeTags(): ReadonlyMap<string, Tag> {
  const named = (names: string, tag: Tag) => names.split(' ').map((name) => [name, tag] as const);
  return new Map([
    ...named('p div section article blockquote h1 h2 h3 h4 h5 h6 hr dl dt dd center figure tr', block),
    ...named('script style head title template', hidden),
    ...named('code tt kbd samp', inlineCode),
    ...named('br', { open: (page) => page.breakLine(), close: nothing }),
    ...named('pre', { open: (page) => page.enterCode(), close: (page) => page.leaveCode() }),
    ...named(
      'ul',
      list(() => null),
    ),
    ...named(
      'ol',
      list(({ type = '1' }) => type),
    ),
    ...named('li', item),
    ...named('img', left('The picture')),
    ...named('audio', left('The sound')),
    ...named('video', left('The film')),
    ...named('iframe object embed svg canvas', left('Something built in')),
    ...named('math', left('A formula in MathML')),
    ...named('a', link),
    ...named('sup', shifted(raised, '^')),
    ...named('sub', shifted(lowered, '_')),
    ...named('td th', cell),
    ...named('table', table),
  ]);
}

const tags = makeTags();

/** What HTML's element of this name does; one that is not known shows its text. */
export function tagsOf(name: string): Tag {
  return tags.get(name) ?? plain;
}
