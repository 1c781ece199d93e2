/** What is to go wrong with one request. `after`: once it has had its effect. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly code?: number; readonly when: 'before' | 'after' }
  /** `retryAfter` in seconds; `global`: for all requests, and not for the one route alone. */
  | { readonly kind: 'rate-limit'; readonly retryAfter: number; readonly global?: boolean }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly when?: 'before' | 'after' }
  /** No answer ever. */
  | { readonly kind: 'silence'; readonly when: 'before' | 'after' };

type Planned = { readonly method: string; readonly path: RegExp; readonly fault: Fault };

/** Faults to come, each for the first request that it fits. */
export class Faults {
  readonly #planned: Planned[] = [];
  #standing: Planned | null = null;
  /** Decides about every request for which nothing was planned; null for fair weather. */
  weather: (method: string, path: string) => Fault | null = () => null;

  next(method: string, path: RegExp, fault: Fault, times = 1): void {
    for (let time = 0; time < times; time += 1) this.#planned.push({ method, path, fault });
  }

  /** For every request that fits, until told otherwise. */
  always(method: string, path: RegExp, fault: Fault): void {
    this.#standing = { method, path, fault };
  }

  clear(): void {
    this.#planned.length = 0;
    this.#standing = null;
  }

  take(method: string, path: string): Fault | null {
    const fits = (planned: Planned) => planned.method === method && planned.path.test(path);
    const at = this.#planned.findIndex(fits);
    if (at >= 0) return this.#planned.splice(at, 1)[0]?.fault ?? null;
    return this.#standing !== null && fits(this.#standing) ? this.#standing.fault : this.weather(method, path);
  }
}
