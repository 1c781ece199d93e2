import type { Card } from '../../core/card.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { BankIndex } from '../bank-index.ts';
import { emptyFilterCard } from '../views/problem.ts';

type Filter = Partial<Pick<DailySettings, 'topic' | 'level'>>;

/** Ids of the questions that have an item for a filter. */
export function questionsFor(bank: BankIndex, { topic, level }: Filter): ReadonlySet<string> {
  const items = bank.items(topic === undefined ? [] : [topic], level ?? null);
  return new Set(items.map(({ question }) => question.id));
}

/** Says that the bank has nothing for a filter. */
export function nothingToAskCard({ topic, level }: Filter): Card {
  return emptyFilterCard([topic, level].filter(Boolean).join(' '));
}
