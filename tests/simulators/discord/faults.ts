/** What is to go wrong with one request. `after`: once it has had its effect. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'rate-limit'; readonly retryAfter: number }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly milliseconds: number };

type Planned = { readonly method: string; readonly path: RegExp; readonly fault: Fault };

/** Faults to come, each for the first request that it fits. */
export class Faults {
  readonly #planned: Planned[] = [];

  next(method: string, path: RegExp, fault: Fault): void {
    this.#planned.push({ method, path, fault });
  }

  take(method: string, path: string): Fault | null {
    const at = this.#planned.findIndex((planned) => planned.method === method && planned.path.test(path));
    return at < 0 ? null : (this.#planned.splice(at, 1)[0]?.fault ?? null);
  }
}
