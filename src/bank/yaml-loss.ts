import { CST } from 'yaml';

/** Something that YAML would silently drop from a text or change in it. */
export type YamlLoss = {
  /** Offset in the YAML. */
  readonly offset: number;
  /** The field that contains it. */
  readonly path: readonly PropertyKey[];
  readonly problem: string;
  readonly cure: string;
};

type Path = readonly PropertyKey[];
type Token = CST.Token | CST.SourceToken;
type Visit = (token: Token, path: Path) => void;

/** Fields whose line breaks are significant. */
const codeFields: readonly PropertyKey[] = ['code', 'proof'];

/** Most characters that a complaint quotes. */
const quoted = 40;

/**
 * What the YAML parser drops although it is valid: a comment after a value, a tag, an anchor, an alias, and line breaks
 * of code. `tokens` are those of the whole `yaml`. A comment on a line of its own is not a loss.
 */
export function findLosses(yaml: string, tokens: readonly CST.Token[]): readonly YamlLoss[] {
  const losses: YamlLoss[] = [];
  /** The block that ended last, as long as only comments and blanks follow. */
  let block: CST.BlockScalar | null = null;
  const visit: Visit = (token, path) => {
    const lose = (problem: string, cure: string) => losses.push({ offset: token.offset, path, problem, cure });
    if (token.type === 'comment') {
      const before = yaml.slice(yaml.lastIndexOf('\n', token.offset - 1) + 1, token.offset);
      const source = excerpt(token.source);
      if (before.trim() !== '') {
        lose(`\`${source}\` is a comment to YAML, and lost.`, 'Quote the value, or move the comment to its own line.');
      } else if (block !== null && before.length > block.indent) {
        lose(`\`${source}\` ends the block above it and is lost.`, 'Indent it as the first line of the block.');
      }
      return;
    }
    const meaning = meanings[token.type];
    if (meaning !== undefined && 'source' in token) {
      lose(`\`${excerpt(token.source)}\` is ${meaning} to YAML, and lost.`, 'Quote the value.');
    }
    if (codeFields.includes(path.at(-1) ?? '') && foldsLines(token)) {
      lose('Its line breaks are lost.', 'Use a literal block (`|`).');
    }
    if (token.type === 'block-scalar') block = token;
    else if (!blanks.includes(token.type)) block = null;
  };
  for (const token of tokens) walk(token, [], visit);
  return losses;
}

const blanks: readonly string[] = ['space', 'newline', 'block-scalar-header'];

/** What a token is in YAML if it is not text. */
const meanings: Readonly<Record<string, string>> = { tag: 'a tag', anchor: 'an anchor', alias: 'a reference' };

function foldsLines(token: Token): boolean {
  if (token.type === 'block-scalar-header') return token.source.startsWith('>');
  return CST.isScalar(token) && token.type !== 'block-scalar' && token.type !== 'alias' && token.source.includes('\n');
}

/** Calls back for every token in order, with the path of its field. */
function walk(token: CST.Token, path: Path, visit: Visit): void {
  switch (token.type) {
    case 'document':
      for (const each of token.start) visit(each, path);
      if (token.value !== undefined) walk(token.value, path, visit);
      break;
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      walkEntries(token, path, visit);
      break;
    case 'block-scalar':
      for (const each of token.props) visit(each as CST.SourceToken, path);
      visit(token, path);
      break;
    default:
      visit(token, path);
  }
  if ('end' in token && token.end !== undefined) for (const each of token.end) visit(each, path);
}

function walkEntries(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, path: Path, visit: Visit): void {
  let index = -1;
  for (const { start, key, sep, value } of token.items) {
    // A list may end with an entry that contains only comments.
    if (token.type === 'flow-collection' || start.some(({ type }) => type === 'seq-item-ind')) index += 1;
    const name = CST.isScalar(key) ? key.source : null;
    const here = name !== null ? [...path, name] : token.type === 'block-map' ? path : [...path, Math.max(index, 0)];
    for (const each of start) visit(each, here);
    if (key) walk(key, here, visit);
    for (const each of sep ?? []) visit(each, here);
    if (value !== undefined) walk(value, here, visit);
  }
}

function excerpt(text: string): string {
  const characters = [...(text.split('\n')[0] ?? '')];
  return characters.length > quoted ? `${characters.slice(0, quoted).join('')}…` : characters.join('');
}
