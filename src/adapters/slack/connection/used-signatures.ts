/** Seconds that a signature is good for; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signatureLife = 300;

/** The signatures that are still good and have been used. */
export type UsedSignatures = {
  /** Remembers one; false where it was used before. `now` in seconds. */
  readonly take: (signature: string, now: number) => boolean;
};

/** Forgets in two halves, so that each is kept at least as long as its time stamp is accepted (from the future, too). */
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
