import { isFillerWord } from './filler-words.ts';
import { isGenericWord } from './generic-words.ts';
import { isStopWord } from './stop-words.ts';
import { stem } from './word-forms.ts';

/** What kind of answer a question wants; it tells questions about one subject apart. */
export type Intent = {
  readonly compares: boolean;
  readonly asksWhy: boolean;
  /** Wants a plain operation on plain data ("the maximum of a tensor"), whatever in the field is named after it. */
  readonly operates: boolean;
  /** Reports that something of one's own goes wrong. */
  readonly complains: boolean;
};

const comparing = new Set([
  'vs',
  'versus',
  'difference',
  'differences',
  'differ',
  'differs',
  'different',
  'compare',
  'compares',
  'compared',
  'comparing',
  'comparison',
  'distinguish',
  'distinction',
  'diff',
  'distinguishes',
  'differentiates',
  'same',
  'better',
]);

const reasoning = new Set([
  'why',
  'reason',
  'reasons',
  'purpose',
  'need',
  'needs',
  'prefer',
  'necessary',
  'bother',
  'motivation',
]);

/** Operations of everyday programming; the field names techniques after some of them ("max pooling"). */
const operations = stems(`
max maximum maxima maximal largest biggest highest greatest top min minimum smallest lowest sum summation total add addition plus subtract
average mean median mode variance std deviation count argmax argmin cumsum prod product round abs clip clamp sqrt pow exp log
sort reverse flip shuffle roll clone copy duplicate reshape resize view squeeze unsqueeze transpose permute swap concatenate concat
cat append stack split chunk slice print select repeat expand tile unique multiply divide normalize standardize
`);

/** The data that they work on, and where one looks for them. */
const plainData = stems(`
torch pytorch tensor tensors list array vector matrix row column axis dim dimension element item entry index number integer float value
function method operation command two three four
`);

function stems(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(stem));
}

function operatesPlainly(words: readonly string[]): boolean {
  const isSaid = (word: string, index: number) =>
    !isStopWord(word) || (operations.has(stem(word)) && words[index + 1] !== 'of');
  const roots = words.filter(isSaid).map(stem);
  const isPlain = (root: string) =>
    root.length === 1 || plainData.has(root) || isGenericWord(root) || isFillerWord(root);
  return roots.some((root) => operations.has(root)) && roots.every((root) => operations.has(root) || isPlain(root));
}

/** Reads the intent of lower-case words. */
export function readIntent(words: readonly string[]): Intent {
  return {
    compares: words.some((word) => comparing.has(word)),
    asksWhy: words.some((word) => reasoning.has(word)),
    operates: operatesPlainly(words),
    complains: words.includes('why') && words.includes('my'),
  };
}
