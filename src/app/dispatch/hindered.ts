import type { Card } from '../../core/card.ts';
import type { Plan } from '../hindrance.ts';
import { hinderedCard } from '../views/hindrance.ts';
import type { Circumstances } from './feature.ts';

/** Asks, before anything is changed, whether a plan can be carried out here; if not, the answer that says so. */
export async function hindered(plan: Plan, { hindrance }: Circumstances): Promise<Card | null> {
  const found = (await hindrance?.(plan)) ?? null;
  return found === null ? null : hinderedCard(plan, found);
}
