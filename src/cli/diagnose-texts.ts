import type { Diagnosis } from '../app/upkeep/diagnosis.ts';
import type { Configuration } from '../config.ts';
import type { Subject } from '../core/bank.ts';
import { readTexts } from '../listing/texts.ts';
import { toDiagnosis } from './to-diagnosis.ts';

/** Whether the pages about support, privacy and terms can be shown, and say all that they should. */
export async function diagnoseTexts({ texts, webUrl }: Configuration, subject: Subject): Promise<Diagnosis> {
  try {
    const { pages, unfilled } = await readTexts({ ...texts, subject, address: webUrl });
    const what = `The pages ${[...pages.keys()].join(', ')} can be served`;
    if (unfilled.length === 0) return { state: 'good', what: `${what}, and say who runs the bot.` };
    return {
      state: 'notice',
      what: `${what}, and lack ${unfilled.join(', ')}.`,
      cure: 'Set them; docs/listing.md says what for.',
    };
  } catch (error) {
    return toDiagnosis(error);
  }
}
