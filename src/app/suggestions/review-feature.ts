import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Outcome } from '../ports.ts';
import { staleCard } from '../views/problem.ts';
import { notReviewingCard } from '../views/suggestion-decisions.ts';
import { mendingAsked, wordAsked } from '../views/suggestion-form.ts';
import { subjectOf } from './own-suggestions.ts';
import type { ReviewNeeds } from './reviewing.ts';
import { createReviewing } from './reviewing.ts';

/** The suggestions of a scope, for whoever reviews there: each as it will look, to be accepted, mended or declined with a word. */
export function createReviewFeature(needs: ReviewNeeds): Feature {
  const { library, shown } = needs;
  const { show, accept, decline, mend } = createReviewing(needs);

  /** A form has to be there at once, so that it can only be about what this process has shown. */
  function ask(what: string, id: string, { caller: { scope } }: Circumstances): Outcome {
    const open = shown.of(id);
    if (open === null || open.scope !== scope) return replyIdempotently(() => show(scope, id), 'instead');
    return {
      kind: 'ask',
      asked: what === 'mend' ? mendingAsked(subjectOf(open.text, library), open) : wordAsked(open),
    };
  }

  return {
    run: (command, { caller }) => {
      if (command.kind !== 'suggestions') return null;
      if (caller.reviews !== true) return reply(notReviewingCard());
      return replyLater(() => show(caller.scope, null));
    },
    press: ({ verb, args: [what = '', id = ''] }, circumstances) => {
      if (verb !== 'suggested') return null;
      const { caller } = circumstances;
      if (caller.reviews !== true) return reply(notReviewingCard());
      if (what === 'mend' || what === 'decline') return ask(what, id, circumstances);
      if (what === 'show') return replyIdempotently(() => show(caller.scope, id), 'instead');
      return what === 'accept' ? replyLater(() => accept(id, circumstances), 'instead') : reply(staleCard());
    },
    take: ({ verb, args: [what, id = ''] }, filled, circumstances) => {
      if (verb !== 'suggested') return null;
      if (circumstances.caller.reviews !== true) return reply(notReviewingCard());
      if (what === 'text') return replyIdempotently(() => mend(id, filled, circumstances), 'instead');
      return what === 'word' ? replyLater(() => decline(id, filled['text'] ?? '', circumstances), 'instead') : null;
    },
  };
}
