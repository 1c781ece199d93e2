import { commandPayload, pressPayload } from '../simulators/slack/payloads.ts';
import { SignedSender } from '../simulators/slack/signed-sender.ts';
import type { SlackSimulator } from '../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../simulators/slack/simulator.ts';
import type { Arguments } from '../simulators/slack/workspace.ts';
import type { Asked, Site, SiteMessage } from './site.ts';
import { wordsIn } from './words.ts';

export type SlackSite = Site & { readonly simulator: SlackSimulator };

const signingSecret = 'a-signing-secret-for-faults';

/** For so long, in ms, all people see the same: hundreds of them look at the screen. */
const glance = 20;

type Kind = 'slash_commands' | 'interactive';

/**
 * A workspace. `addresses`: where the bots listen for HTTP; every delivery goes to all of them. Without it, they hold
 * connections in Socket Mode, and a delivery goes to one of these.
 */
export async function openSlackSite(addresses: (() => readonly (string | null)[]) | null = null): Promise<SlackSite> {
  const simulator = await startSlackSimulator();
  const { workspace } = simulator;
  const told = new Map<string, string>();
  let seen = new Map<string, SiteMessage[]>();
  let seenAt = 0;
  let read = 0;

  function wordsTo(id: string): string | null {
    for (; read < simulator.responses.length; read += 1) {
      const response = simulator.responses[read];
      if (response !== undefined) told.set(response.id, `${told.get(response.id) ?? ''} ${wordsIn(response.body)}`);
    }
    return told.get(id) ?? null;
  }

  async function deliver(kind: Kind, payload: Arguments): Promise<string | null> {
    if (addresses === null) return wordsIn(await simulator.sockets.deliver(kind, payload)) || null;
    const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
    const answers = addresses().map(async (address) => {
      if (address === null) return null;
      const sender = new SignedSender(address, signingSecret);
      const { body } = await sender.send(sender.sign(new URLSearchParams(form).toString()));
      return wordsIn(body) || null;
    });
    const settled = await Promise.allSettled(answers);
    return settled.map((answer) => (answer.status === 'fulfilled' ? answer.value : null)).find(Boolean) ?? null;
  }

  function ask(kind: Kind, toPayload: (responseUrl: string) => Arguments): Asked {
    const url = simulator.createResponseUrl();
    const id = url.split('/').at(-1) ?? '';
    const payload = toPayload(url);
    let acknowledged: string | null = null;
    const send = () =>
      void deliver(kind, payload).then(
        (words) => {
          acknowledged ??= words;
        },
        () => {},
      );
    send();
    if (site.repeatAfter !== null) setTimeout(send, site.repeatAfter());
    return { at: Date.now(), words: () => wordsTo(id) ?? acknowledged };
  }

  const command = (user: string, channel: string, text: string) =>
    ask('slash_commands', (url) => commandPayload({ text, user, channel }, url));

  const site: SlackSite = {
    simulator,
    platform: 'slack',
    repeatAfter: null,
    startQuiz: (user, channel, count, seconds) => command(user, channel, `quiz ${count} ${seconds}s`),
    dailyOn: (user, channel, time) => command(user, channel, `daily on ${time} UTC`),
    press: (user, message, id) => {
      const { thread, channel } = message;
      const pressed = workspace.nextTs();
      const inThread = thread === null ? {} : { thread };
      return ask('interactive', (url) =>
        pressPayload({ id, user, name: user, channel, ts: message.id, ephemeral: false, pressed, ...inThread }, url),
      );
    },
    messages: (channel) => {
      if (performance.now() - seenAt >= glance) {
        seen = Map.groupBy(workspace.messages.map(toSiteMessage), (message) => message.channel);
        seenAt = performance.now();
      }
      return seen.get(channel) ?? [];
    },
    channels: () => [...new Set(workspace.messages.map(({ channel }) => channel))],
    mark: (key) => key,
    channelKey: (channel) => `slack:T1:${channel}`,
    userKey: (user) => `slack:T1:${user}`,
    variables: {
      SLACK_API_URL: simulator.apiUrl,
      SLACK_BOT_TOKEN: simulator.botToken,
      ...(addresses === null ? { SLACK_APP_TOKEN: simulator.appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
    },
    secrets: () => [simulator.botToken, simulator.appToken, signingSecret, '/response/r'],
    stop: simulator.stop,
  };
  return site;
}

function toSiteMessage({ channel, ts, payload }: SlackSimulator['workspace']['messages'][number]): SiteMessage {
  const { metadata, blocks, thread_ts: thread } = payload;
  const mark = (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? '';
  const buttons = (blocks ?? []) as readonly { type: string; elements?: readonly { type: string; value?: string }[] }[];
  return {
    id: ts,
    channel,
    thread: typeof thread === 'string' ? thread : null,
    mark,
    buttons: buttons
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements = [] }) => elements.map(({ value = '' }) => value)),
    at: Math.round(Number(ts) * 1000),
  };
}
