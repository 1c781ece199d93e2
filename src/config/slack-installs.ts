import { readExtras, scopeExtras, scopesWith } from '../adapters/slack/connection/scopes.ts';
import type { InstallsConfig } from '../adapters/slack/slack-config.ts';

/** The variables by which workspaces install the app by themselves. */
type Given = Readonly<
  Partial<
    Record<
      'SLACK_CLIENT_ID' | 'SLACK_CLIENT_SECRET' | 'SLACK_STATE_SECRET' | 'SLACK_ENCRYPTION_KEYS' | 'SLACK_EXTRAS',
      string
    >
  >
>;

/** Without each of these nobody can install, with where to get it. */
const needed = {
  SLACK_CLIENT_ID: 'copy it from Basic Information of your app at https://api.slack.com/apps',
  SLACK_CLIENT_SECRET: 'copy it from Basic Information of your app at https://api.slack.com/apps',
  SLACK_STATE_SECRET: 'make one with `openssl rand -hex 32`',
  SLACK_ENCRYPTION_KEYS: 'make one with `openssl rand -base64 32`',
} as const;

/** Bytes of a key. */
const keyLength = 32;

/** At most two: the one that is used, and the one before it. */
const mostKeys = 2;

/** What installations need; null if none of it is given, or sentences that say what is wrong, never with a value. */
export function readInstalls(given: Given): InstallsConfig | { readonly problems: readonly string[] } | null {
  const names = Object.keys(needed) as (keyof typeof needed)[];
  const present = names.find((name) => given[name] !== undefined);
  if (present === undefined) {
    return given.SLACK_EXTRAS === undefined
      ? null
      : {
          problems: [
            'SLACK_EXTRAS is for workspaces that install the app by themselves, and SLACK_CLIENT_ID is missing',
          ],
        };
  }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = given;
  const { SLACK_ENCRYPTION_KEYS: keysText, SLACK_EXTRAS: extrasText = '' } = given;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || keysText === undefined) {
    const missing = names.filter((name) => given[name] === undefined);
    return { problems: missing.map((name) => `${name} is missing although ${present} is set; ${needed[name]}`) };
  }
  const keys = readKeys(keysText);
  const read = readExtras(extrasText);
  const problems = [
    ...(keys === null
      ? [
          'SLACK_ENCRYPTION_KEYS must be one or two different keys of 32 bytes in base64, with a comma between them; `openssl rand -base64 32` makes one',
        ]
      : []),
    ...('unknown' in read
      ? [`SLACK_EXTRAS does not know ${read.unknown.join(', ')}; it may have ${scopeExtras.join(',')}`]
      : []),
  ];
  if (keys === null || 'unknown' in read) return { problems };
  return { clientId, clientSecret, stateSecret, keys, scopes: scopesWith(read.extras) };
}

function readKeys(text: string): readonly Uint8Array[] | null {
  const texts = text.split(',').map((key) => key.trim());
  const areGood = texts.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key));
  const keys = texts.map((key) => new Uint8Array(Buffer.from(key, 'base64')));
  if (!areGood || keys.some(({ length }) => length !== keyLength)) return null;
  return texts.length <= mostKeys && new Set(texts).size === texts.length ? keys : null;
}
