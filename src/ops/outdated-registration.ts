import type { Log } from '../app/ports.ts';
import type { Subject } from '../core/bank.ts';

type Options = {
  /** Null where the platform is not connected. */
  readonly slack: object | null;
  readonly discord: object | null;
  readonly log: Log;
};

/**
 * Compares later subjects with the one at the start, by which platforms were told of commands and names. The bot itself
 * follows the bank; what was registered cannot, so that a warning says, once for each platform, how to renew it.
 */
export function noteOutdated(atStart: Subject, { slack, discord, log }: Options): (subject: Subject) => void {
  const registered = registeredPart(atStart);
  let isSaid = false;
  return (subject) => {
    if (isSaid || registeredPart(subject) === registered) return;
    isSaid = true;
    if (discord !== null) {
      log.warn(
        {},
        'Discord still shows the bank’s former commands: `npm run discord:register` brings them up to date.',
      );
    }
    if (slack !== null) {
      log.warn(
        {},
        'Slack still shows the bank’s former names: `npm run slack:manifest` prints the manifest to paste there.',
      );
    }
  };
}

function registeredPart({ name, title, command, topics, examples: [example] }: Subject): string {
  return JSON.stringify([name, title, command, topics.map((topic) => [topic.id, topic.title]), example?.title]);
}
