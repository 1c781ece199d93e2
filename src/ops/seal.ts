import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals texts so that nobody can read or change them, or put one in another's place, without a key. */
export type Seal = {
  /** `owner`: what the text belongs to; it is opened with the same owner only. */
  readonly close: (text: string, owner: string) => string;
  /** The text, and whether the first key has sealed it; null if none of the keys has, for this owner. */
  readonly open: (sealed: string, owner: string) => { readonly text: string; readonly byFirst: boolean } | null;
};

const cipher = 'aes-256-gcm';

/** Bytes of a key, of a nonce (that of the mode), and of the mark by which the mode knows that nothing was changed. */
export const keyLength = 32;
const nonceLength = 12;
const markLength = 16;

/**
 * AES-256-GCM. The first key seals, all of them open: so a key can be changed while old texts are still there. What comes out is
 * `1.KEY.BYTES`: the form's number, which key it was (a part of its hash), then nonce, text and mark in base64url.
 */
export function createSeal(keys: readonly Uint8Array[]): Seal {
  const [first] = keys;
  if (first === undefined || keys.some(({ length }) => length !== keyLength))
    throw new Error('No key, or no good one.');
  const named = new Map(keys.map((key) => [nameOf(key), key] as const));
  const firstName = nameOf(first);
  return {
    close(text, owner) {
      const nonce = randomBytes(nonceLength);
      const sealing = createCipheriv(cipher, first, nonce, { authTagLength: markLength }).setAAD(Buffer.from(owner));
      const parts = [nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()];
      return `1.${firstName}.${Buffer.concat(parts).toString('base64url')}`;
    },
    open(sealed, owner) {
      const [form, name = '', text = ''] = sealed.split('.');
      const key = named.get(name);
      if (form !== '1' || key === undefined) return null;
      const opened = openWith(key, Buffer.from(text, 'base64url'), owner);
      return opened === null ? null : { text: opened, byFirst: name === firstName };
    },
  };
}

function openWith(key: Uint8Array, bytes: Buffer, owner: string): string | null {
  if (bytes.length < nonceLength + markLength) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: markLength });
  opening.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-markLength));
  try {
    return opening.update(bytes.subarray(nonceLength, -markLength), undefined, 'utf8') + opening.final('utf8');
  } catch {
    return null;
  }
}

/** Tells keys apart, and nothing of them. */
function nameOf(key: Uint8Array): string {
  return createHash('sha256').update('seal').update(key).digest('hex').slice(0, 8);
}
