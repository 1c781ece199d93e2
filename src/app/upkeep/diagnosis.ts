/** The result of one check: whether it is fine, and how to fix it if not. */
export type Diagnosis = {
  readonly state: 'good' | 'notice' | 'wrong';
  /** A sentence without secrets. */
  readonly what: string;
  readonly cure?: string;
};
