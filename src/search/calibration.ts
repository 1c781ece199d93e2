import type { Calibration } from '../core/bank.ts';
import type { Question } from '../core/question.ts';
import { confidenceOf, evidenceOf, isLone } from './confidence.ts';
import type { Ranker, Ranking } from './ranker.ts';

/** Share of what is asked about missing questions that may be answered; lower means fewer right answers, too. */
const tolerated = 0.13;

/** What a bank with no headings goes by, and how many headings weigh as much as that. */
const customary = 0.55;
const customaryHeadings = 20;

/** The threshold stays between these, whatever a bank is like. */
const bounds = { least: 0.3, most: 0.85 };

/** Most titles and aliases that are asked, spread over the bank: more would change little and take seconds. */
const mostAsked = 1_000;

/**
 * Takes each question out and asks its own titles and aliases, none of which may be answered then, and sets the threshold so
 * that few are.
 */
export function calibrate(questions: readonly Question[], ranker: Ranker): Calibration {
  const headings = questions.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  const stride = Math.max(1, headings / mostAsked);
  let [place, next] = [-1, 0];
  const isAsked = () => {
    place += 1;
    if (place < next) return false;
    next += stride;
    return true;
  };
  const confidences = questions.flatMap(({ title, aliases }, document) => {
    const asked = [title, ...aliases].filter(isAsked);
    const rank = asked.length === 0 ? null : ranker.without(document);
    return rank === null ? [] : asked.map((heading) => certainty(rank(heading), ranker));
  });
  const falling = confidences.toSorted((one, other) => other - one);
  const own = falling[Math.floor(tolerated * falling.length)] ?? customary;
  const share = falling.length / (falling.length + customaryHeadings);
  const answer = Math.min(bounds.most, Math.max(bounds.least, share * own + (1 - share) * customary));
  return { answer, falseAnswers: falling.filter((value) => value >= answer).length / (falling.length || 1) };
}

/** Confidence in the first hit; 0 where that is one word by itself. */
export function certainty({ query, ranked }: Ranking, { model }: Pick<Ranker, 'model'>): number {
  const [first] = ranked;
  const found = evidenceOf(query, ranked);
  return first === undefined || found === null || isLone(first) ? 0 : confidenceOf(found, model);
}
