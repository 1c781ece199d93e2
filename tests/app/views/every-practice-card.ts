import * as notices from '../../../src/app/views/practice-notices.ts';
import { practiceQuestionCard, sessionVerdictCard } from '../../../src/app/views/practice-session.ts';
import { practiceSummaryCard } from '../../../src/app/views/practice-summary.ts';
import { askedItem } from '../../../src/core/asked-item.ts';
import { practiceBounds } from '../../../src/core/command/practice.ts';
import type { PracticeReason, PracticeSession } from '../../../src/core/practice/session.ts';
import { whole as shipped } from '../../search/bank.ts';
import type { Named } from './named-card.ts';

const { subject, questions } = shipped;
const day = 86_400_000;
const reasons: readonly PracticeReason[] = ['due', 'weak', 'new', 'ahead', 'missed'];

const asked = questions.flatMap((question) => question.items.map((item) => askedItem(question, item)));

/** As many questions as there can be, of every topic and with the longest titles. */
const most = questions
  .toSorted((one, other) => other.title.length - one.title.length)
  .slice(0, practiceBounds.most)
  .flatMap((question) => question.items.slice(0, 1).map((item) => askedItem(question, item)));

function sessionOf(count: number, answered: number, correct: (no: number) => boolean): PracticeSession {
  return {
    id: 'p'.repeat(9),
    request: { count: practiceBounds.most, topics: subject.topics.map(({ id }) => id), level: 'medium' },
    items: Array.from({ length: count }, (_, no) => ({
      ...{ question: 'q'.repeat(60), item: 'i', asked: String(no), order: 5 },
      why: reasons[no % reasons.length] ?? 'new',
    })),
    answers: Array.from({ length: answered }, (_, no) => ({ place: 0, correct: correct(no), due: (1 + no) * day })),
    stopped: false,
    wish: null,
  };
}

/** Every card of a practice, at its usual size and at the largest that it can have. */
export function practiceCards(): readonly Named[] {
  const [open, all] = [sessionOf(50, 0, () => true), sessionOf(50, 1, () => false)];
  const items = new Map(most.map((each, no) => [String(no), each]));
  const wish = { count: 50, topics: subject.topics.map(({ id }) => id), level: 'hard' } as const;
  const none = sessionOf(3, 0, () => true);
  return [
    ...asked.flatMap((each): Named[] => [
      [`session question ${each.question.id} ${each.item.id}`, practiceQuestionCard(open, each, subject, true)],
      [`session verdict ${each.question.id} ${each.item.id}`, sessionVerdictCard(all, 0, each, 0, true)],
    ]),
    [
      'session summary, all wrong',
      practiceSummaryCard(
        sessionOf(50, 50, () => false),
        items,
        subject,
        0,
      ),
    ],
    [
      'session summary, all right',
      practiceSummaryCard(
        sessionOf(50, 50, () => true),
        items,
        subject,
        0,
      ),
    ],
    ['session summary, nothing', practiceSummaryCard({ ...none, stopped: true }, items, subject, 0)],
    ['session open', notices.openPracticeCard(all, wish, subject)],
    ['session gone', notices.practiceGoneCard()],
    ['session none', notices.noPracticeCard()],
    ['session of nothing', notices.nothingToPractiseCard(wish, subject)],
  ];
}
