import { expect, it } from 'vitest';
import { workspaceRates } from '../../../../src/adapters/slack/outbound/rates.ts';
import type { Waiting, Way } from '../../../../src/app/delivery/admit.ts';
import { admit, wholeRoom } from '../../../../src/app/delivery/admit.ts';
import { createRates } from '../../../simulators/slack/rates.ts';

const quizzes = 50;
const questions = 3;
const revealSeconds = 5;

type Sending = Waiting & { readonly then: (way: Way) => void };

/** What quizzes in one workspace send, by a clock that goes in steps of 20 ms; gives how long each reveal waited, in ms. */
function play(seconds: number, spread: number) {
  const slack = createRates();
  const toCome: { readonly at: number; readonly act: () => void }[] = [];
  let [now, room, held, ended, refused] = [0, wholeRoom(workspaceRates, 0), [] as Sending[], 0, 0];
  const waits: number[] = [];
  const later = (milliseconds: number, act: () => void) => void toCome.push({ at: now + milliseconds, act });
  const send = (channel: string, name: string, urgency: Waiting['urgency'], then: (way: Way) => void = () => {}) => {
    const ways: readonly Way[] =
      urgency === 'reveal' ? ['edit', 'post'] : ['play', 'channel'].includes(urgency) ? ['post'] : ['edit'];
    held.push({ id: `${channel} ${name}`, urgency, ways, channel, since: now, then });
  };
  const ask = (channel: string, no: number): void =>
    send(channel, `question ${no}`, 'play', () => later(seconds * 1000, () => close(channel, no)));
  const close = (channel: string, no: number): void => {
    const closed = now;
    send(channel, `reveal ${no}`, 'reveal', (way) => {
      waits.push(now - closed);
      if (way === 'post') send(channel, `old ${no}`, 'leftover');
    });
    later(revealSeconds * 1000, () => (no + 1 < questions ? ask(channel, no + 1) : finish(channel)));
  };
  const finish = (channel: string): void => {
    send(channel, 'result', 'play', () => {
      ended += 1;
    });
    send(channel, 'podium', 'channel');
    send(channel, 'card', 'leftover');
  };
  for (let no = 0; no < quizzes; no += 1) {
    const channel = `C${no}`;
    send(channel, 'lobby', 'channel');
    later(3000 + (spread * no) / quizzes, () => {
      send(channel, 'begun', 'change');
      ask(channel, 0);
    });
  }
  for (; ended < quizzes && now < 600_000; now += 20) {
    for (const due of toCome.filter(({ at }) => at <= now)) {
      toCome.splice(toCome.indexOf(due), 1);
      due.act();
    }
    const { admitted, room: left } = admit(held, room, workspaceRates, now);
    room = left;
    const gone = admitted.map(({ id, way }) => ({ way, sending: held.find((each) => each.id === id) }));
    held = held.filter(({ id }) => !admitted.some((each) => each.id === id));
    for (const { way, sending } of gone) {
      const method = way === 'edit' ? 'chat.update' : 'chat.postMessage';
      if (slack.count(method, { channel: sending?.channel }, now) > 0) refused += 1;
      sending?.then(way);
    }
  }
  const sorted = waits.toSorted((one, other) => one - other);
  return { reveals: waits.length, p90: sorted[Math.floor(0.9 * waits.length)], longest: sorted.at(-1), ended, refused };
}

it.each([
  { seconds: 20, spread: 25_000 },
  { seconds: 20, spread: 0 },
  { seconds: 10, spread: 0 },
  { seconds: 5, spread: 0 },
])('fifty quizzes of $seconds s begun within $spread ms: reveals do not wait for Slack’s rates', (run) => {
  const { p90, longest, ...rest } = play(run.seconds, run.spread);
  expect(rest).toEqual({ reveals: quizzes * questions, ended: quizzes, refused: 0 });
  expect(p90).toBeLessThanOrEqual(100);
  expect(longest).toBeLessThanOrEqual(1000);
});
