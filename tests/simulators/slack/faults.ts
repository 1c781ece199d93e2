import type { Arguments } from './workspace.ts';

/** What goes wrong with one call, before Slack did anything or after. */
export type SimulatedFault =
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  | { readonly kind: 'error-before' | 'error-after'; readonly status: number }
  | { readonly kind: 'reset-before' | 'reset-after' }
  | { readonly kind: 'refused'; readonly error: string }
  /** Does the work at once and never answers. */
  | { readonly kind: 'silent' }
  /** Does the work and answers in full, but so many milliseconds late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Answers in full, but does nothing before the given promise resolves. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> };

/** Decides about every call that no fault was planned for; null for fair weather. */
export type Weather = (method: string, given: Arguments) => SimulatedFault | null;

/** Faults in the order in which the next calls of a method (or `response_url`) meet them. */
export class FaultPlan {
  weather: Weather = () => null;
  #planned = new Map<string, SimulatedFault[]>();

  add(method: string, ...faults: readonly SimulatedFault[]): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), ...faults]);
  }

  next(method: string, given: Arguments): SimulatedFault | null {
    return this.#planned.get(method)?.shift() ?? this.weather(method, given);
  }
}
