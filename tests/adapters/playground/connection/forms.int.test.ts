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
