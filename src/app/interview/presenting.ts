import type { Card, Own } from '../../core/card.ts';
import type { Interview } from '../../core/interview/interview.ts';
import type { Button } from '../dispatch/button.ts';
import type { Reader } from '../dispatch/feature.ts';
import type { Caller } from '../ports.ts';
import { checklistCard, interviewQuestionCard, saidLine } from '../views/interview.ts';
import { interviewReportCard } from '../views/interview-report.ts';
import type { Needs } from './going-on.ts';
import type { Said } from './said.ts';

/** Names a question of an interview. */
export function questionKey(id: string, no: number | string): string {
  return `${id}#${no}`;
}

/** What an interview is shown by; `asks`: what somebody said can be posted for peers to mark. */
export type Showing = Pick<Needs, 'bank' | 'clock'> & { readonly said: Said; readonly asks: boolean };

/** Where an interview stands: a question, its answer with the checklist, or the report once it has ended. */
export function presentInterview(
  interview: Interview,
  { user, direct }: Pick<Caller, 'user' | 'direct'>,
  { bank, clock, said, asks }: Showing,
): Card {
  if (interview.ended) return interviewReportCard(interview, bank.subject());
  const now = clock.wall();
  const no = interview.questions.length - 1;
  const last = interview.questions[no];
  if (last?.revealed !== true) return interviewQuestionCard(interview, bank.subject(), now);
  return checklistCard(interview, {
    now,
    answer: bank.question(last.question),
    said: said.of(user, questionKey(interview.id, no)),
    asks: asks && !direct,
  });
}

/** What a reader has just written, where it may be in no card; null for what is no such place. */
export function ownWords(
  { verb, args: [id = '', what, no = ''] }: Button,
  { user }: Reader,
  said: Said,
): Promise<Own | null> | null {
  if (verb !== 'interview' || what !== 'said') return null;
  const written = said.of(user, questionKey(id, no));
  return Promise.resolve(written === null ? null : { tone: 'neutral', text: saidLine(written.text) });
}
