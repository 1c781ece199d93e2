import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import type { Log } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import { fitCard } from '../../../core/fit.ts';
import type { Saying } from '../cards/messages.ts';
import { renderBlocks } from '../cards/render.ts';
import { resolveCard } from '../cards/resolve.ts';
import { slackHome } from '../cards/surface.ts';
import type { CallMethod } from '../connection/web-call.ts';
import type { Wait } from './retry.ts';
import { withRetries } from './retry.ts';

/** Publishes a card as a person's App Home; `shown` is the content mark of what is there. Rejects with a Fault. */
export type PublishHome = (card: Card, user: string, shown: string | undefined) => Promise<void>;

/**
 * https://docs.slack.dev/reference/methods/views.publish. The page carries a hash of its content, so that it is not
 * published again every time it is opened. Publishing is idempotent, so any failure is retried.
 */
export function createPublishHome(call: CallMethod, log: Log, { clock, slash }: Saying, wait: Wait): PublishHome {
  return async (card, user, shown) => {
    const now = clock.now();
    const fitted = fitCard(resolveCard(card, slash(), { now, ahead: clock.ahead() }), slackHome);
    if (fitted.losses.length > 0) log.warn({ losses: fitted.losses }, 'A card did not fit into the App Home.');
    const blocks = renderBlocks(fitted.card, now);
    const mark = createHash('sha256').update(JSON.stringify(blocks)).digest('base64url');
    if (mark === shown) return;
    const view: HomeView = { type: 'home', blocks, private_metadata: mark };
    await withRetries(() => call('views.publish', { user_id: user, view }), true, wait);
  };
}
