import type { Problem } from './limits.ts';

const mostUses = 5;
const life = 30 * 60 * 1000;

type Entry = { uses: number; readonly until: number };

export type ResponseResult = { readonly status: number; readonly body: string };

/** The addresses that come with commands and presses: five uses within 30 minutes, nothing afterwards. */
export class ResponseUrls {
  /** Milliseconds added to the clock, to make addresses old. */
  ahead = 0;
  #entries = new Map<string, Entry>();

  create(): string {
    const id = `r${this.#entries.size + 1}`;
    this.#entries.set(id, { uses: 0, until: Date.now() + this.ahead + life });
    return id;
  }

  use(id: string, problems: readonly Problem[]): ResponseResult {
    const entry = this.#entries.get(id);
    if (entry === undefined) return { status: 404, body: '{"ok":false,"error":"no_such_url"}' };
    if (Date.now() + this.ahead > entry.until) return { status: 404, body: '{"ok":false,"error":"expired_url"}' };
    if (entry.uses >= mostUses) return { status: 404, body: '{"ok":false,"error":"used_url"}' };
    entry.uses += 1;
    if (problems.length > 0) return { status: 400, body: '{"ok":false,"error":"invalid_blocks"}' };
    return { status: 200, body: 'ok' };
  }
}
