import type { CandidateOption } from '../candidate.ts';

/** An option with what it is worth, in percent. */
export type WeightedOption = { readonly text: string; readonly why: string; readonly weight: number };

/** Options of which those are right that are worth most, and what that leaves out, a sentence each. */
export function byWeight(options: readonly WeightedOption[]): {
  readonly options: readonly CandidateOption[];
  readonly remarks: readonly string[];
} {
  const most = Math.max(0, ...options.map(({ weight }) => weight));
  const isWhole = most >= 100;
  const isRight = ({ weight }: WeightedOption) => (isWhole ? weight >= 100 : weight > 0);
  const partly = options.filter((option) => option.weight > 0 && (!isRight(option) || !isWhole));
  const weights = partly.map(({ text, weight }) => `“${text}” ${weight} %`).join(', ');
  return {
    options: options.map((option) => ({ text: option.text, why: option.why, correct: isRight(option) })),
    remarks: [
      ...(partly.length > 0 ? [`The source gives a part of the points: ${weights}.`] : []),
      ...(most <= 0 ? ['The source marks no option as right.'] : []),
    ],
  };
}

/** What is said of answers that are typed: the first of them is the right option, and the others are kept as words. */
export function accepted(options: readonly WeightedOption[]): {
  readonly options: readonly CandidateOption[];
  readonly remarks: readonly string[];
} {
  const right = options.filter(({ weight }) => weight > 0);
  const [best] = right.toSorted((one, other) => other.weight - one.weight);
  if (best === undefined) return { options: [], remarks: ['The source names no right answer.'] };
  const others = right.filter((option) => option !== best).map(({ text }) => `“${text}”`);
  const wrong = options.filter(({ weight, text }) => weight <= 0 && text !== '*');
  return {
    options: [
      { text: best.text, why: best.why, correct: true },
      ...wrong.map(({ text, why }) => ({ text, why, correct: false })),
    ],
    remarks: [
      'It asks for an answer that is typed, and so has no wrong options.',
      ...(others.length > 0 ? [`It takes these answers, too: ${others.join(', ')}.`] : []),
    ],
  };
}
