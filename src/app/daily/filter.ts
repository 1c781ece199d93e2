import { topicTitle } from '../../core/bank.ts';
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
export function nothingToAskCard(bank: Pick<BankIndex, 'subject'>, { topic, level }: Filter): Card {
  const about = topic === undefined ? undefined : topicTitle(bank.subject(), topic);
  return emptyFilterCard([about, level].filter((word) => word !== undefined).join(', '));
}
