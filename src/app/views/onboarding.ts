import type { Subject } from '../../core/bank.ts';
import type { Card, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { PageLinks } from '../page-links.ts';

/** For who has added the bot to a workspace or server, once: how one begins, what it does by itself, and where to get help. */
export function onboardingCard({ title, examples }: Subject, { text }: Pick<PageLinks, 'text'>): Card {
  const [example] = examples;
  const items: readonly Rich[] = [
    ...(example === undefined
      ? []
      : [[hint(example.title), ...rich(' – a question in your own words; only you see the answer')]]),
    [hint('daily on 09:00 weekdays'), ...rich(' – in a channel, a question every working day')],
    [hint('quiz 3 15s'), ...rich(' – in a channel, a quiz for whoever joins')],
    [hint('practice 5'), ...rich(' – practice, for you alone')],
    [hint('help'), ...rich(' – all that there is')],
  ];
  const support = text('support');
  const privacy = text('privacy');
  return {
    title: `Welcome: ${title}`,
    body: [
      paragraph('I am here now. To begin with:'),
      { kind: 'list', ordered: false, items },
      paragraph('I read no channel, and write to none until somebody sets something up there.'),
      ...(support === null || privacy === null
        ? []
        : [
            muted({ kind: 'link', text: 'Support', url: support }, ' · ', {
              kind: 'link',
              text: 'What I keep',
              url: privacy,
            }),
          ]),
    ],
  };
}
