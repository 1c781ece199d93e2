import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import type { Outcome } from '../ports.ts';
import { staleCard } from '../views/problem.ts';
import { suggestionAsked, textOf } from '../views/suggestion-form.ts';
import { previewCard } from '../views/suggestions.ts';
import type { SuggestionNeeds } from './own-suggestions.ts';
import { createOwnSuggestions, subjectOf } from './own-suggestions.ts';

/** *Suggest a question*: a form, what the rules of the bank say to it, and one's own suggestions until they are decided. */
export function createSuggestionFeature(needs: SuggestionNeeds): Feature {
  const { library, channels, check, shown } = needs;
  const own = createOwnSuggestions(needs);

  /** A form has to be there at once, so that it can only hold what this process has shown. */
  function write(id: string | undefined, { caller: { user, channel } }: Circumstances): Outcome {
    const before = id === undefined ? null : shown.of(id);
    if (id !== undefined && before?.author !== user) return replyIdempotently(() => own.show(id, user), 'instead');
    const here = before === null ? library.index(channels.of(channel)).subject() : subjectOf(before.text, library);
    return { kind: 'ask', asked: suggestionAsked(here, before) };
  }

  return {
    run: (command, { caller }) => (command.kind === 'suggest' ? replyLater(() => own.list(caller.user)) : null),
    press: ({ verb, args: [what, id] }, circumstances) => {
      if (verb !== 'suggest') return null;
      const { user } = circumstances.caller;
      if (what === 'write') return write(id, circumstances);
      if (what === 'list') return replyIdempotently(() => own.list(user));
      if (id === undefined) return reply(staleCard());
      if (what === 'show') return replyIdempotently(() => own.show(id, user));
      return what === 'drop' ? replyIdempotently(() => own.drop(id, user), 'instead') : reply(staleCard());
    },
    take: ({ verb, args: [what, id] }, filled, circumstances) =>
      verb === 'suggest' && what === 'text' && id !== undefined
        ? replyLater(() => own.take(id, filled, circumstances), 'instead')
        : null,
    preview: ({ verb }, filled) =>
      verb === 'suggest' || verb === 'suggested'
        ? check(textOf(filled, 'medium')).then((checked) =>
            previewCard(checked, subjectOf(textOf(filled, 'medium'), library)),
          )
        : null,
  };
}
