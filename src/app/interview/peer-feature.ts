import type { Card } from '../../core/card.ts';
import { paragraph } from '../../core/card.ts';
import { longestPrefix } from '../../core/cut.ts';
import { withPosted } from '../../core/interview/interview.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Hindrance } from '../hindrance.ts';
import type { Unit } from '../store/store.ts';
import { hinderedCard, hindranceWords } from '../views/hindrance.ts';
import { interviewGoneCard, nothingSaidCard } from '../views/interview-notices.ts';
import { longestPosted, peerTextAsked, wordsGoneCard } from '../views/interview-peers.ts';
import { staleCard } from '../views/problem.ts';
import { pressMarks } from './peer-marking.ts';
import { postRequest } from './peer-posting.ts';
import { presentInterview, questionKey } from './presenting.ts';
import type { Said } from './said.ts';

type Options = Pick<Environment, 'store' | 'bank' | 'clock'> & {
  /** What people have just written in their interviews. */
  readonly said: Said;
};

/** An answer to be posted: of which interview and question, its words, and where a thread can hang under it. */
type Wanted = { readonly id: string; readonly no: number; readonly text: string; readonly inPlace: boolean };

/**
 * *Ask a peer*: what somebody said in an interview is posted in the channel, once they have looked it over, and whoever likes
 * marks it on the same checklist.
 */
export function createPeerFeature(options: Options): Feature {
  const { store, clock, said } = options;
  const showing = { ...options, asks: true };

  /** Whether all of it has to stand in the channel, since no thread can be had; or what stands against even that. */
  async function placeFor({ caller, hindrance }: Circumstances): Promise<boolean | Hindrance> {
    const isWhole = caller.thread === 'whole';
    const plan = { kind: 'answer', ping: null } as const;
    if (!isWhole && ((await hindrance?.({ ...plan, thread: true })) ?? null) === null) return false;
    return (await hindrance?.({ ...plan, thread: false })) ?? true;
  }

  async function post(unit: Unit, wanted: Wanted, { caller }: Circumstances): Promise<Card> {
    const { id, no, text, inPlace } = wanted;
    const { user, name, scope, channel } = caller;
    const interview = await unit.interviews.lock(user);
    const asked = interview?.questions[no];
    if (interview === null || interview.id !== id || asked?.revealed !== true) return interviewGoneCard();
    const now = clock.wall();
    const { question, title, points, ticked } = asked;
    const about = { id: `${id}-${no}`, author: { user, name }, scope, channel, inPlace, at: now };
    if (
      asked.posted !== true &&
      (await postRequest(unit, { ...about, question, title, points, own: ticked, text }, now))
    )
      await unit.interviews.save(user, withPosted(interview, no), now);
    return presentInterview(withPosted(interview, no), caller, showing);
  }

  async function send(wanted: Omit<Wanted, 'inPlace'>, circumstances: Circumstances): Promise<Card> {
    const { caller, stored } = circumstances;
    const place = await placeFor(circumstances);
    if (typeof place === 'boolean')
      return store.transact((unit) => post(unit, { ...wanted, inPlace: place }, circumstances));
    // What they changed is there when they try once more.
    said.note(caller.user, questionKey(wanted.id, wanted.no), { text: wanted.text, stored: stored === true });
    const interview = await store.transact((unit) => unit.interviews.lock(caller.user));
    const refused = hinderedCard({ kind: 'answer', thread: false, ping: null }, place);
    if (interview === null || interview.id !== wanted.id) return refused;
    const shown = presentInterview(interview, caller, showing);
    const note = paragraph(`${refused.title}. `, ...hindranceWords(place));
    return { ...shown, tone: 'notice', body: [note, ...shown.body] };
  }

  return {
    run: () => null,
    press: ({ verb, args }, circumstances) => {
      if (verb !== 'peer') return null;
      const [what = '', id = '', no = ''] = args;
      const { caller } = circumstances;
      if (what === 'ask') {
        const words = said.of(caller.user, questionKey(id, no));
        if (words === null) return reply(wordsGoneCard());
        return { kind: 'ask', asked: peerTextAsked(id, no, words.text) };
      }
      return replyIdempotently(
        () => store.transact((unit) => pressMarks(unit, args, caller, options)),
        what === 'mark' ? 'new' : 'instead',
      );
    },
    take: ({ verb, args: [what, id = '', no = ''] }, { text = '' }, circumstances) => {
      if (verb !== 'peer') return null;
      if (what !== 'ask' || circumstances.caller.direct) return reply(staleCard());
      const words = longestPrefix(text.trim(), (prefix) => prefix.length <= longestPosted);
      if (words === '') return reply(nothingSaidCard());
      return replyIdempotently(() => send({ id, no: Number(no), text: words }, circumstances), 'instead');
    },
  };
}
