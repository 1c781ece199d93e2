import type { Card } from '../../core/card.ts';
import type { CheckedSuggestion } from '../../core/suggestion.ts';
import { toWord } from '../../core/suggestion.ts';
import type { Circumstances } from '../dispatch/feature.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Filled } from '../ports.ts';
import type { Suggestion } from '../store/suggestion.ts';
import { nothingSaidCard } from '../views/interview-notices.ts';
import { repeatedCard } from '../views/problem.ts';
import type { Filed } from '../views/suggestion-decisions.ts';
import {
  acceptedCard,
  decidedBeforeCard,
  declinedCard,
  nothingWaitsCard,
  reviewCard,
} from '../views/suggestion-decisions.ts';
import { textOf } from '../views/suggestion-form.ts';
import type { Decision } from './deciding.ts';
import { decideAsRead } from './deciding.ts';
import type { SuggestionNeeds } from './own-suggestions.ts';
import { subjectOf } from './own-suggestions.ts';

export type ReviewNeeds = Omit<SuggestionNeeds, 'random' | 'channels'> & {
  /** Writes what was accepted. */
  readonly file: () => Promise<Filed>;
};

/** What whoever reviews does with suggestions; each gives the card that says what came of it. */
export type Reviewing = {
  /** The one with an id, or the oldest; another one is offered where that waits no more. */
  readonly show: (scope: string, id: string | null) => Promise<Card>;
  readonly accept: (id: string, circumstances: Circumstances) => Promise<Card>;
  readonly decline: (id: string, word: string, circumstances: Circumstances) => Promise<Card>;
  readonly mend: (id: string, filled: Filled, circumstances: Circumstances) => Promise<Card>;
};

/** Over the store; each decision is made once, on the very text that was read, whoever else decides meanwhile. */
export function createReviewing({ store, library, clock, check, shown, file }: ReviewNeeds): Reviewing {
  const waiting = (scope: string) => store.transact(({ suggestions }) => suggestions.inState('open', scope));

  async function show(scope: string, id: string | null): Promise<Card> {
    const all = await waiting(scope);
    const found = id === null ? all[0] : all.find((each) => each.id === id);
    if (found === undefined) return id === null ? nothingWaitsCard() : decidedBeforeCard(all[0]?.id ?? null);
    shown.note(found);
    return reviewCard(
      found,
      await check(found.text),
      { count: all.length, next: nextOf(all, found.id) },
      subjectOf(found.text, library),
    );
  }

  /** Decides once, however often the event is delivered and whoever else decides meanwhile; gives the card of what was decided. */
  async function settle(
    id: string,
    { caller: { scope }, event }: Circumstances,
    decision: (open: Suggestion) => Promise<Decision | null>,
    cardOf: (decided: Suggestion, next: string | null) => Promise<Card>,
  ): Promise<Card> {
    const all = await waiting(scope);
    const found = all.find((each) => each.id === id);
    const next = nextOf(all, id);
    if (found === undefined) return decidedBeforeCard(next);
    const made = await decision(found);
    if (made === null) return show(scope, id);
    const decided = await doOnce(
      event,
      { store, clock },
      async (unit) => (await decideAsRead(unit, found, made, clock.wall())) ?? ('changed' as const),
    );
    if (decided === null) return repeatedCard();
    return decided === 'changed' ? show(scope, id) : cardOf(decided, next);
  }

  function accept(id: string, circumstances: Circumstances): Promise<Card> {
    return settle(
      id,
      circumstances,
      async ({ text }) => acceptanceOf(await check(text)),
      async (decided, next) => acceptedCard(decided, decided.file?.bank === '' ? await file() : 'kept', next),
    );
  }

  async function decline(id: string, text: string, circumstances: Circumstances): Promise<Card> {
    const word = toWord(text);
    if (word === '') return nothingSaidCard();
    return settle(
      id,
      circumstances,
      async () => ({ kind: 'declined', word }),
      async (decided, next) => declinedCard(decided, next),
    );
  }

  async function mend(id: string, filled: Filled, { caller: { scope } }: Circumstances): Promise<Card> {
    await store.transact(async ({ suggestions }) => {
      const open = await suggestions.lock(id);
      if (open?.state !== 'open' || open.scope !== scope) return;
      await suggestions.save({ ...open, text: textOf(filled, open.text.level) });
    });
    return show(scope, id);
  }

  return { show, accept, decline, mend };
}

/** Null as long as something stops it. */
function acceptanceOf({ question, file }: CheckedSuggestion): Decision | null {
  return question === null || file === null ? null : { kind: 'accepted', file, title: question.title };
}

/** The one after it, the first one after the last; null where there is no other. */
function nextOf(all: readonly Suggestion[], id: string): string | null {
  const others = all.filter((each) => each.id !== id);
  const after = all.findIndex((each) => each.id === id);
  return (after < 0 ? others[0] : (others[after] ?? others[0]))?.id ?? null;
}
