import type { Passage } from './api-passages.ts';

/** Where something stands in a file of the bank. */
export type ApiPlace = { readonly file: string; readonly line: number; readonly field: string };

/** A dotted name as it was typed: `nn.Linear`, `x.grad`, `.cpu` behind a call. `inCode` is false for what has no back-ticks. */
export type NameUse = ApiPlace & { readonly name: string; readonly called: boolean; readonly inCode: boolean };

/** A call with the names of its keywords, and what stands before them as it was typed. */
export type CallUse = ApiPlace & {
  readonly name: string;
  readonly keywords: readonly string[];
  readonly positionals: readonly string[];
  /** The call stands in prose, so that a name in a parameter's place is that of the parameter. */
  readonly inProse: boolean;
};

/** What the code of a question brings in and defines itself. */
export type Scope = {
  /** Modules and members by the name that stands for them: `plt` is `matplotlib.pyplot`. */
  readonly imports: Readonly<Record<string, string>>;
  /** Attributes, functions and classes. */
  readonly own: readonly string[];
  readonly variables: readonly string[];
  /** The variables that hold an array of NumPy at some time. */
  readonly arrays: readonly string[];
};

/** A piece of code within a passage; `offset` is that of its first character. */
type Piece = { readonly text: string; readonly offset: number; readonly inCode: boolean };

const chain = /(?<![\w./~@:$-])((?:[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*)+)(\()?/g;

/** A call of what may be a class, without a module before it. */
const bareCall = /(?<![\w.])([A-Z]\w*)\(/g;

/** Ends of file names and addresses, which look like attributes. */
const extension =
  /\.(py|ipynb|pt|pth|pt2|ckpt|bin|onnx|txt|md|json|ya?ml|toml|lock|csv|np[yz]|png|jpe?g|so|dll|sh|whl|cpp|cu|html|org|com|io|dev|ai|net)$/;

/** Every dotted name of a passage, and every call. */
export function usesOf(passage: Passage): { readonly names: readonly NameUse[]; readonly calls: readonly CallUse[] } {
  const names: NameUse[] = [];
  const calls: CallUse[] = [];
  const { file, field } = passage;
  for (const { text, offset, inCode } of piecesOf(passage)) {
    const placeAt = (index: number) => ({ file, field, line: lineAt(passage, offset + index) });
    for (const { index, 1: name = '', 2: opening } of text.matchAll(chain)) {
      const called = opening !== undefined;
      if (/^(self|cls)\./.test(name) || (!called && extension.test(name))) continue;
      names.push({ ...placeAt(index), name, called, inCode });
      if (called) calls.push({ ...placeAt(index), name, ...argumentsAt(text, index + name.length), ...wayOf(passage) });
    }
    for (const { index, 1: name = '' } of text.matchAll(bareCall)) {
      calls.push({ ...placeAt(index), name, ...argumentsAt(text, index + name.length), ...wayOf(passage) });
    }
  }
  return { names, calls };
}

function wayOf({ kind }: Passage) {
  return { inProse: kind === 'prose' };
}

function lineAt({ line, text }: Passage, offset: number): number {
  return line + text.slice(0, offset).split('\n').length - 1;
}

/** In prose, what stands in back-ticks, and the rest of it; texts and comments within code are blanked out. */
function piecesOf({ kind, text }: Passage): readonly Piece[] {
  if (kind === 'code') return [{ text: blankTexts(text), offset: 0, inCode: true }];
  const spans = [...text.matchAll(/(`+)([\s\S]*?)\1/g)].map(({ index, 1: tick = '', 2: code = '' }): Piece => {
    return { text: blankTexts(code), offset: index + tick.length, inCode: true };
  });
  const rest = blank(
    text.replaceAll(/(`+)([\s\S]*?)\1/g, (span) => ' '.repeat(span.length)),
    /\]\([^)]*\)|\w+:\/\/\S+/g,
  );
  return [...spans, { text: rest, offset: 0, inCode: false }];
}

function blankTexts(code: string): string {
  return blank(code, /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|\w+:\/\/\S+/g);
}

/** Blanks keep their place, and line breaks stay. A text stays one argument. */
function blank(text: string, what: RegExp): string {
  return text.replaceAll(what, (found) =>
    found
      .replaceAll(/[^\n]/g, ' ')
      .replace(/^ (?= )/, '"')
      .replace(/ $/, '"'),
  );
}

/** The arguments of the call whose bracket opens at `start`; an abbreviated or open call has none of which one could be sure. */
function argumentsAt(text: string, start: number): Pick<CallUse, 'keywords' | 'positionals'> {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text.slice(start)) {
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && sign === ',') parts.push(part);
    part = depth === 1 && (sign === ',' || (part === '' && sign === '(')) ? '' : part + sign;
  }
  const typed = [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
  const keywordOf = (one: string) => /^([A-Za-z_]\w*)\s*=(?!=)/.exec(one)?.[1];
  return {
    keywords: typed.flatMap((one) => keywordOf(one) ?? []),
    positionals: typed.filter((one) => keywordOf(one) === undefined),
  };
}

/** What these pieces of Python bring in and define. */
export function scopeOf(code: readonly string[]): Scope {
  const text = code.join('\n');
  const all = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  return {
    imports: importsOf(text),
    own: [
      ...all(/\.(\w+)\s*(?::[^=\n]+)?=(?!=)/g),
      ...all(/\b(?:def|class)\s+(\w+)/g),
      ...all(/^\s+(\w+)\s*[:=](?!=)/gm),
      ...all(/\b(?:register_\w+|add_module|setattr)\([^"'\n]*["'](\w+)["']/g),
    ],
    variables: all(/^\s*(\w+)\s*=(?!=)/gm),
    arrays: all(/^\s*(\w+)\s*=.*(?:\bnp\.|\bnumpy\b)/gm),
  };
}

function importsOf(text: string): Readonly<Record<string, string>> {
  const imports: Record<string, string> = {};
  for (const { 1: module = '', 2: alias } of text.matchAll(/^\s*import ([\w.]+)(?: as (\w+))?/gm)) {
    const root = module.split('.')[0] ?? module;
    imports[alias ?? root] = alias === undefined ? root : module;
  }
  for (const { 1: module = '', 2: members = '' } of text.matchAll(/^\s*from ([\w.]+) import ([^#\n]+)/gm)) {
    for (const member of members.replaceAll(/[()]/g, '').split(',')) {
      const [, name, alias] = /^\s*(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(member) ?? [];
      if (name !== undefined) imports[alias ?? name] = `${module}.${name}`;
    }
  }
  return imports;
}
