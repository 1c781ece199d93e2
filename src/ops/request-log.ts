import type { Application, Inbound, Log } from '../app/ports.ts';

/**
 * Wraps an application and logs one line per event, at `debug` if the event changes nothing. `request` is the
 * platform's id of the event, which the adapters' own lines carry too. Neither the text nor the person is logged.
 */
export function logRequests(application: Application, log: Log, steady: () => number): Application {
  return {
    ...application,
    respond: (inbound) => {
      const began = steady();
      const note = (how: string, level: 'info' | 'debug' = 'info') => {
        const took = Math.round(10 * (steady() - began)) / 10;
        log[level]({ request: inbound.event, platform: platformOf(inbound), kind: kindOf(inbound), took }, how);
      };
      const outcome = application.respond(inbound);
      if (outcome.kind === 'later') return { ...outcome, act: () => noted(outcome.act(), note) };
      if (outcome.kind === 'aside') return { ...outcome, act: () => noted(outcome.act(), note) };
      note(outcome.kind === 'now' ? 'answered from memory' : 'pressed twice', 'debug');
      return outcome;
    },
  };
}

async function noted<Result>(work: Promise<Result>, note: (how: string) => void): Promise<Result> {
  try {
    const result = await work;
    note('done');
    return result;
  } catch (error) {
    note('failed');
    throw error;
  }
}

function platformOf({ caller }: Inbound): string {
  return caller.scope.split(':')[0] ?? '';
}

function kindOf(inbound: Inbound): string {
  return inbound.kind === 'command' ? inbound.command.kind : `press ${inbound.id.split(':')[0] ?? ''}`.slice(0, 30);
}
