import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

describe('a form for a command', () => {
  const own = () => ({ origin: address(), 'sec-fetch-site': 'same-origin', 'time-zone': 'America/Winnipeg' });
  const send = async (base: string, path: string, fields: readonly (readonly [string, string])[]) =>
    fetch(`${address()}${base}${path}`, {
      method: 'POST',
      headers: own(),
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    });

  it('has the topics of the bank, and the zone of the browser chosen', async () => {
    const { base } = await openClient(address());
    const form = await (await fetch(`${address()}${base}/general/forms/daily`, { headers: own() })).text();
    expect(form).toContain('value="America/Winnipeg"');
    expect(form).toContain('<option value="losses">Losses</option>');
  });

  it('does what one would have typed, which stands above the answer', async () => {
    const ada = await openClient(address());
    const chosen = [
      ...[['time', '09:30'] as const, ['zone', 'Europe/Berlin'] as const, ['days', 'mon'] as const],
      ...[['days', 'fri'] as const, ['topic', 'losses'] as const, ['level', ''] as const],
    ];
    expect((await send(ada.base, '/general/forms/daily', chosen)).status).toBe(204);
    const page = await ada.page();
    expect(page).toContain('/daily on time:09:30 zone:Europe/Berlin days:mon,fri topic:losses');
    expect(page).toContain('09:30 Europe/Berlin');
  });

  it('begins with what is set up already, for its channel and its person', async () => {
    const [ada, bo] = [await openClient(address()), await openClient(address())];
    const form = async ({ base }: typeof ada, path: string) =>
      (await fetch(`${address()}${base}${path}`, { headers: own() })).text();
    await ada.type('/daily on 17:45 Europe/Berlin mon,fri topic:losses level:easy thread ping:@ml', 'study-group');
    const daily = await form(bo, '/study-group/forms/daily');
    for (const part of [
      ...['value="17:45"', 'value="Europe/Berlin"', 'value="mon" checked', 'value="fri" checked', 'value="@ml"'],
      ...['value="losses" selected', 'value="easy" selected', 'name="thread" value="on" checked', 'It is on'],
    ])
      expect(daily).toContain(part);
    expect(daily).not.toContain('value="tue" checked');
    await ada.type('/daily off', 'study-group');
    const off = await form(bo, '/study-group/forms/daily');
    expect(off).toContain('value="America/Winnipeg"');
    expect(off).not.toContain('It is on');
    const chosen = [['time', '07:30'] as const, ['zone', 'Asia/Tokyo'] as const];
    expect((await send(ada.base, '/general/forms/practice-daily', chosen)).status).toBe(204);
    expect(await ada.page()).toContain('/practice daily time:07:30 zone:Asia/Tokyo');
    const practice = await form(ada, '/study-group/forms/practice-daily');
    for (const part of ['value="07:30"', 'value="Asia/Tokyo"', 'It is on']) expect(practice).toContain(part);
    expect(await form(bo, '/study-group/forms/practice-daily')).not.toContain('It is on');
  });

  it('tells the mistake of the parser, and does nothing', async () => {
    const ada = await openClient(address());
    const answer = await send(ada.base, '/general/forms/quiz', [['count', '500']]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toBe('A quiz has 1 to 50 questions, not 500.');
    expect(await ada.page()).not.toContain('count:500');
    expect((await send(ada.base, '/general/forms/quiz', [['count', 'what is a good number of']])).status).toBe(422);
  });

  it('is only where its player, its channel and its thread are', async () => {
    const { base } = await openClient(address());
    expect((await send(base, '/general/forms/nothing', [])).status).toBe(404);
    expect((await send(base, '/general/forms/toString', [])).status).toBe(404);
    expect((await send('/p/nobody', '/general/forms/random', [])).status).toBe(404);
    expect((await send(base, '/general/forms/random', [['thread', '99999']])).status).toBe(404);
  });
});

describe('a topic', () => {
  it('is practised, and played, by pressing alone', async () => {
    const ada = await openClient(address());
    await ada.type('/topics', 'study-group');
    expect(await ada.press(/^topic:losses/, '/study-group')).toBe(204);
    expect(await ada.press('practice-on:losses', '/study-group')).toBe(204);
    expect(await ada.page('/study-group')).toContain('Practice: question 1');
    expect(await ada.press('quiz-on:losses', '/study-group')).toBe(204);
    expect(await ada.page('/study-group')).toMatch(/starts a quiz|10 questions/);
  });
});
