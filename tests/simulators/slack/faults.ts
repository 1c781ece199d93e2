/** What goes wrong with one call, before Slack did anything or after. */
export type SimulatedFault =
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  | { readonly kind: 'error-before' | 'error-after'; readonly status: number }
  | { readonly kind: 'reset-before' | 'reset-after' }
  | { readonly kind: 'refused'; readonly error: string }
  /** Answers in full, but not before the given promise resolves. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

/** Faults in the order in which the next calls of a method (or `response_url`) meet them. */
export class FaultPlan {
  #planned = new Map<string, SimulatedFault[]>();

  add(method: string, ...faults: readonly SimulatedFault[]): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), ...faults]);
  }

  next(method: string): SimulatedFault | null {
    return this.#planned.get(method)?.shift() ?? null;
  }
}
