import type { Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Filed } from '../views/suggestion-decisions.ts';
import type { SuggestionDesk } from './desk.ts';

type Options = {
  readonly store: Pick<Store, 'transact'>;
  readonly desk: Pick<SuggestionDesk, 'write'>;
  readonly log: Log;
};

/**
 * Writes what was accepted and is no file yet, one call after the other; never rejects. What fails is tried again with the next one,
 * and at the next start.
 */
export function createFiling({ store, desk: { write }, log }: Options): () => Promise<Filed> {
  let filing: Promise<Filed> = Promise.resolve('kept');

  async function file(): Promise<Filed> {
    if (write === null) return 'kept';
    try {
      // Those of another bank wait to be exported: the folder is the default one's.
      const accepted = (await store.transact(({ suggestions }) => suggestions.inState('accepted', null))).filter(
        ({ file: each }) => each?.bank === '',
      );
      const files = accepted.flatMap(({ file: each, name }) => (each === null ? [] : [{ ...each, author: name }]));
      if (files.length === 0) return 'written';
      const isAsked = await write(files);
      await store.transact(async ({ suggestions }) => {
        for (const { id } of accepted) {
          const present = await suggestions.lock(id);
          if (present?.state === 'accepted') await suggestions.save({ ...present, state: 'filed' });
        }
      });
      return isAsked ? 'asked' : 'written';
    } catch (error) {
      log.error({ err: error }, 'Accepted questions could not be written into the folder for suggestions.');
      return 'failed';
    }
  }

  return () => {
    filing = filing.then(file);
    return filing;
  };
}
