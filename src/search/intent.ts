/** What kind of answer a question wants; it tells questions about one subject apart. */
export type Intent = {
  readonly compares: boolean;
  readonly asksWhy: boolean;
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

/** Reads the intent of lower-case words. */
export function readIntent(words: readonly string[]): Intent {
  return {
    compares: words.some((word) => comparing.has(word)),
    asksWhy: words.some((word) => reasoning.has(word)),
  };
}
