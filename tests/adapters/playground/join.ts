import { openClient } from './client.ts';

/** What came of joining by the link of a channel: the joined player's thread, or the page that says why not. */
export type Joining = { readonly status: number; readonly path: string | null; readonly page: string };

/** The word by which a page of the link knows its person again. */
export async function ticketOf(address: string): Promise<string> {
  const page = await (await fetch(`${address}/join/general`)).text();
  return /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Joins the quiz of #general as a phone does. */
export async function joinAs(address: string, name: string, ticket?: string): Promise<Joining> {
  const body = new URLSearchParams({ name, ticket: ticket ?? (await ticketOf(address)) });
  const headers = { origin: address };
  const response = await fetch(`${address}/join/general`, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: response.status, path: response.headers.get('location'), page: await response.text() };
}

/** Starts a quiz in #general as a new player; gives its host and the path of its presenter's view. */
export async function startQuiz(address: string, settings: string) {
  const host = await openClient(address);
  await host.type(settings);
  const present = /href="[^"]*(\/present\/[\w-]+)"/.exec(await host.page())?.[1];
  if (present === undefined) throw new Error('The host was not told where the presenter’s view is.');
  return { host, present };
}
