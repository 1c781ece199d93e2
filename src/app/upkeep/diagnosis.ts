/** One thing that was looked at before or beside a run: how it is, and what to do where it is wrong. */
export type Diagnosis = {
  readonly state: 'good' | 'notice' | 'wrong';
  /** A sentence without secrets. */
  readonly what: string;
  readonly cure?: string;
};
