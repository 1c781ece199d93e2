import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/core/card.ts';
import { bank } from '../../search/bank.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';
import { openHouse, standingClock } from '../house.ts';
import { wordsOf } from '../words-of.ts';

const start = Date.parse('2026-11-25T09:00:00Z');
const names = ['ada', 'bo', 'cy', 'di'] as const;
const who = (name: string) => ({ user: `sim:S:${name}`, name });
const owners = { scope: 'sim:S', channel: 'sim:S:OWNERS' };

const open = (rest: number | null = 3) =>
  openHouse(standingClock(start), bank, { flags: { channels: [owners], rest } });

/** The first item of a question, by the hash that its buttons have. */
async function tried(house: House, question = 'stride', by = who('ada')) {
  const asked = (await house.press(`practise:${question}`, by)).card;
  const [option] = buttonsOf(asked);
  const verdict = (await house.press(option?.id ?? '', by)).card;
  const flag = buttonsOf(verdict).find(({ label }) => label === 'This is wrong');
  return { verdict, hash: option?.id.split(':')[1] ?? '', flag };
}

const flag = (house: House, hash: string, name: string) => house.press(`flag:${hash}`, who(name));

describe('saying that something is wrong', () => {
  it('takes one press at the verdict, is private, and is taken back by another', async () => {
    const house = await open();
    const { flag: button, hash } = await tried(house);
    expect(button).toEqual({ id: `flag:${hash}`, label: 'This is wrong', quiet: true });
    const noted = await house.press(button?.id ?? '', who('ada'));
    expect(noted).toMatchObject({ audience: 'asker', place: 'new', card: { title: 'Noted: this is wrong' } });
    expect(await house.store.transact(({ flags }) => flags.list())).toMatchObject([{ people: 1, question: 'stride' }]);
    expect((await house.press(`flag:${hash}`, who('ada'), start + 5_000)).card.title).toBe('Taken back');
    expect(await house.store.transact(({ flags }) => flags.list())).toEqual([]);
    const again = await house.press(`flag:${hash}:again`, who('ada'), start + 9_000);
    expect(again).toMatchObject({ place: 'instead', card: { title: 'Noted: this is wrong' } });
  });

  it('takes two quick presses of one button for one, and never for what another button says', async () => {
    const house = await open();
    const { hash } = await tried(house);
    const press = async (id: string, after: number) => (await house.press(id, who('ada'), start + after)).card.title;
    expect(await press(`flag:${hash}`, 0)).toBe('Noted: this is wrong');
    expect(await press(`flag:${hash}`, 300)).toBe('Noted: this is wrong');
    for (const after of [500, 600]) expect(await press(`flag:${hash}:back`, after)).toBe('Taken back');
    expect(await house.store.transact(({ flags }) => flags.list())).toEqual([]);
    for (const after of [700, 5_000]) expect(await press(`flag:${hash}:again`, after)).toBe('Noted: this is wrong');
    expect(await house.store.transact(({ flags }) => flags.list())).toMatchObject([{ people: 1 }]);
  });

  it('takes a line of what is wrong, which is listed without a name and goes when the flag is taken back', async () => {
    const house = await open();
    const { hash } = await tried(house);
    const noted = (await flag(house, hash, 'ada')).card;
    expect(buttonsOf(noted).map(({ label }) => label)).toEqual(['Say what is wrong', 'Take it back']);
    const said = await house.say(`flag:${hash}:said`, ' B is right,\n too ', who('ada'));
    expect(wordsOf(said.card)).toContain('You said: “B is right, too”');
    expect(await house.store.transact(({ flags }) => flags.of(hash))).toMatchObject({ remarks: ['B is right, too'] });
    expect((await house.say(`flag:${hash}:said`, 'not mine', who('bo'))).card.title).toBe('Taken back');
    await house.press(`flag:${hash}:back`, who('ada'), start + 9_000);
    expect(await house.store.transact(({ flags }) => flags.of(hash))).toBeNull();
  });

  it('is there at the verdict of a daily question, of a practice, and of what was missed in a quiz', async () => {
    const house = await open();
    await house.command('daily now');
    await house.settled();
    const post = house.platform.in('sim:S:C')[0]?.card ?? { body: [] };
    const daily = await house.press(buttonsOf(post)[0]?.id ?? '');
    expect(buttonsOf(daily.card).map(({ label }) => label)).toEqual(['Full answer', 'This is wrong']);
    const practice = (await house.command('practice')).card;
    const verdict = await house.press(buttonsOf(practice)[0]?.id ?? '');
    expect(buttonsOf(verdict.card).map(({ label }) => label)).toEqual([
      'Next',
      'Full answer',
      'Stop here',
      'This is wrong',
    ]);
  });

  it('is told to whoever keeps the bank in one message for each item, which is kept up to date and names nobody', async () => {
    const house = await open();
    const { hash } = await tried(house);
    await flag(house, hash, 'ada');
    await house.settled();
    const messages = () => house.platform.in(owners.channel).map(({ card }) => wordsOf(card));
    expect(messages()).toEqual([expect.stringContaining('1 person says that this is wrong')]);
    expect(messages()[0]).toContain('npm run bank -- flags --clear stride#');
    for (const name of ['bo', 'cy']) await flag(house, hash, name);
    const edited = (words: string) =>
      until(async () => {
        await house.pass(20_000);
        expect(messages()).toEqual([expect.stringContaining(words)]);
      });
    await edited('3 people say that this is wrong');
    expect(messages()[0]).toContain('It is asked no more until somebody has looked at it.');
    expect(messages()[0]).not.toMatch(/ada|bo\b|cy\b/i);
    for (const name of ['ada', 'bo', 'cy']) await house.press(`flag:${hash}:back`, who(name), house.clock.wall());
    await edited('No longer flagged');
  });

  it('lets an item rest once three people say so, until somebody has looked at it', async () => {
    const house = await open();
    const { hash } = await tried(house);
    let readers = 0;
    // Whoever was never asked begins with the first item that there is.
    const asks = async () => {
      readers += 1;
      return (await tried(house, 'stride', who(`reader${readers}`))).hash;
    };
    for (const name of ['ada', 'bo']) await flag(house, hash, name);
    expect(await asks()).toBe(hash);
    expect(wordsOf((await flag(house, hash, 'cy')).card)).toContain('It is asked no more until they have.');
    expect(await asks()).not.toBe(hash);
    // Whoever was asked before is still told whether they are right.
    expect((await house.press(`try:${hash}:0:0`, who('di'))).card.title).toMatch(/Right|Not quite/);
    await house.store.transact(({ flags }) => flags.lookAt('stride', null));
    await house.restart(bank);
    expect(await asks()).toBe(hash);
    expect(wordsOf((await flag(house, hash, 'ada')).card)).toContain('has looked at it since');
    for (const name of ['bo', 'cy']) await flag(house, hash, name);
    expect(await asks()).toBe(hash);
  });

  it('says so where all of a question rests, and asks something else of its topic', async () => {
    const house = await open(2);
    const items = await Promise.all(
      (bank.find(({ id }) => id === 'stride')?.items ?? []).map(async ({ id }) => {
        const [option] = buttonsOf((await house.press(`practise:stride:${id}`, who('ada'))).card);
        return option?.id.split(':')[1] ?? '';
      }),
    );
    for (const hash of items) for (const name of ['ada', 'bo']) await flag(house, hash, name);
    expect((await house.press('practise:stride', who('cy'))).card.title).toBe('This one rests');
    const practice = await house.command('practice 50', who('cy'));
    expect(practice.card.title).toMatch(/^Practice: question 1 of/);
    const session = await house.store.transact((unit) => unit.practice.lock('sim:S:cy'));
    for (const { asked } of session?.items ?? []) expect(items).not.toContain(asked);
  });

  it('lets nothing rest unless that was asked for, and nobody lets anything rest alone', async () => {
    const house = await open(null);
    const { hash } = await tried(house);
    for (const name of names) await flag(house, hash, name);
    expect((await tried(house, 'stride', who('eve'))).hash).toBe(hash);
    const other = await open();
    for (let time = 0; time < 9; time += 1) await other.press(`flag:${hash}`, who('ada'), start + 2_000 * time);
    expect((await tried(other, 'stride', who('eve'))).hash).toBe(hash);
  });

  it('is limited to twenty items a day for one person', async () => {
    const house = await open();
    const hashes = bank.flatMap(({ id, items }) => items.map((item) => ({ id, item: item.id }))).slice(0, 21);
    const flagged: string[] = [];
    for (const { id, item } of hashes) {
      const [option] = buttonsOf((await house.press(`practise:${id}:${item}`, who('ada'))).card);
      const reply = await flag(house, option?.id.split(':')[1] ?? '', 'ada');
      flagged.push(reply.card.title ?? wordsOf(reply.card));
    }
    expect(flagged.slice(0, 20).every((title) => title === 'Noted: this is wrong')).toBe(true);
    expect(flagged[20]).toContain('Try again tomorrow');
  });

  it('leaves a new version of an item free', async () => {
    const house = await open(2);
    const { hash } = await tried(house);
    for (const name of ['ada', 'bo']) await flag(house, hash, name);
    const edited = bank.map((question) =>
      question.id === 'stride'
        ? { ...question, items: question.items.map((item) => ({ ...item, stem: `${item.stem} Say which.` })) }
        : question,
    );
    await house.restart(edited);
    const after = await tried(house, 'stride', who('cy'));
    expect(after.hash).not.toBe(hash);
    expect(wordsOf((await flag(house, after.hash, 'cy')).card)).not.toContain('people have said so');
  });

  it('is forgotten with the person', async () => {
    const house = await open();
    const { hash } = await tried(house);
    await flag(house, hash, 'ada');
    expect(wordsOf((await house.command('forget me', who('ada'))).card)).toContain('1 flag on a question');
    await house.press('forget:yes', who('ada'));
    expect(await house.store.transact(({ flags }) => flags.list())).toEqual([]);
  });
});
