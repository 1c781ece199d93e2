import { html } from 'hono/html';
import type { Markup } from '../cards/markup.ts';
import type { Message } from '../outbound/message.ts';

/** So many messages a page has at first, and more with each look further back: a day or two of a lively channel. */
export const windowSize = 50;

/** The end of a list of messages. */
export type MessageWindow = {
  /** Oldest first. */
  readonly shown: readonly Message[];
  /** The message with which the next look further back begins; null if there is nothing before. */
  readonly next: string | null;
};

/** The last messages of a list, all of those from one on if it is further back. `from`: its id; null for none. */
export function lastOf(all: readonly Message[], from: string | null): MessageWindow {
  const named = from === null ? -1 : all.findIndex(({ id }) => Number(id) >= Number(from));
  const last = Math.max(0, all.length - windowSize);
  return windowFrom(all, named < 0 ? last : Math.min(last, named), all.length);
}

/** Those before a message that a page has. */
export function earlierThan(all: readonly Message[], before: string): MessageWindow {
  const end = all.findLastIndex(({ id }) => Number(id) < Number(before)) + 1;
  return windowFrom(all, Math.max(0, end - windowSize), end);
}

function windowFrom(all: readonly Message[], start: number, end: number): MessageWindow {
  return {
    shown: all.slice(start, end),
    next: start === 0 ? null : (all[Math.max(0, start - windowSize)]?.id ?? null),
  };
}

/** The way to the messages before, in place of the beginning of a list. `address`: of the page of the list. */
export function earlierLink({ shown: [first], next }: MessageWindow, address: string): Markup | null {
  if (next === null || first === undefined) return null;
  return html`<p class="earlier" data-before="${first.id}"><a href="${address}?from=${next}" hx-get="${address}/earlier?before=${first.id}" hx-target="closest .earlier" hx-swap="outerHTML" hx-sync="this:drop">Earlier messages</a></p>`;
}
