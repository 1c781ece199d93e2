import type { Card } from '../../core/card.ts';
import type { Application, Outcome } from '../ports.ts';
import { staleCard, unavailableCard } from '../views/problem.ts';
import { withUntold } from '../views/untold.ts';
import { parseButtonId } from './button.ts';
import type { Feature } from './feature.ts';
import { reply } from './feature.ts';
import { createNaming } from './naming.ts';
import type { Once } from './presses.ts';
import { createPresses } from './presses.ts';

type Options = {
  /** Asked in order; the first that recognises the event answers. */
  readonly features: readonly Feature[];
  readonly once: Once;
  /** Takes what a person could not be told by direct message; left out where there are none. */
  readonly untold?: (user: string) => Promise<readonly Card[]>;
  /** How a person was called last; null if they never were. */
  readonly lastName: (user: string) => Promise<string | null>;
  readonly subject: Application['subject'];
  readonly home: () => Card;
  readonly banks: Application['banks'];
  readonly complete: Application['complete'];
  readonly answers: Application['answers'];
  readonly related: Application['related'];
  readonly completeTimeZone: Application['completeTimeZone'];
  readonly forgetScope: Application['forgetScope'];
  readonly welcome: Application['welcome'];
};

/** The bot behind every platform: a list of features, and a polite answer for what none of them recognises. */
export function createApplication(options: Options): Application {
  const { features, once, untold = async () => [], lastName, ...rest } = options;
  const presses = createPresses(once);
  const naming = createNaming(lastName);
  const first = (answer: (feature: Feature) => Outcome | null): Outcome | null => {
    for (const feature of features) {
      const outcome = answer(feature);
      if (outcome !== null) return outcome;
    }
    return null;
  };
  const respond: Application['respond'] = (inbound) => {
    if (inbound.kind === 'command') {
      const outcome =
        first((feature) => feature.run(inbound.command, inbound)) ?? reply(unavailableCard(inbound.command));
      if (outcome.kind !== 'later' || outcome.audience !== 'asker') return outcome;
      const act = async () => withUntold(await outcome.act(), await untold(inbound.caller.user));
      return { ...outcome, act };
    }
    if (inbound.kind === 'form') {
      const about = parseButtonId(inbound.id);
      const outcome =
        about === null ? null : first((feature) => feature.take?.(about, inbound.filled, inbound) ?? null);
      return outcome ?? reply(staleCard());
    }
    return presses.answer(inbound, () => {
      const button = parseButtonId(inbound.id);
      const outcome = button === null ? null : first((feature) => feature.press(button, inbound));
      return outcome ?? reply(staleCard());
    });
  };
  const own: Application['own'] = async (id, reader) => {
    const about = parseButtonId(id);
    if (about === null) return null;
    for (const feature of features) {
      const found = feature.own?.(about, reader) ?? null;
      if (found !== null) return found.catch(() => null);
    }
    return null;
  };
  const inForce: Application['inForce'] = async (command, reader) => {
    for (const feature of features) {
      const found = feature.inForce?.(command, reader) ?? null;
      if (found !== null) return found.catch(() => null);
    }
    return null;
  };
  const preview: Application['preview'] = async (id, filled) => {
    const about = parseButtonId(id);
    if (about === null) return null;
    for (const feature of features) {
      const found = feature.preview?.(about, filled) ?? null;
      if (found !== null) return found.catch(() => null);
    }
    return null;
  };
  return {
    ...rest,
    own,
    preview,
    inForce,
    respond: (event) => {
      const { inbound, named } = naming(event);
      return named(respond(inbound));
    },
  };
}
