import type { Asked, Site, SiteMessage } from './site.ts';

/** What somebody was told about a click. */
export type Told =
  /** The answer counts, or counted already: this choice is promised to be kept. */
  | { readonly kind: 'kept'; readonly choice: number }
  | { readonly kind: 'joined' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'nothing'; readonly words: string | null };

/** One click on an answer, or on Join. `question`: `pick:<quiz>:<no>`, `daily:<date>` or `join:<quiz>`. */
export type Press = Asked & {
  readonly site: Site;
  readonly channel: string;
  readonly user: string;
  readonly question: string;
  /** The place that was pressed, 0 for A; null for what has none. */
  readonly choice: number | null;
};

/** Every click of every simulated person, with what they were told: the first of the checker's three sources. */
export class History {
  readonly presses: Press[] = [];
  /** Schedules that were confirmed, by the channel's key. */
  readonly schedules = new Set<string>();

  press(site: Site, user: string, message: SiteMessage, button: string): Press {
    const [verb, id, ...rest] = button.split(':');
    const question = verb === 'pick' ? `pick:${id}:${rest[0]}` : `${verb}:${id}`;
    const place = verb === 'join' ? null : Number(rest.at(-1));
    const asked = site.press(user, message, button);
    const press: Press = { ...asked, site, channel: message.channel, user, question, choice: place };
    this.presses.push(press);
    return press;
  }
}

/** Reads the words that somebody was told in private. */
export function toldBy({ words, choice }: Press): Told {
  const said = words() ?? '';
  const letter = /\b([A-D]) locked in|You chose ([A-D]) already|You have answered ([A-D]) already/.exec(said);
  const found = letter?.[1] ?? letter?.[2] ?? letter?.[3];
  if (found !== undefined) return { kind: 'kept', choice: 'ABCD'.indexOf(found) };
  if (/You chose [A-D]/.test(said) && /Right|Not quite/.test(said) && choice !== null) return { kind: 'kept', choice };
  if (/You are in\b/.test(said)) return { kind: 'joined' };
  if (/Too late|daily question is over/.test(said)) return { kind: 'too-late' };
  return { kind: 'nothing', words: words() };
}
