import { afterEach, describe, expect, it } from 'vitest';
import type { Application, Inbound } from '../../../src/app/ports.ts';
import { paragraph } from '../../../src/core/card.ts';
import { roundTrips } from '../../round-trip.ts';
import { applicationThat, echo, echoCard, later, now, toAsker } from './applications.ts';
import type { Bot } from './harness.ts';
import { startBot, wordsOf } from './harness.ts';

/** Everything that is the same over signed HTTP and over Socket Mode, with the real Bolt in between. */
describe.each(['http', 'socket'] as const)('a conversation over %s', (mode) => {
  let bot: Bot | undefined;
  const start = async (application: Application) => {
    bot = await startBot(mode, application);
    return bot;
  };
  afterEach(async () => {
    await bot?.end();
    bot = undefined;
  });

  it('answers a slash command in the acknowledgement itself, to the asker', async () => {
    const application = echo();
    const { command, simulator } = await start(application);
    const { status, message } = await command({ text: 'what is &lt;stride&gt; <@U9|bob>' });
    expect(status).toBe(200);
    expect(message).toMatchObject({ response_type: 'ephemeral', unfurl_links: false, unfurl_media: false });
    expect(wordsOf(message)).toContain('what is <stride> @bob');
    expect(application.heard).toEqual<Inbound[]>([
      {
        kind: 'command',
        command: { kind: 'ask', query: 'what is <stride> @bob' },
        caller: {
          scope: 'slack:T1',
          channel: 'slack:T1:C1',
          user: 'slack:T1:U1',
          name: 'ada',
          direct: false,
          manages: true,
          moderates: false,
        },
        event: expect.stringMatching(/^slack:\d+\.1$/) as string,
        at: expect.any(Number) as number,
        zone: expect.any(Function) as () => Promise<null>,
        hindrance: expect.any(Function) as () => Promise<null>,
        naming: expect.any(Function) as () => Promise<null>,
      },
    ]);
    expect(simulator.calls.filter(({ method }) => method === 'response_url')).toEqual([]);
  });

  it('takes emoji for no words of what is asked', async () => {
    const { command } = await start(echo());
    const { message } = await command({ text: ':wave: what is stride :thinking_face:' });
    expect(message?.['text']).toMatch(/^Echo\nYou said: what is stride\n/);
  });

  it('answers a command of any name, and empty text', async () => {
    const { command } = await start(echo());
    expect(wordsOf((await command({ text: '', command: '/torch-quiz' })).message)).toContain('help');
  });

  it('answers to the whole channel where the application says so', async () => {
    const { command } = await start(
      applicationThat((inbound) => now({ audience: 'channel', place: 'new', card: echoCard(inbound) })),
    );
    expect((await command({ text: 'a' })).message).toMatchObject({ response_type: 'in_channel' });
  });

  it('acknowledges first and acts afterwards where the application needs time', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { command, simulator } = await start(
      applicationThat((inbound) =>
        later(async () => {
          await promise;
          return echoCard(inbound);
        }),
      ),
    );
    expect(await command({ text: 'slow' })).toEqual({ status: 200, message: null });
    expect(simulator.responses).toEqual([]);
    resolve();
    const [response] = await simulator.waitForResponses(1);
    expect(response?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsOf(response?.body)).toContain('slow');
  });

  it('does what is to be done afterwards after the acknowledgement, and only logs its failure', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { command, log } = await start(
      applicationThat((inbound) => ({
        kind: 'now',
        reply: toAsker(echoCard(inbound)),
        afterwards: async () => {
          await promise;
          throw new Error('disk full');
        },
      })),
    );
    expect(wordsOf((await command({ text: 'a' })).message)).toContain('You said');
    resolve();
    await bot?.stop();
    expect(log.filter(({ level }) => level === 'error')).toMatchObject([{ fields: { err: { message: 'disk full' } } }]);
  });

  it('answers a pressed button in a new private message, in the thread of its message', async () => {
    const application = echo();
    const { press, simulator } = await start(application);
    expect(await press({ id: 'show:stride', thread: '1699999999.000100' })).toEqual({ status: 200, message: null });
    const [response] = await simulator.waitForResponses(1);
    expect(response?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      thread_ts: '1699999999.000100',
    });
    expect(application.heard).toMatchObject([
      { kind: 'press', id: 'show:stride', caller: { user: 'slack:T1:U1', channel: 'slack:T1:C1', name: 'ada' } },
    ]);
  });

  it.each([
    ['a private message with a private answer', { ephemeral: true }, 'asker', true],
    ['a public message with a public answer', { ephemeral: false }, 'channel', true],
    ['a message in a direct conversation', { ephemeral: false, channel: 'D1' }, 'asker', true],
    ['a public message, but not with a private answer', { ephemeral: false }, 'asker', false],
    ['a private message, but not with a public answer', { ephemeral: true }, 'channel', false],
  ] as const)('replaces %s', async (_, message, audience, replaced) => {
    const { press, simulator } = await start(
      applicationThat((inbound) => now({ audience, place: 'instead', card: echoCard(inbound) })),
    );
    await press({ id: 'choose:stride', ...message });
    const [response] = await simulator.waitForResponses(1);
    expect(response?.body).toMatchObject({ replace_original: replaced });
  });

  it('acknowledges a press that is to do nothing, and says nothing', async () => {
    const { press, simulator, stop } = await start(applicationThat(() => ({ kind: 'nothing' })));
    expect(await press({ id: 'show:stride' })).toEqual({ status: 200, message: null });
    await stop();
    expect(simulator.responses).toEqual([]);
  });

  it.each([
    ['was refused', { kind: 'refused', error: 'invalid_blocks' }, 'I could not post that here'],
    ['may have arrived', { kind: 'error-after', status: 500 }, 'Slack did not confirm that'],
  ] as const)('lets what all were to see be shown again when it %s', async (_, fault, told) => {
    let undone = 0;
    const { press, simulator, stop } = await start(
      applicationThat((inbound) => ({
        kind: 'aside',
        act: async () => ({ audience: 'channel', place: 'new', card: echoCard(inbound) }),
        undo: async () => {
          undone += 1;
        },
      })),
    );
    simulator.fail('response_url', fault);
    await press({ id: 'share:stride' });
    await stop();
    expect(wordsOf(simulator.responses.at(-1)?.body)).toContain(told);
    expect([simulator.responses.at(-1)?.body['response_type'], undone]).toEqual(['ephemeral', 1]);
  });

  it('says so privately when the application fails, and logs why', async () => {
    const broken = applicationThat(() => {
      throw new Error('index out of range');
    });
    const { command, press, simulator, log } = await start(broken);
    const { message } = await command({ text: 'a' });
    expect(message).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsOf(message)).toContain('went wrong');
    expect(wordsOf(message)).not.toContain('index out of range');
    await press({ id: 'show:a' });
    const [response] = await simulator.waitForResponses(1);
    expect(wordsOf(response?.body)).toContain('went wrong');
    expect(log.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { err: { message: 'index out of range' }, channel: 'slack:T1:C1' } },
      { fields: { err: { message: 'index out of range' } } },
    ]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('lost'))],
    [
      'throws',
      () => {
        throw new Error('lost');
      },
    ],
  ])('says so when acting later %s', async (_, act) => {
    const { command, simulator } = await start(applicationThat(() => later(act)));
    await command({ text: 'a' });
    const [response] = await simulator.waitForResponses(1);
    expect(response?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsOf(response?.body)).toContain('went wrong');
  });

  it('says back hostile text as words alone', async () => {
    const { command } = await start(echo());
    const hostile = [
      '<!channel> @everyone *b* `c`',
      'x'.repeat(10_000),
      '\u0000\u0007\u001b[31m',
      '\u202eabc שלום',
      '👩‍👩‍👧‍👦'.repeat(300),
    ];
    for (const text of hostile) {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const { status, message } = await command({ text: escaped });
      expect(status).toBe(200);
      expect(message?.['text']).not.toMatch(/[<>]/);
    }
  });

  it('logs what did not fit, by ids and never by content', async () => {
    // A constant, so that it is fitted, and told of, once.
    const huge = Object.freeze({ body: [paragraph('secret words '.repeat(3000))] });
    const { command, log } = await start(applicationThat(() => now(toAsker(huge))));
    await command({ text: 'a' });
    await command({ text: 'b' });
    const warnings = log.filter(({ level }) => level === 'warn');
    expect(warnings).toMatchObject([
      { fields: { channel: 'slack:T1:C1', losses: [{ part: 'text', how: 'shortened' }] } },
    ]);
    expect(JSON.stringify(warnings)).not.toContain('secret');
  });

  it('finishes what it has acknowledged before it stops', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { command, simulator, stop } = await start(
      applicationThat((inbound) =>
        later(async () => {
          await promise;
          return echoCard(inbound);
        }),
      ),
    );
    await command({ text: 'slow' });
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await roundTrips();
    expect(stopped).toBe(false);
    resolve();
    await stopping;
    expect(simulator.responses).toHaveLength(1);
  });
});
