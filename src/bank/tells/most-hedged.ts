import { plainWords } from '../../core/plain-words.ts';
import { highest } from './strategy.ts';

/** English words that soften a claim. */
const hedges = new Set(
  [
    'about almost approximately apparently can commonly could depending depends frequently generally largely likely mainly',
    'many may might most mostly nearly normally occasionally often partly perhaps possible possibly probably rarely roughly',
    'seldom several should some sometimes somewhat tend tends typical typically unless usual usually',
  ].flatMap((words) => words.split(' ')),
);

/** Chooses the option that is qualified most: what holds without exception is rarely true. */
export const mostHedged = highest((option) => plainWords(option).filter((word) => hedges.has(word)).length);
