import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../../src/assistant.ts';
import { shipped } from '../../search/bank.ts';
import type { Fault } from '../../simulators/discord/faults.ts';
import type { Scene } from '../../simulators/discord/fixtures.ts';
import type { Interaction, Message } from '../../simulators/discord/interactions.ts';
import { isEphemeral, isLoading } from '../../simulators/discord/interactions.ts';
import { readMarkdown } from '../../simulators/discord/markdown.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { until } from '../../until.ts';
import { useOneBot } from './harness.ts';

let discord: DiscordSimulator;
useOneBot(createAssistant(shipped).application, (simulator) => {
  discord = simulator;
});

type Shown = {
  readonly embeds: readonly { readonly title?: string; readonly description?: string }[];
  readonly components: readonly {
    readonly components: readonly { readonly custom_id: string; readonly label: string }[];
  }[];
};

const shown = (message: Message | null | undefined) => message?.body as unknown as Shown;
const title = (message: Message | null | undefined) => shown(message).embeds[0]?.title ?? '';
const buttons = (message: Message | null | undefined) =>
  shown(message).components.flatMap(({ components }) => components);

/** Waits for the first answer to an interaction. */
async function answer(interaction: Interaction): Promise<Message> {
  return until(() => {
    const { original } = interaction;
    if (original === null || isLoading(original)) throw new Error('no answer');
    return original;
  });
}

const ask = (text: string, scene: Partial<Scene> = {}) => answer(discord.command(text, scene));

/** Waits for what is shown beside the message whose button was pressed. */
async function beside(interaction: Interaction, count = 1): Promise<Message> {
  await until(() => expect(interaction.followUps).toHaveLength(count));
  const [message] = interaction.followUps;
  if (message === undefined) throw new Error('nothing beside it');
  return message;
}

async function share(message: Message, scene: Partial<Scene> = {}): Promise<Message> {
  const button = buttons(message).find(({ label }) => /share/i.test(label));
  return beside(discord.press(button?.custom_id ?? '', message, scene));
}

async function press(message: Message, label: RegExp, scene: Partial<Scene> = {}): Promise<Message> {
  const button = buttons(message).find((candidate) => label.test(candidate.label));
  if (button === undefined) throw new Error(`no button ${label}: ${buttons(message).map((each) => each.label)}`);
  return answer(discord.press(button.custom_id, message, scene));
}

describe('a look-up on Discord', () => {
  it('is answered in private, leads on, and can be shared by whoever asked', async () => {
    const asked = await ask('what is stride');
    expect(title(asked)).toMatch(/stride/i);
    expect(isEphemeral(asked)).toBe(true);
    const [neighbour] = buttons(asked).filter(({ custom_id }) => custom_id.startsWith('show:'));
    const related = await answer(discord.press(neighbour?.custom_id ?? '', asked));
    expect(title(related)).not.toBe(title(asked));
    expect(isEphemeral(related)).toBe(true);
    const shared = await share(asked);
    expect(isEphemeral(shared)).toBe(false);
    expect(title(shared)).toBe(title(asked));
    expect(shared.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('of which the bot is not sure offers the closest, and the choice takes the place of the offer', async () => {
    const offer = await ask('gradient weird thing memory');
    const choice = title(offer) === 'I am not sure' ? offer : await ask('tensor thing slow');
    expect(title(choice)).toBe('I am not sure');
    const [first] = buttons(choice);
    const pressed = discord.press(first?.custom_id ?? '', choice);
    await answer(pressed);
    expect(pressed.accepted).toEqual([7]);
    expect(title(pressed.source)).not.toBe('I am not sure');
  });

  it('of which the bank knows nothing says so', async () => {
    expect(title(await ask('best pizza in naples tonight'))).toMatch(/not in the question bank|not sure/i);
  });

  it('can be voted on once', async () => {
    const asked = await ask('what is stride', { user: '100000000000000055' });
    const scene = { user: '100000000000000055' };
    const first = await press(asked, /👎/, scene);
    const second = await press(asked, /👍/, scene);
    expect(first.body['embeds']).not.toEqual(second.body['embeds']);
    expect(isEphemeral(await press(asked, /👎/, scene))).toBe(true);
  });

  it('leads to practice, whose verdict takes the place of the question', async () => {
    const asked = await ask('what is stride');
    const practice = await press(asked, /quiz|practi/i);
    const [a] = buttons(practice);
    const verdict = discord.press(a?.custom_id ?? '', practice);
    await answer(verdict);
    expect(verdict.accepted).toEqual([7]);
    expect(title(verdict.source)).toMatch(/right|not quite/i);
  });

  it('in a direct message has nobody to share with', async () => {
    const asked = await ask('what is stride', { guild: null });
    expect(buttons(asked).filter(({ label }) => /share/i.test(label))).toEqual([]);
  });

  it('can begin at a message, in its menu', async () => {
    const looked = await answer(discord.menu('Look this up', { content: 'hey, what is stride again?' }));
    expect(isEphemeral(looked)).toBe(true);
    expect(title(looked)).not.toBe('');
  });

  it('shows help and topics', async () => {
    expect(title(await ask('help'))).toMatch(/pytorch/i);
    expect(title(await ask('topics'))).toBe('Topics');
  });

  it.each(['show:gone', 'q1:gone', 'pick:1:2:3', 'daily:x', '::::', 'x'.repeat(100)])(
    'whose button (%s) is from another time has a polite answer in private',
    async (id) => {
      const pressed = await answer(discord.press(id));
      expect(isEphemeral(pressed)).toBe(true);
      expect(title(pressed)).not.toBe('');
    },
  );
});

describe('what anybody may type', () => {
  const bad = [
    ['mentions', '<!channel> <!here> @everyone @here <@1> <@&2> <#3>'],
    ['markdown', '*a* _b_ ~c~ `d` ```e``` > f # g [h](https://i.example)'],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(100)],
    ['right-to-left marks', '\u202eabc\u202c \u2066def'],
    ['control characters', '\u0000\u0007\u001b[31mred'],
    ['nothing but spaces', '   '],
    ['punctuation', '?!?…'],
    ['one letter 1,000 times', 'a'.repeat(1000)],
    ['half a pair', 'a\ud800b'],
    ['an injection', `'; DROP TABLE questions; --`],
    ['names of objects', '__proto__ constructor toString'],
  ] as const;

  it.each(bad)('(%s) has an answer through every door', async (_name, text) => {
    const asked = await ask(text);
    const looked = await answer(discord.menu('Look this up', { content: text }));
    for (const message of [asked, looked]) {
      expect(isEphemeral(message)).toBe(true);
      expect(message.body).toMatchObject({ allowed_mentions: { parse: [] } });
      expect(message.body['content']).toBeUndefined();
    }
    const typing = discord.autocomplete(text);
    await until(() => expect(typing.accepted).toEqual([8]));
    await answer(discord.press(text.slice(0, 100).trim() || '-'));
  });

  it('as a name calls nobody when an answer is shared', async () => {
    const scene = { name: '@everyone **<@&1>** [x](https://evil.example)\n# Big', user: '100000000000000077' };
    const shared = await share(await ask('what is stride', scene), scene);
    const marks = readMarkdown(shown(shared).embeds[0]?.description ?? '').marks;
    // The one mention is that of who shared it, which within an embed calls nobody.
    expect(marks.filter((mark) => ['heading', 'link https://evil.example'].includes(mark))).toEqual([]);
    expect(JSON.stringify(shared.body['embeds'])).not.toContain('<@&1>');
    expect(shared.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });
});

describe('a failure of Discord on the way', () => {
  const faults: readonly [string, Fault][] = [
    ['a 429', { kind: 'rate-limit', retryAfter: 0.05 }],
    ['a 500 before', { kind: 'status', status: 500, when: 'before' }],
    ['a 502 after', { kind: 'status', status: 502, when: 'after' }],
    ['a lost answer', { kind: 'reset', when: 'after' }],
  ];

  it.each(faults)('(%s) loses no shared answer and shows none twice', async (_name, fault) => {
    const asked = await ask('what is stride');
    const button = buttons(asked).find(({ label }) => /share/i.test(label));
    discord.faults.next('POST', /\/callback$/, fault);
    const sharing = discord.press(button?.custom_id ?? '', asked);
    const shared = await beside(sharing);
    expect([title(shared), isEphemeral(shared), sharing.accepted]).toEqual([title(asked), false, [6]]);
  });

  it.each([
    ['a 500 before', { kind: 'status', status: 500, when: 'before' }, 0, 'Discord did not confirm that'],
    ['a 502 after', { kind: 'status', status: 502, when: 'after' }, 1, 'Discord did not confirm that'],
    ['a lost answer', { kind: 'reset', when: 'after' }, 1, 'Discord did not confirm that'],
    ['a 403', { kind: 'status', status: 403, code: 50_013, when: 'before' }, 0, 'I could not post that here'],
  ] as const)(
    '(%s) to what is shared is told in private, and nothing is repeated blindly',
    async (_, fault, there, told) => {
      const asked = await ask('what is stride');
      const button = buttons(asked).find(({ label }) => /share/i.test(label));
      discord.faults.next('POST', /^\/webhooks\//, fault);
      const sharing = discord.press(button?.custom_id ?? '', asked);
      await beside(sharing, there + 1);
      const notice = sharing.followUps.at(-1);
      expect([title(notice), isEphemeral(notice)]).toEqual([told, true]);
      expect(sharing.followUps.filter((message) => !isEphemeral(message))).toHaveLength(there);
    },
  );
});
