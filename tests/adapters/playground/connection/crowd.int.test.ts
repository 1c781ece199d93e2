import { describe, expect, it } from 'vitest';
import { until } from '../../../until.ts';
import { buttonsOf } from '../client.ts';
import { joinAs, startQuiz } from '../join.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

const players = 60;
const questions = 2;

type Change = { readonly kind: string; readonly data: string };

/** A phone: what its stream brings, in order, and what a press is answered with. */
async function sitDown(no: number) {
  const { path } = await joinAs(address(), `Player ${no}`);
  const page = await (await fetch(address() + path)).text();
  const known = /sse-connect="([^"]+)"/.exec(page)?.[1] ?? '';
  const ended = new AbortController();
  const response = await fetch(address() + known, { signal: ended.signal });
  const heard: Change[] = [];
  const listening = (async () => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const lines = event.split('\n');
        const kind = lines.find((line) => line.startsWith('event: '))?.slice('event: '.length) ?? '';
        const data = lines.flatMap((line) => (line.startsWith('data: ') ? [line.slice('data: '.length)] : []));
        heard.push({ kind, data: data.join('\n') });
      }
    }
  })().catch(() => {});
  const token = (path ?? '').split('/')[2] ?? '';
  return {
    token,
    heard: (kind: string, wanted: RegExp) => heard.filter((each) => each.kind === kind && wanted.test(each.data)),
    everything: () => heard.map(({ data }) => data).join('\n'),
    press: async (values: { readonly message: string; readonly button: string }) => {
      const body = new URLSearchParams(values);
      const headers = { origin: address(), 'hx-trigger': 't' };
      const pressed = await fetch(`${address()}/p/${token}/press`, { method: 'POST', body, headers });
      return pressed.text();
    },
    leave: async () => {
      ended.abort();
      await listening;
    },
  };
}

const inThread = (page: string) => /<div hx-swap-oob="beforeend:#thread-messages">[\s\S]*/.exec(page)?.[0] ?? '';

describe('sixty players of one quiz', () => {
  it('each hear once that their answer counts and what was right, with their own choice, points and place', async () => {
    const { host } = await startQuiz(address(), `/quiz ${questions} 50s lobby 5m`);
    const crowd: Awaited<ReturnType<typeof sitDown>>[] = [];
    for (let no = 0; no < players; no += 1) crowd.push(await sitDown(no));
    await host.press(/^begin:/);
    const gained = crowd.map(() => 0);
    for (let question = 1; question <= questions; question += 1) {
      const asked = new RegExp(`Question ${question} of ${questions}</h3>`);
      const reveal = new RegExp(`Question ${question} of ${questions} · the answer</h3>`);
      await Promise.all(
        crowd.map(async (player, no) => {
          const shown = await until(() => player.heard('change', asked).at(-1)?.data ?? expect.fail('not asked'));
          const picks = buttonsOf(inThread(shown)).filter(({ button }) => button.startsWith('pick:'));
          expect(picks).toHaveLength(4);
          const marked = await player.press(picks[no % 4] ?? expect.fail('no such option'));
          expect(inThread(marked)).toMatch(new RegExp(`place-${no % 4}"[^>]*aria-pressed="true"`));
        }),
      );
      await Promise.all(
        crowd.map((player) => until(() => expect(player.heard('acknowledgement', /locked in/)).toHaveLength(question))),
      );
      await host.type('/quiz skip');
      await Promise.all(crowd.map((player) => until(() => expect(player.heard('change', reveal)).toHaveLength(1))));
      const told = crowd.map((player, no) => {
        const shown = inThread(player.heard('change', reveal)[0]?.data ?? '');
        const right = /<li class="place-(\d) right">/.exec(shown)?.[1];
        const words = /<p class="told[^"]*">([\s\S]*?)<\/p>/.exec(shown)?.[1] ?? '';
        const points = Number(/\+([\d,]+) point/.exec(words)?.[1]?.replace(',', '') ?? 0);
        expect(points > 0, words).toBe(String(no % 4) === right);
        expect(shown.match(/Your choice/g)).toHaveLength(1);
        expect(shown).toMatch(new RegExp(`<li class="place-${no % 4}(?:(?!</li>)[\\s\\S])*Your choice`));
        gained[no] = (gained[no] ?? 0) + points;
        return words;
      });
      for (const [no, words] of told.entries()) {
        const place = 1 + gained.filter((other) => other > (gained[no] ?? 0)).length;
        expect(words).toMatch(new RegExp(`You are ${place}\\D+ of ${players + 1}\\.`));
      }
    }
    await Promise.all(crowd.map((player) => until(() => expect(player.everything()).toMatch(/review:/))));
    for (const player of crowd) {
      const others = crowd.filter((other) => other !== player);
      expect(others.filter(({ token }) => player.everything().includes(token))).toEqual([]);
      expect(player.everything()).toContain(`/p/${player.token}/press`);
      await player.leave();
    }
  });
});
