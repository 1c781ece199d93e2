/** An option as a source has it. */
export type CandidateOption = {
  readonly text: string;
  readonly correct: boolean;
  /** Empty where the source says nothing about it. */
  readonly why: string;
};

/** A question of a source, read but not yet made to a draft. Texts are plain, with code between back-ticks; empty where there is none. */
export type Candidate = {
  readonly kind: 'candidate';
  /** Where it stands in its source, as a person looks for it: `line 12`, `note 5`. */
  readonly place: string;
  /** What the source calls it. */
  readonly name: string;
  readonly stem: string;
  readonly code: string;
  readonly options: readonly CandidateOption[];
  /** What the source says about the whole of it, in Markdown. */
  readonly explanation: string;
  /** The source's own id, by which another export of the same source says the same question. */
  readonly id: string;
  readonly level: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly licence: string;
  /** What was left out, changed or is doubtful, a sentence each. */
  readonly remarks: readonly string[];
};

/** What of a source is not taken, and why, as a sentence. */
export type Refusal = { readonly kind: 'refused'; readonly place: string; readonly why: string };

/** Something to be said of a whole source. */
export type Note = { readonly kind: 'note'; readonly text: string };

/** What a reader finds, in the order of the source. */
export type Entry = Candidate | Refusal | Note;

/** A candidate of what is known about it. */
export function candidate(known: Pick<Candidate, 'place' | 'stem'> & Partial<Omit<Candidate, 'kind'>>): Candidate {
  return {
    ...{ kind: 'candidate', name: '', code: '', options: [], explanation: '', id: '', level: '', category: '' },
    ...{ tags: [], author: '', licence: '', remarks: [] },
    ...known,
  };
}

export function refusal(place: string, why: string): Refusal {
  return { kind: 'refused', place, why };
}

export function note(text: string): Note {
  return { kind: 'note', text };
}

/** An option of which the source says no more than whether it is right. */
export function option(text: string, correct: boolean, why = ''): CandidateOption {
  return { text, correct, why };
}
