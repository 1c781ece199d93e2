import { typedName } from '../../core/bank-name.ts';
import type { Card } from '../../core/card.ts';
import type { LookUp } from '../look-up/look-up.ts';
import type { Application } from '../ports.ts';
import type { ChannelBanks } from './channel-banks.ts';
import type { Library } from './library.ts';

type Answering = Pick<Application, 'subject' | 'banks' | 'home' | 'complete' | 'answers' | 'related'>;

/** What the application tells at once, by the bank of the channel in question; of the default one where there is none. `home` makes its page of the help. */
export function answeringBy(
  lookUpOf: (bank: string) => LookUp,
  library: Library,
  { of: bankOf }: Pick<ChannelBanks, 'of'>,
  home: (help: Card) => Card,
): Answering {
  const nameIn = (channel: string | undefined) => (channel === undefined ? '' : bankOf(channel));
  return {
    subject: (channel) => library.index(nameIn(channel)).subject(),
    banks: () => library.names().map((name) => typedName(library.index(name).subject())),
    home: () => home(lookUpOf('').home()),
    complete: (typed, limit, channel) => lookUpOf(nameIn(channel)).complete(typed, limit),
    answers: (query, channel) => lookUpOf(nameIn(channel)).answers(query),
    related: (id) => lookUpOf(library.nameOf(id)).related(id),
  };
}
