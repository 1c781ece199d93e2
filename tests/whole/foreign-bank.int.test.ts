import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/adapters/discord/inbound/commands.ts';
import { scopeExtras } from '../../src/adapters/slack/connection/scopes.ts';
import { createManifest } from '../../src/adapters/slack/setup/manifest.ts';
import { createAssistant } from '../../src/assistant.ts';
import { loadBank } from '../../src/bank/load.ts';
import { openClient } from '../adapters/playground/client.ts';
import { usePlayground } from '../adapters/playground/use-playground.ts';
import { startBot } from '../adapters/slack/harness.ts';
import { foreignBank } from '../foreign-bank.ts';
import { homeOpened } from '../simulators/slack/event-payloads.ts';
import { until } from '../until.ts';

/** What our own bank is about, and nobody else's. */
const ours = /pytorch|torch|tensor|autograd|stride|nn\./i;

const bank = await loadBank(foreignBank);

describe('a bank about something else', () => {
  const { address } = usePlayground({ folder: foreignBank });
  const read = async (path: string) =>
    (await fetch(`${address()}${path}`, { headers: { accept: 'text/html' } })).text();

  it('is what the local page speaks of, whatever is typed there', async () => {
    const ada = await openClient(address());
    for (const typed of [
      ...['/help', '/topics', '/random', '/random undoing things', '/random undoing easy', '/me', '/forget me'],
      ...['/git What is a merge?', '/git 👋', '/git what is a transformer', '@git revert', '@bot revert', '/pull'],
      ...['/quiz 500', '/quiz 9 branches', '/quiz 1 Undoing Things', '/leaderboard', '/leaderboard daily please'],
      ...[
        '/daily on',
        '/daily on 9:00 Berlin topic:Undoing things',
        '/daily status',
        '/daily now',
        '/daily on 9 topic:x',
      ],
    ]) {
      expect(await ada.type(typed)).toBe(204);
    }
    await until(async () => expect(await ada.page()).toContain('Git quiz'));
    await until(async () => expect(await ada.page()).toMatch(/Daily question|Practice question/));
    const [general, direct] = [await ada.page('/general'), await ada.page('/direct')];
    const shown = [
      general,
      direct,
      await ada.page('/general/suggestions?text=%2F'),
      await ada.page('/general/suggestions?text=%2Frandom'),
      await ada.page('/general/suggestions?text=%2Fgit%20rev'),
      ...(await Promise.all(
        ['/questions', '/questions?topic=undoing', '/questions/merge', '/questions/none', '/nowhere'].map(read),
      )),
      await read(/href="(\/assets\/[^"]*icon\.svg)"/.exec(general)?.[1] ?? '/nowhere'),
    ];
    for (const text of shown) expect(text).not.toMatch(ours);
    expect(direct).toContain('<title>Git Bot</title>');
    expect(general).toContain('I know 3 Git questions');
    expect(general).toContain('Undoing things · easy');
    expect(general).toMatch(/1 question · \d+ seconds each · Undoing things/);
    expect(general).toContain('“x” is not a topic; the topics are branches, undoing.');
    expect(general).toContain('/git What does git revert do?');
    expect(general).toContain('data-try="/git What does git revert do?"');
    expect(shown[5]).toContain('>Undoing things</a></h2>');
    expect(shown[7]).toContain('<a href="/questions?topic=branches">Branches</a>');
  });

  it('is what Slack and Discord are told of', async () => {
    const manifest = createManifest({ subject: bank.subject, mode: { kind: 'socket' }, extras: scopeExtras });
    const commands = commandsFor(bank.subject);
    expect(JSON.stringify([manifest, commands])).not.toMatch(ours);
    expect(manifest).toMatchObject({
      display_information: { name: 'Git questions' },
      features: {
        bot_user: { display_name: 'git' },
        slash_commands: [{ command: '/git', usage_hint: 'What does git revert do?' }],
      },
    });
    expect(commands[0]).toMatchObject({ name: 'git', description: 'Look up Git questions' });
    const choices = {
      name: 'topic',
      choices: bank.subject.topics.map(({ id, title }) => ({ name: title, value: id })),
    };
    expect(JSON.stringify(commands)).toContain(JSON.stringify(choices.choices));
  });

  it('is what the bot speaks of on Slack', async () => {
    const bot = await startBot('socket', createAssistant(bank).application);
    const said = [
      await bot.command({ text: 'help', command: '/git' }),
      await bot.command({ text: 'random undoing things', command: '/git' }),
      await bot.command({ text: '👋', command: '/git' }),
    ];
    await bot.event(homeOpened({ user: 'U5' }));
    await bot.simulator.waitUntil(() => bot.simulator.workspace.homes.has('U5'));
    expect(JSON.stringify([said, bot.simulator.workspace.homes.get('U5')])).not.toMatch(ours);
    expect(JSON.stringify(said[1])).toContain('Undoing things');
    await bot.end();
  });
});
