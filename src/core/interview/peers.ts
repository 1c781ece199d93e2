import type { Person } from '../quiz/state.ts';

/** An answer in somebody's own words that peers may mark on the checklist of its question, as plain JSON. */
export type PeerRequest = {
  readonly id: string;
  readonly author: Person;
  readonly scope: string;
  readonly channel: string;
  /** Everything stands in one message of the channel, since no thread can hang under it. */
  readonly inPlace: boolean;
  readonly question: string;
  readonly title: string;
  /** As they were when the question was asked. */
  readonly points: readonly string[];
  /** Places of the points that the author had ticked when they asked. */
  readonly own: readonly number[];
  readonly text: string;
  /** When they asked, UTC ms. */
  readonly at: number;
};

/** What one peer ticks; `sent`: what everybody sees of it, null until they send it. */
export type PeerMarks = Person & {
  readonly ticked: readonly number[];
  readonly sent: readonly number[] | null;
};

/** For so long (ms) an answer can be marked. */
export const markedFor = 7 * 24 * 60 * 60_000;

/** One person's marks: whether each point was said, and how many were. */
export type MarkedRow = Person & { readonly said: readonly boolean[]; readonly count: number };

/** The author's marks and those of peers, side by side. */
export type Comparison = {
  readonly own: MarkedRow;
  /** At most so many as are shown, in the order in which they were first sent. */
  readonly peers: readonly MarkedRow[];
  /** Peers beyond those. */
  readonly more: number;
};

/** What the author and all peers who have sent their marks find; `marks` in the order in which they were first sent. */
export function comparisonOf(
  { author, own, points }: Pick<PeerRequest, 'author' | 'own' | 'points'>,
  marks: readonly PeerMarks[],
  shown: number,
): Comparison {
  const row = ({ user, name }: Person, ticked: readonly number[]): MarkedRow => {
    const said = points.map((_, place) => ticked.includes(place));
    return { user, name, said, count: said.filter(Boolean).length };
  };
  const peers = marks.flatMap((peer) => (peer.sent === null ? [] : [row(peer, peer.sent)]));
  return { own: row(author, own), peers: peers.slice(0, shown), more: Math.max(0, peers.length - shown) };
}
