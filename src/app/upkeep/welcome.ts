import { putDirectMessage } from '../delivery/direct-message.ts';
import type { Environment } from '../environment.ts';
import type { PageLinks } from '../page-links.ts';
import type { Application } from '../ports.ts';
import { onboardingCard } from '../views/onboarding.ts';

/** Says to who has added the bot how one begins; the same workspace is not told twice within weeks, however often that is reported. */
export function createWelcome(
  { store, bank, clock }: Pick<Environment, 'store' | 'bank' | 'clock'>,
  links: () => PageLinks,
): Application['welcome'] {
  return (scope, user) =>
    store.transact((unit) => {
      const card = onboardingCard(bank.subject(), links());
      return putDirectMessage(unit, { id: `welcome:${scope}`, scope, user, card }, clock.wall());
    });
}
