import type { Application, Inbound, Outcome, Reply } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import { muted, paragraph } from '../../../src/core/card.ts';
import { shipped } from '../../search/bank.ts';

/** An application that answers as it is told, and remembers what it was asked. */
export function applicationThat(
  respond: (inbound: Inbound) => Outcome,
): Application & { readonly heard: Inbound[]; readonly forgotten: string[] } {
  const heard: Inbound[] = [];
  const forgotten: string[] = [];
  return {
    heard,
    forgotten,
    subject: () => shipped.subject,
    respond: (inbound) => {
      heard.push(inbound);
      return respond(inbound);
    },
    complete: () => [],
    answers: () => false,
    related: () => [],
    own: async () => null,
    preview: async () => null,
    inForce: async () => null,
    welcome: async () => {},
    banks: () => ['pytorch'],
    completeTimeZone: () => [],
    home: () => ({ title: 'Home', body: [paragraph('What I can do')] }),
    forgetScope: async (scope) => void forgotten.push(scope),
  };
}

export function toAsker(card: Card, place: Reply['place'] = 'new'): Reply {
  return { audience: 'asker', place, card };
}

export function now(reply: Reply): Outcome {
  return { kind: 'now', reply };
}

/** Acknowledge first, then act; the reply goes to the asker, as a new message. */
export function later(act: () => Promise<Card>): Outcome {
  return { kind: 'later', audience: 'asker', place: 'new', act };
}

/** A card that says back what was asked or pressed. */
export function echoCard(inbound: Inbound): Card {
  const said =
    inbound.kind === 'form'
      ? JSON.stringify(inbound.filled)
      : inbound.kind === 'press'
        ? inbound.id
        : inbound.command.kind === 'ask'
          ? inbound.command.query
          : inbound.command.kind;
  return {
    title: 'Echo',
    body: [
      paragraph('You said: ', said),
      muted('tensors · easy · ', { kind: 'link', text: 'PyTorch', url: 'https://pytorch.org/docs' }),
      { kind: 'actions', actions: [{ id: 'show:stride', label: 'Again' }] },
    ],
  };
}

export const echo = (): ReturnType<typeof applicationThat> =>
  applicationThat((inbound) => now(toAsker(echoCard(inbound))));
