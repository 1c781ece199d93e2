import type { Fault } from '../core/fault.ts';
import type { Log } from './ports.ts';

/** What is wrong and what to do about it, a sentence each; never a token. */
export type Trouble = { readonly problem: string; readonly cure: string };

/** How a platform is connected, and since when (UTC ms). `trouble` says why it is not; null while it is. */
export type ConnectionState = {
  readonly connected: boolean;
  readonly since: number;
  readonly trouble: Trouble | null;
  /** In how many scopes the platform does not take the bot's credentials, where each has its own. */
  readonly refusedScopes: number;
};

/** Hears what becomes of a connection. A part is what is lost and found as one: a shard, or all of a platform. */
export type ConnectionWatcher = {
  /** Nothing that people did there in the last `ago` ms has arrived, nor will it from now on. */
  readonly lost: (part: string, ago: number) => void;
  /** From now on events arrive; those that the platform repeats have been handed over already. */
  readonly heard: (part: string) => void;
  /** It has ended for good: only a person can mend that. */
  readonly ended: (fault: Fault) => void;
};

/** The connection of an adapter, as all others see it. */
export type Connection = {
  readonly state: () => ConnectionState;
  /** The part over which events of a scope or channel come; `slack:T1:C2` gives one such. */
  readonly partOf: (key: string) => string;
  /** Tells from now on, and at once of how it is at present. */
  readonly watch: (watcher: ConnectionWatcher) => void;
};

/** What an adapter reports of its connection. Whatever changes nothing is ignored. */
export type ConnectionReports = {
  /** Events of this part do not arrive any more, since now or `ago` ms. Another trouble replaces the one before. */
  readonly lost: (part: string, trouble: Trouble, ago?: number) => void;
  readonly heard: (part: string) => void;
  /** The platform does not take the bot's own credentials for what it sends; `null`: it does again. */
  readonly refused: (trouble: Trouble | null) => void;
  /** The same of the credentials that the bot has for one scope alone; all others are as well as they were. */
  readonly refusedIn: (scope: string, trouble: Trouble | null) => void;
  readonly ended: (fault: Fault) => void;
};

type Options = {
  readonly partOf: Connection['partOf'];
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Log;
};

type Lost = Trouble & { readonly at: number };

const starting: Trouble = { problem: 'It is not connected yet.', cure: 'Wait for the start to end.' };

/** Keeps what an adapter reports, and tells the log of every change: trouble with its cure, once. */
export function createConnection({ partOf, now, log }: Options): Connection & { readonly reports: ConnectionReports } {
  const watchers: ConnectionWatcher[] = [];
  const heard = new Set<string>();
  const lost = new Map<string, Lost>();
  const refusals = createScopeRefusals(log);
  let refusal: Trouble | null = null;
  let end: Fault | null = null;
  let since = now();
  let wasConnected = false;

  function troubleOf(): Trouble | null {
    const [first] = lost.values();
    const { problem, cure } = refusal ?? first ?? starting;
    return refusal === null && lost.size === 0 && heard.size > 0 ? null : { problem, cure };
  }

  /** Notes since when it has been as it is. */
  function turn(): void {
    const isConnected = troubleOf() === null;
    if (isConnected !== wasConnected) since = now();
    wasConnected = isConnected;
  }

  const reports: ConnectionReports = {
    lost: (part, trouble, ago = 0) => {
      const before = lost.get(part);
      if (before?.problem === trouble.problem) return;
      lost.set(part, { ...trouble, at: before?.at ?? now() - ago });
      heard.delete(part);
      log.warn({ part, ...trouble }, 'The connection is lost; it is being made again.');
      turn();
      if (before === undefined) for (const watcher of watchers) watcher.lost(part, ago);
    },
    heard: (part) => {
      if (heard.has(part)) return;
      if (lost.delete(part)) log.info({ part }, 'The connection is there again.');
      heard.add(part);
      turn();
      for (const watcher of watchers) watcher.heard(part);
    },
    refused: (trouble) => {
      if (trouble?.problem === refusal?.problem) return;
      if (trouble !== null) log.error({ ...trouble }, 'The platform does not take what the bot sends; it tries again.');
      else log.info({}, 'The platform takes what the bot sends again.');
      refusal = trouble;
      turn();
    },
    refusedIn: refusals.note,
    ended: (fault) => {
      end = fault;
      refusal = { problem: fault.message, cure: fault.hint };
      turn();
      for (const watcher of watchers) watcher.ended(fault);
    },
  };

  return {
    reports,
    partOf,
    state: () => ({ connected: wasConnected, since, trouble: troubleOf(), refusedScopes: refusals.count() }),
    watch: (watcher) => {
      watchers.push(watcher);
      for (const [part, { at }] of lost) watcher.lost(part, Math.max(0, now() - at));
      for (const part of heard) watcher.heard(part);
      if (end !== null) watcher.ended(end);
    },
  };
}

/** In which scopes the bot's credentials are not taken; the log is told of every change. */
function createScopeRefusals(log: Log) {
  const problems = new Map<string, string>();
  return {
    count: () => problems.size,
    note: (scope: string, trouble: Trouble | null) => {
      if (trouble?.problem === problems.get(scope)) return;
      if (trouble === null) {
        problems.delete(scope);
        return log.info({ scope }, 'The platform takes what the bot sends to a workspace again.');
      }
      problems.set(scope, trouble.problem);
      log.error({ scope, ...trouble }, 'The platform does not take what the bot sends to a workspace; it tries again.');
    },
  };
}
