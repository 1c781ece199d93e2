/** How many seconds a signature is valid; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signatureLife = 300;

/** Signatures that are still valid but have been used: protection against replays. */
export type UsedSignatures = {
  /** Remembers a valid signature (`v0=` and hexadecimal digits) of a time stamp; false if it was used before. In seconds. */
  readonly take: (signature: string, stamp: number, now: number) => boolean;
};

/** Time stamps of so many seconds are forgotten together. */
const span = 60;

/** Digits of a signature that are kept: as many as a number holds exactly, and enough that no two signatures share them. */
const digits = 13;

/** Keeps each signature for as long as its time stamp is accepted, one from the future too, and hardly longer. */
export function createUsedSignatures(): UsedSignatures {
  const bySpan = new Map<number, Set<number>>();
  return {
    take(signature, stamp, now) {
      const part = Math.floor(stamp / span);
      let used = bySpan.get(part);
      if (used === undefined) {
        for (const old of bySpan.keys()) {
          if ((old + 1) * span + signatureLife < now) bySpan.delete(old);
        }
        used = new Set();
        bySpan.set(part, used);
      }
      const size = used.size;
      used.add(Number.parseInt(signature.slice('v0='.length, 'v0='.length + digits), 16));
      return used.size > size;
    },
  };
}
