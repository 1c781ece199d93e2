import type { Kept } from './installations.ts';

/** What this process knows of the credentials of one installation. */
export type TokenState = {
  readonly kept: () => Kept;
  /** How long (ms) the token is still good; infinite for one that does not expire. */
  readonly left: () => number;
  /** These are the credentials from now on. */
  readonly take: (next: Kept) => void;
  /** The same, if they are newer. */
  readonly adopt: (latest: Kept) => void;
  /** Renewed credentials that are still to be stored: they are used, and nobody else knows them. */
  readonly use: (unstored: Kept) => void;
  /** The token is treated as expired. */
  readonly expire: () => void;
  /** A renewal has failed, and is worth another try at an instant; `code` is Slack's if it refused. */
  readonly fail: (at: number, code: string | null) => void;
  readonly failed: () => { readonly at: number; readonly code: string | null };
};

type Options = {
  readonly kept: Kept;
  /** Hears of every change. */
  readonly changed: (kept: Kept) => void;
  /** Hears why the token cannot be renewed, by Slack's code; null when it is. */
  readonly refused: (code: string | null) => void;
  /** UTC ms. */
  readonly now: () => number;
};

export function createTokenState({ kept: first, changed, refused, now }: Options): TokenState {
  let kept = first;
  let failed: ReturnType<TokenState['failed']> = { at: 0, code: null };

  function take(next: Kept): void {
    kept = next;
    if (failed.code !== null) refused(null);
    failed = { at: 0, code: null };
    changed(next);
  }

  return {
    kept: () => kept,
    left: () => (kept.installed.expires ?? Number.POSITIVE_INFINITY) - now(),
    take,
    adopt: (latest) => {
      if (latest.revision > kept.revision) take(latest);
    },
    use: (unstored) => {
      kept = unstored;
    },
    expire: () => {
      kept = { ...kept, installed: { ...kept.installed, expires: 0 } };
    },
    fail: (at, code) => {
      failed = { at, code };
      if (code !== null) refused(code);
    },
    failed: () => failed,
  };
}
