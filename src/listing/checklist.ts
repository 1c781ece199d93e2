/**
 * Something that a platform asks of a listed app. `met`: the bot sees to it, or is set up so. `missing`: it could be and is not; the
 * cure says how. `owner`: nobody but whoever owns the app can do or judge it.
 */
export type Check = {
  readonly state: 'met' | 'missing' | 'owner';
  readonly what: string;
  readonly cure?: string;
};

/** A field of a form, and what to paste there. */
export type Field = { readonly name: string; readonly value: string };

/** What a public listing needs. */
export type Listing = {
  readonly platform: string;
  /** Where its rules stand, and when they were read for this list. */
  readonly source: string;
  readonly fields: readonly Field[];
  readonly checks: readonly Check[];
};

/** What is known of a bot that shall be listed. */
export type Listed = {
  /** The public address of the pages; null if they have none, or are not served. */
  readonly address: string | null;
  readonly contact: string | null;
  /** Variables that the texts lack. */
  readonly unfilled: readonly string[];
};

const marks = { met: '✓', missing: '✗', owner: '·' } as const;

/** A check that the bot sees to by itself. */
export function met(what: string): Check {
  return { state: 'met', what };
}

/** One that only the owner of the app can do or judge. */
export function owner(what: string): Check {
  return { state: 'owner', what };
}

/** A check that is met or missing. */
export function checked(isMet: boolean, what: string, cure: string): Check {
  return isMet ? met(what) : { state: 'missing', what, cure };
}

/** The address of a page, or what to set for it to have one. */
export function pageAt(address: string | null, path: string): string {
  return address === null ? `(set WEB=on and WEB_URL, then its address with ${path})` : new URL(path, address).href;
}

/** The pages that both platforms ask for. */
export function pageChecks({ address, unfilled }: Listed): readonly Check[] {
  const isPublic = address?.startsWith('https://') === true;
  return [
    checked(
      isPublic,
      'Pages about the bot, support, privacy and terms are served at a public address over TLS.',
      'Set WEB=on and WEB_URL=https://…, with a proxy that ends TLS before the bot.',
    ),
    checked(unfilled.length === 0, 'They say who runs the bot, and whom to write to.', `Set ${unfilled.join(', ')}.`),
    owner(
      'The texts say what is true of you and your law. They are drafts, not advice; TEXTS_DIR names a folder of your own.',
    ),
  ];
}

/** A listing as lines to read: what to paste, what is met, what is not, and what only its owner can do. */
export function describeListing({ platform, source, fields, checks }: Listing): readonly string[] {
  const group = (title: string, state: Check['state']) => {
    const own = checks.filter((check) => check.state === state);
    if (own.length === 0) return [];
    const lines = own.flatMap(({ what, cure }) => [
      `${marks[state]} ${what}`,
      ...(cure === undefined ? [] : [`    ${cure}`]),
    ]);
    return ['', title, ...lines];
  };
  return [
    `${platform}: what to paste`,
    ...fields.flatMap(({ name, value }) => ['', `${name}:`, ...value.split('\n').map((line) => `  ${line}`)]),
    ...group('Not met yet', 'missing'),
    ...group('Only you can do or judge that', 'owner'),
    ...group('Met', 'met'),
    '',
    source,
  ];
}
