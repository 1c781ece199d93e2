import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/app/ports.ts';
import type { Card } from '../../../src/core/card.ts';
import type { Interview } from '../../../src/core/interview/interview.ts';
import type { SeenMessage } from '../../simulators/platform/platform.ts';
import { ada, bo, button, cy, start } from '../edits.ts';
import type { House, Place } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const day = 24 * 60 * 60_000;
const channel = 'sim:S:C';
const words = 'It *jumps*, and <!channel> @everyone can see that.';

async function held(house: House): Promise<Interview> {
  const interview = await house.store.transact((unit) => unit.interviews.lock('sim:S:ada'));
  if (interview === null) throw new Error('There is no interview.');
  return interview;
}

/** Ada has answered a question, and ticked the first point. */
async function answered(house: House, who: Partial<Caller> = ada): Promise<{ id: string; card: Card }> {
  await house.command('interview', who);
  const { id } = await held(house);
  await house.say(`interview:${id}:said:0`, words, who);
  return { id, card: (await house.press(`interview:${id}:tick:0:0:1`, who)).card };
}

/** The same, and what she said is in the thread; gives its message and the interview's id. */
async function asked(house: House, who: Partial<Caller> = ada): Promise<{ id: string; message: SeenMessage }> {
  const { id } = await answered(house, who);
  await house.say(`peer:ask:${id}:0`, words, who);
  await house.settled();
  const [message] = who.thread === 'whole' ? house.platform.in(channel) : house.platform.inThreads(channel);
  if (message === undefined) throw new Error('Nothing was posted.');
  return { id, message };
}

/** A peer ticks these points and sends their marks. */
async function mark(house: House, { card }: SeenMessage, who: Partial<Caller>, ...points: readonly string[]) {
  let shown = (await house.press(button(card, 'Mark it'), who)).card;
  for (const point of points) shown = (await house.press(button(shown, point), who)).card;
  return (await house.press(button(shown, 'Send marks'), who)).card;
}

const tables = ['peer_requests', 'peer_marks', 'outgoings', 'interviews', 'timers', 'events'];
const stored = async (house: House) =>
  JSON.stringify(await Promise.all(tables.map((table) => house.database.read(`select * from ${table}`))));

/** What asking peers in an interview promises, on any database. */
export function describeAskedPeers(engine: string, locate: () => Promise<Place>): void {
  const open = async () => openHouse(standingClock(start), undefined, { place: await locate() });

  describe(`an answer for peers on ${engine}`, () => {
    it('is looked over before it is posted: the question in the channel, the answer in its thread', async () => {
      const house = await open();
      const { id, card } = await answered(house);
      expect(wordsOf(card)).toContain('Ask a peer posts what you wrote in this channel');
      const form = house.outcomeOf(button(card, 'Ask a peer'), ada);
      expect(form).toMatchObject({
        kind: 'ask',
        asked: { title: 'Ask a peer', fields: [{ name: 'text', written: words, most: 2000 }] },
      });
      if (form.kind !== 'ask') throw new Error('Nothing was asked.');
      expect(form.asked.about.length).toBeLessThanOrEqual(100);
      const reply = await house.say(form.asked.id, `${words} Mended.`, ada);
      expect(reply).toMatchObject({ audience: 'asker', place: 'instead' });
      expect(wordsOf(reply.card)).toContain('What you said is in the channel.');
      expect(button(reply.card, 'Ask a peer')).toBe('');
      await house.settled();
      const { title = '' } = (await held(house)).questions[0] ?? {};
      const roots = house.platform.in(channel).map((message) => wordsOf(message.card));
      expect(roots).toEqual([expect.stringMatching(/^.+\?\nAda answered this in a mock interview\. Read .+ thread/)]);
      expect(roots[0]).toContain(title);
      const [answer, ...more] = house.platform.inThreads(channel);
      expect(more).toEqual([]);
      expect(wordsOf(answer?.card ?? card)).toMatch(/^\nAda said:\nIt \*jumps\*, .+ Mended\.\n\[Mark it\]\n/);
      expect(answer?.thread).toBe(house.platform.in(channel)[0]?.message);
      expect(id).not.toBe('');
    });

    it('is posted once, whatever comes twice, to two processes, over lost answers and kills', async () => {
      const house = await open();
      const { id } = await answered(house);
      const lost = new Set<string>();
      house.platform.fault = (_, key) => {
        const isFirst = !lost.has(key);
        lost.add(key);
        return isFirst ? 'done-but-lost' : null;
      };
      const other = house.another();
      const form = `peer:ask:${id}:0`;
      const told = await Promise.all([house, other, other].map((process) => process.say(form, words, ada)));
      for (const { card } of told) expect(wordsOf(card)).toContain('What you said is in the channel.');
      await house.restart();
      await house.pass(60_000);
      await house.restart();
      await house.pass(60_000);
      await house.say(form, 'something else', ada);
      await house.pass(60_000);
      expect(house.platform.messages.map(({ key }) => key)).toEqual([`peer:${id}-0`, `peer:${id}-0:answer`]);
      expect(wordsOf(house.platform.inThreads(channel)[0]?.card ?? { body: [] })).toContain(words);
    });

    it('is not offered alone with the bot, nor once nobody knows what was said', async () => {
      const house = await open();
      const { id, card } = await answered(house, { ...ada, direct: true });
      expect(button(card, 'Ask a peer')).toBe('');
      expect(wordsOf((await house.say(`peer:ask:${id}:0`, words, { ...ada, direct: true })).card)).toContain(
        'out of date',
      );
      await house.restart();
      const shown = (await house.press(`interview:${id}:go`, ada)).card;
      expect(button(shown, 'Ask a peer')).toBe('');
      expect(wordsOf((await house.press(`peer:ask:${id}:0`, ada)).card)).toContain('I no longer know what you wrote');
      expect(wordsOf((await house.say('peer:ask:old:0', words, ada)).card)).toContain('That interview is over');
      expect(wordsOf((await house.say(`peer:ask:${id}:0`, ' \n', ada)).card)).toContain('That was empty');
      await house.settled();
      expect(house.platform.messages).toEqual([]);
    });

    it('is marked by whoever likes, alone until they send it, and then stands beside the others', async () => {
      const house = await open();
      const { id, message } = await asked(house);
      const { points = [] } = (await held(house)).questions[0] ?? {};
      expect(wordsOf((await house.press(button(message.card, 'Mark it'), ada)).card)).toContain('This answer is yours');
      const checklist = await house.press(button(message.card, 'Mark it'), bo);
      expect(checklist).toMatchObject({ audience: 'asker', place: 'new' });
      for (const point of points) expect(wordsOf(checklist.card)).toContain(point.replaceAll('`', ''));
      const ticked = await house.press(button(checklist.card, '2'), bo);
      expect(wordsOf(ticked.card)).toContain('[1] [2 ✓]');
      await house.settled();
      expect(message.edits).toBe(0);
      expect(wordsOf((await house.press(button(ticked.card, 'Send marks'), bo)).card)).toContain(
        `You found 1 of ${points.length} points, Ada 1.`,
      );
      await house.settled();
      const row = (said: readonly number[]) => points.map((_, place) => (said.includes(place) ? '✓' : '–')).join(' | ');
      expect(wordsOf(message.card)).toContain(
        [
          ...points.map((point) => point.replaceAll('`', '')),
          `Point | ${points.map((_, place) => place + 1).join(' | ')} | Said`,
          `Ada (own) | ${row([0])} | 1 of ${points.length}`,
          `Bo | ${row([1])} | 1 of ${points.length}`,
          '[Mark it]',
        ].join('\n'),
      );
      // The author's later ticks are about the interview alone, and what is changed is shown once it is sent.
      await house.press(`interview:${id}:tick:0:2:1`, ada);
      const changing = (await house.press(`peer:change:${id}-0`, bo)).card;
      const changed = (await house.press(button(changing, '1'), bo)).card;
      await house.pass(60_000);
      expect(wordsOf(message.card)).toContain(`Bo | ${row([1])}`);
      await house.press(button(changed, 'Send marks'), bo);
      await house.pass(60_000);
      expect(wordsOf(message.card)).toContain(`Ada (own) | ${row([0])}`);
      expect(wordsOf(message.card)).toContain(`Bo | ${row([0, 1])}`);
      expect(house.platform.in('@sim:S:ada')).toEqual([]);
    });

    it('shows five peers, and counts the others', async () => {
      const house = await open();
      const { message } = await asked(house);
      for (let no = 1; no <= 7; no += 1) await mark(house, message, { user: `sim:S:p${no}`, name: `P${no}` }, '1');
      await house.pass(60_000);
      expect(wordsOf(message.card)).toContain('\nP5 | ');
      expect(wordsOf(message.card)).not.toContain('P6');
      expect(wordsOf(message.card)).toContain('2 people more marked it.');
    });

    it('can be marked for seven days; then nothing of it is stored, and its message stays without a button', async () => {
      const house = await open();
      const { id, message } = await asked(house);
      await mark(house, message, bo, '1');
      await house.pass(7 * day - 1000);
      await mark(house, message, cy, '2');
      await house.pass(999);
      expect(wordsOf(message.card)).toContain('[Mark it]');
      await house.pass(60_000);
      expect(wordsOf(message.card)).toMatch(/\nBo \|.+\nCy \|.+\nIts time is up: the marks stand\.$/);
      expect(await stored(house)).not.toContain('jumps');
      expect(await house.database.read('select * from peer_marks')).toEqual([]);
      expect(wordsOf((await house.press(`peer:mark:${id}-0`, bo)).card)).toContain('can no longer be marked');
    });

    it('stands in the channel where that is a thread itself, or no thread can be opened under it', async () => {
      const house = await open();
      const { message } = await asked(house, { ...ada, thread: 'whole' });
      expect(wordsOf(message.card)).toMatch(/asks you to mark the answer:\nIt \*jumps\*.+\n\[Mark it\]/);
      await mark(house, message, bo, '1');
      await house.settled();
      expect(wordsOf(message.card)).toContain('\nBo | ✓');
      expect(house.platform.inThreads(channel)).toEqual([]);
      for (const refused of ['openThread', 'post'] as const) {
        const another = await open();
        another.platform.fault = (call, key) =>
          call === refused && (call === 'openThread' || key.endsWith(':answer')) ? 'forbidden' : null;
        await answered(another);
        await another.say(`peer:ask:${(await held(another)).id}:0`, words, ada);
        await another.settled();
        const [shown, ...more] = another.platform.messages;
        expect(wordsOf(shown?.card ?? { body: [] })).toMatch(/asks you to mark the answer:\nIt .+\n\[Mark it\]/);
        expect(more).toEqual([]);
      }
    });

    it('is shown anew with its marks at the end, where messages may not be edited', async () => {
      const house = await open();
      const { message } = await asked(house);
      house.platform.fault = (call) => (call === 'edit' ? 'no-edits' : null);
      await mark(house, message, bo, '1');
      await house.pass(60_000);
      expect(wordsOf(message.card)).not.toContain('Bo');
      await house.pass(7 * day);
      const [, last, ...more] = house.platform.inThreads(channel);
      expect(more).toEqual([]);
      expect(wordsOf(last?.card ?? { body: [] })).toMatch(/Bo .+\nIts time is up: the marks stand\.$/);
      expect(button(last?.card, 'Mark it')).toBe('');
    });

    it('is not posted where something is known to stand against it, and what was written is not lost', async () => {
      const house = await open();
      const { id } = await answered(house);
      const problem = [{ kind: 'text', text: 'I am not a member.' }] as const;
      house.hindrance = async () => ({ problem, cure: [{ kind: 'text', text: 'Invite me.' }] });
      const { card } = await house.say(`peer:ask:${id}:0`, 'Mended.', ada);
      expect(wordsOf(card)).toContain('Your answer was not posted. I am not a member. Invite me.');
      expect(house.outcomeOf(button(card, 'Ask a peer'), ada)).toMatchObject({
        asked: { fields: [{ written: 'Mended.' }] },
      });
      expect(await house.database.read('select * from peer_requests')).toEqual([]);
      // Threads alone are not to be had.
      house.hindrance = async (plan) => (plan.kind !== 'quiz' && plan.thread ? { problem, cure: problem } : null);
      await house.say(`peer:ask:${id}:0`, words, ada);
      await house.settled();
      expect(wordsOf(house.platform.in(channel)[0]?.card ?? card)).toContain('[Mark it]');
    });

    it('is deleted, and its author told, where the channel refuses it', async () => {
      const house = await open();
      house.platform.fault = (call, key) => (call === 'post' && key.startsWith('peer:') ? 'forbidden' : null);
      const { id } = await answered(house);
      await house.say(`peer:ask:${id}:0`, words, ada);
      await house.settled();
      expect(house.platform.in('@sim:S:ada').map(({ card }) => wordsOf(card))).toEqual([
        expect.stringContaining('could not be posted in C: I am not allowed to post there. I have deleted it.'),
      ]);
      expect(await stored(house)).not.toContain('jumps');
    });

    it('is deleted with its author, in the chat and in every table', async () => {
      const house = await open();
      const { id, message } = await asked(house);
      await mark(house, message, bo, '1');
      const confirm = (await house.command('forget me', ada)).card;
      expect(wordsOf(confirm)).toContain('1 answer for peers');
      expect(wordsOf(confirm)).toContain('are taken out of the chat as well.');
      await house.press('forget:yes', ada);
      await house.pass(60_000);
      for (const { card } of house.platform.messages) {
        expect(wordsOf(card)).toBe('\nAn answer stood here. Whoever wrote it has had it deleted, with all marks.');
      }
      expect(house.platform.messages).toHaveLength(2);
      expect(await stored(house)).not.toMatch(/jumps|sim:S:ada/);
      expect(wordsOf((await house.press(`peer:mark:${id}-0`, bo)).card)).toContain('can no longer be marked');
      await house.pass(8 * day);
      expect(house.platform.messages).toHaveLength(2);
    });

    it('never reaches the chat when its author is forgotten before it is sent', async () => {
      const house = await open();
      const { id } = await answered(house);
      house.platform.fault = () => 'later';
      await house.say(`peer:ask:${id}:0`, words, ada);
      await house.press('forget:yes', ada);
      house.platform.fault = () => null;
      await house.pass(120_000);
      for (const { card } of house.platform.messages) expect(wordsOf(card)).not.toContain('jumps');
      expect(house.platform.inThreads(channel)).toEqual([]);
      expect(await stored(house)).not.toContain('jumps');
    });

    it('loses the marks of a peer who is forgotten', async () => {
      const house = await open();
      const { message } = await asked(house);
      await mark(house, message, bo, '1');
      await mark(house, message, cy, '2');
      await house.pass(60_000);
      expect(wordsOf((await house.command('forget me', bo)).card)).toContain('marks on 1 answer');
      await house.press('forget:yes', bo);
      await house.pass(60_000);
      expect(wordsOf(message.card)).not.toContain('Bo');
      expect(wordsOf(message.card)).toContain('\nCy | ');
      expect(await stored(house)).not.toMatch(/sim:S?:?bo/);
    });

    it('is in what both of them can take along', async () => {
      const house = await open();
      const { id, message } = await asked(house);
      await mark(house, message, bo, '1');
      const file = async (who: Partial<Caller>) => (await house.press('progress:data', who)).card.file?.text ?? '';
      expect(JSON.parse(await file(ada))).toMatchObject({ stored: { peer_requests: [{ state: { text: words } }] } });
      expect(JSON.parse(await file(bo))).toMatchObject({ stored: { peer_marks: [{ request: `${id}-0`, sent: [0] }] } });
    });
  });
}
