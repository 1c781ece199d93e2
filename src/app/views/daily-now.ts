import type { Card, Rich } from '../../core/card.ts';
import { rich } from '../../core/card.ts';
import type { AskedAtOnce } from '../../core/daily/asked-at-once.ts';
import { yourTime } from './daily-settings.ts';

/** For the person who asked for a question now: whether it counts, and if not, why. */
export function dailyNowCard(asked: AskedAtOnce): Card {
  return { tone: 'good', body: [{ kind: 'text', text: words(asked) }] };
}

function words(asked: AskedAtOnce): Rich {
  if (asked.kind === 'counts') return rich('Here it comes: today’s question. What you ask for after it is practice.');
  if (asked.because === 'had') return rich('Here it comes, for practice: today has had the question that counts.');
  const coming = 'Here it comes, for practice: today’s question, the one that counts, is still to come ';
  return [...rich(coming), ...yourTime(asked.at), ...rich('.')];
}
