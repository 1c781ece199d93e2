import type { Subject } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import type { SuggestedText } from '../../core/suggestion.ts';
import { mostOpen } from '../../core/suggestion.ts';
import type { ChannelBanks } from '../banks/channel-banks.ts';
import type { Library } from '../banks/library.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import type { Filled } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import type { Suggestion } from '../store/suggestion.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import { newSuggestion, textOf } from '../views/suggestion-form.ts';
import {
  decidedCard,
  droppedCard,
  ownSuggestionCard,
  suggestCard,
  tooManySuggestionsCard,
} from '../views/suggestions.ts';
import type { CheckNow } from './checking.ts';
import type { ShownSuggestions } from './shown-suggestions.ts';

export type SuggestionNeeds = Pick<Environment, 'store' | 'clock' | 'random'> & {
  readonly library: Library;
  readonly channels: Pick<ChannelBanks, 'of'>;
  readonly check: CheckNow;
  readonly shown: ShownSuggestions;
};

/** What somebody does with their own suggestions; each gives the card that says what came of it. */
export type OwnSuggestions = {
  readonly list: (user: string) => Promise<Card>;
  readonly show: (id: string, user: string) => Promise<Card>;
  /** Takes a form: a suggestion is sent if no rule of the bank stops it, and kept as a draft otherwise. */
  readonly take: (id: string, filled: Filled, circumstances: Circumstances) => Promise<Card>;
  readonly drop: (id: string, user: string) => Promise<Card>;
};

/** What the bank is about that a suggestion is for. */
export function subjectOf({ topic }: Pick<SuggestedText, 'topic'>, library: Library): Subject {
  return library.index(library.nameOf(topic)).subject();
}

/** Until a suggestion is decided it is its author's to change. */
const isPending = ({ state }: Suggestion): boolean => state === 'draft' || state === 'open';

/** Over the store; a form that is delivered twice is taken once. */
export function createOwnSuggestions({ store, library, clock, check, shown, random }: SuggestionNeeds): OwnSuggestions {
  /** Short enough to be typed. */
  const newId = () => Math.floor(random() * 36 ** 8).toString(36);
  const list = (user: string): Promise<Card> =>
    store.transact(async ({ suggestions }) => {
      const own = await suggestions.of(user);
      for (const each of own) shown.note(each);
      return suggestCard(own);
    });

  /** The card of a suggestion that is still its author's to change. */
  async function cardOf(suggestion: Suggestion | null, user: string): Promise<Card> {
    if (suggestion === null || suggestion.author !== user) return staleCard();
    if (!isPending(suggestion)) return decidedCard(suggestion);
    shown.note(suggestion);
    return ownSuggestionCard(suggestion, await check(suggestion.text), subjectOf(suggestion.text, library));
  }

  async function take(id: string, filled: Filled, { caller, event }: Circumstances): Promise<Card> {
    const { user, scope, name } = caller;
    const text = textOf(filled, shown.of(id)?.text.level ?? 'medium');
    const { question } = await check(text);
    const own = {
      ...{ scope, author: user, name: filled['name'] === 'yes' ? name : null, text, at: clock.wall() },
      ...{ decidedAt: null, word: null, file: null },
    };
    const change = async (unit: Unit) => {
      const before = id === newSuggestion ? null : await unit.suggestions.lock(id);
      if (before !== null && (before.author !== user || !isPending(before))) return before;
      const others = (await unit.suggestions.of(user)).filter((each) => each.state === 'open' && each.id !== id);
      const isFull = others.length >= mostOpen;
      const state = question === null || isFull ? 'draft' : 'open';
      const saved: Suggestion = { ...own, id: before?.id ?? newId(), state };
      await unit.suggestions.save(saved);
      return isFull && question !== null ? ('full' as const) : saved;
    };
    const saved = await doOnce(event, { store, clock }, change);
    if (saved === null) return repeatedCard();
    return saved === 'full' ? tooManySuggestionsCard() : cardOf(saved, user);
  }

  async function drop(id: string, user: string): Promise<Card> {
    const dropped = await store.transact(async ({ suggestions }) => {
      const found = await suggestions.lock(id);
      if (found?.author !== user) return null;
      if (isPending(found)) await suggestions.remove(id);
      return found;
    });
    if (dropped === null) return staleCard();
    return isPending(dropped) ? droppedCard(dropped) : decidedCard(dropped);
  }

  return {
    list,
    show: async (id, user) => cardOf(await store.transact(({ suggestions }) => suggestions.lock(id)), user),
    take,
    drop,
  };
}
