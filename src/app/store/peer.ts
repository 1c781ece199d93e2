import type { PeerMarks, PeerRequest } from '../../core/interview/peers.ts';

/** Answers that people have posted for peers to mark, and what these marked. */
export type PeerUnit = {
  /** False if there is one of that id, and then nothing changes. */
  readonly add: (request: PeerRequest) => Promise<boolean>;
  /** Reads it and locks it until this unit ends, and with it its marks; null if there is none (any more). */
  readonly lock: (id: string) => Promise<PeerRequest | null>;
  /** In place of what is there. */
  readonly save: (request: PeerRequest) => Promise<void>;
  /** Deletes it with all marks. */
  readonly remove: (id: string) => Promise<void>;
  /** The marks of all peers, in the order in which they were first sent; those that were not come last. */
  readonly marks: (id: string) => Promise<readonly PeerMarks[]>;
  /** In place of any before by that person. `now`: UTC ms, noted where they are sent for the first time. */
  readonly mark: (id: string, marks: PeerMarks, now: number) => Promise<void>;
  readonly unmark: (id: string, user: string) => Promise<void>;
  /** The ids of what the person with this key has posted, and of what they have marked, each in order. */
  readonly postedBy: (user: string) => Promise<readonly string[]>;
  readonly markedBy: (user: string) => Promise<readonly string[]>;
};
