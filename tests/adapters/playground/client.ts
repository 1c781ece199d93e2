import { patience } from '../../patience.ts';

/** A browser as far as HTTP goes: one player's page, and what it posts and hears. */
export type Client = {
  /** Path of the player's pages: `/p/…`. */
  readonly base: string;
  readonly page: (path?: string) => Promise<string>;
  readonly type: (text: string, channel?: string, thread?: string) => Promise<number>;
  readonly press: (button: string | RegExp, path?: string) => Promise<number>;
  /** Presses a button of a page as it was, whatever it shows by now. */
  readonly pressAs: (shown: string, button: string | RegExp) => Promise<number>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>, headers?: HeadersInit) => Promise<Response>;
  /** Opens the live connection of a page, as it stands now or since a revision. */
  readonly listen: (path?: string, since?: number, lastEvent?: string) => Promise<Live>;
};

export type Live = {
  /** Reads on until a part of what came fits, and gives all that came; rejects when it is out of patience. */
  readonly until: (wanted: RegExp) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A new player on the playground at an address. */
export async function openClient(address: string): Promise<Client> {
  const first = await fetch(address, { redirect: 'manual' });
  const start = first.headers.get('location') ?? '';
  const base = start.slice(0, start.lastIndexOf('/'));
  const own = { origin: address, 'sec-fetch-site': 'same-origin' };

  const page = async (path = '/general') => (await fetch(`${address}${base}${path}`)).text();
  const post: Client['post'] = (path, fields, headers = own) =>
    fetch(`${address}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });

  const pressAs: Client['pressAs'] = async (shown, button) => {
    const found = buttonsOf(shown).findLast((values) =>
      typeof button === 'string' ? values.button === button : button.test(values.button),
    );
    if (found === undefined) throw new Error(`There is no button ${button}.`);
    return (await post(`${base}/press`, found)).status;
  };

  return {
    base,
    page,
    post,
    type: async (text, channel = 'general', thread) =>
      (await post(`${base}/${channel}/messages`, { text, ...(thread === undefined ? {} : { thread }) })).status,
    press: async (button, path = '/general') => pressAs(await page(path), button),
    pressAs,
    listen: async (path = '/general', since, lastEvent) => {
      const known = since ?? Number(/events\?since=(\d+)/.exec(await page(path))?.[1]);
      return listen(`${address}${base}${path}/events?since=${known}`, lastEvent);
    },
  };
}

/** Opens the live connection at an address. */
export async function listen(url: string, lastEvent?: string): Promise<Live> {
  const ended = new AbortController();
  const headers: HeadersInit = lastEvent === undefined ? {} : { 'last-event-id': lastEvent };
  const response = await fetch(url, { headers, signal: ended.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    until: async (wanted) => {
      const late = setTimeout(() => ended.abort(new Error(`Not heard: ${wanted}; but ${heard}`)), patience);
      try {
        while (!wanted.test(heard)) {
          const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
          if (done) throw new Error(`The connection ended before ${wanted}: ${heard}`);
          heard += value;
        }
        return heard;
      } finally {
        clearTimeout(late);
      }
    },
    close: async () => {
      await reader?.cancel();
      ended.abort();
    },
  };
}

/** What the buttons of a page send, in their order. */
export function buttonsOf(page: string): readonly { readonly message: string; readonly button: string }[] {
  return [...page.matchAll(/hx-vals="([^"]+)"/g)]
    .map(([, values = '']) => JSON.parse(values.replaceAll('&quot;', '"').replaceAll('&amp;', '&')))
    .filter((values) => 'button' in values);
}

/** A page without its style, whose rules name what the page may show at some time. */
export function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '');
}
