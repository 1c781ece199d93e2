/** How many seconds a signature is valid; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signatureLife = 300;

/** Signatures that are still valid but have been used: protection against replays. */
export type UsedSignatures = {
  /** Remembers a signature; false if it was used before. `now` in seconds. */
  readonly take: (signature: string, now: number) => boolean;
};

/**
 * Forgets in two generations, so that each signature is kept at least as long as its timestamp is accepted (even one in
 * the future).
 */
export function createUsedSignatures(): UsedSignatures {
  let young = new Set<string>();
  let old = new Set<string>();
  let turned = 0;
  return {
    take(signature, now) {
      if (now - turned > 2 * signatureLife) {
        old = young;
        young = new Set();
        turned = now;
      }
      if (young.has(signature) || old.has(signature)) return false;
      young.add(signature);
      return true;
    },
  };
}
