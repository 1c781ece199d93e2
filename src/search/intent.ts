/** What kind of answer a question wants; it tells questions about one subject apart. */
export type Intent = {
  /** Holds two things against each other. */
  readonly compares: boolean;
  /** Wants to be told what something is. */
  readonly defines: boolean;
};

export const noIntent: Intent = { compares: false, defines: false };

const comparing = new Set(
  `vs versus difference differences differ differs different compare compares compared comparing comparison distinguish
  distinction diff distinguishes differentiates same better`.split(/\s+/),
);

const defining = / (?:what (?:is|are|s|does|do|was) |define|definition|explain|describe|meaning)/;
const otherwise = / (?:why|how (?:to|do|can|should|would|could|does|did|is|are|we|i)) /;

/** Reads the intent of lower-case words. */
export function readIntent(words: readonly string[]): Intent {
  const text = ` ${words.join(' ')} `;
  return { compares: words.some((word) => comparing.has(word)), defines: defining.test(text) && !otherwise.test(text) };
}
