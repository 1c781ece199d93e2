import { setTimeout as delay } from 'node:timers/promises';
import { isOwnTrouble, missingScope } from './own-trouble.ts';
import type { CallEnd, CallMethod } from './web-call.ts';

/** How often (ms) Slack is asked whether it takes the token: as long as it does (null for never), and while it does not. */
export type TokenPauses = { readonly taken: number | null; readonly refused: number };

const ownPauses: TokenPauses = { taken: 60_000, refused: 5000 };

/** Methods that post; only of these a missing scope means that the bot cannot do its work. */
const posts = /^chat\.(postMessage|update|postEphemeral)$/;

type Options = {
  readonly call: CallMethod;
  /** Hears Slack's code for what it has against the token; null when it takes it again. */
  readonly refused: (code: string | null) => void;
  readonly pauses?: TokenPauses;
};

/** Knows whether Slack takes the bot's token: by every call, and by asking when nothing is sent. */
export type TokenWatch = {
  /** Makes the same calls and learns from them. */
  readonly call: CallMethod;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Reports trouble at once; that it is over when a call says so that could not have succeeded with it. */
export function createTokenWatch({ call, refused, pauses = ownPauses }: Options): TokenWatch {
  const over = new AbortController();
  let trouble: string | null = null;
  let asking = false;

  function note(method: string, end: CallEnd): void {
    if (over.signal.aborted) return;
    if (end.kind === 'refused' && isOwnTrouble(end.error)) {
      if (end.error === missingScope && !posts.test(method)) return;
      trouble = end.error;
      refused(trouble);
      if (!asking) void ask();
    } else if (end.kind === 'done' && trouble !== null && (trouble !== missingScope || posts.test(method))) {
      trouble = null;
      refused(null);
    }
  }

  const watched: CallMethod = async (method, given) => {
    const end = await call(method, given);
    note(method, end);
    return end;
  };

  async function ask(): Promise<void> {
    asking = true;
    while (!over.signal.aborted) {
      const pause = trouble === null ? pauses.taken : pauses.refused;
      if (pause === null) break;
      await delay(pause, undefined, { ref: false, signal: over.signal }).catch(() => {});
      if (!over.signal.aborted) await watched('auth.test', {});
    }
    asking = false;
  }

  return { call: watched, start: () => void (asking || ask()), stop: () => over.abort() };
}
