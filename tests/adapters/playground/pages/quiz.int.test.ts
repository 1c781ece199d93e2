import { describe, expect, it } from 'vitest';
import { until } from '../../../until.ts';
import { openClient, withoutStyle } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address, restart } = usePlayground();

/** The path of the last thread of #general on a player's page. */
function threadOf(page: string): string {
  return [...page.matchAll(/href="\/p\/[^/"]+(\/general\/thread\/\d+)"/g)].at(-1)?.[1] ?? '';
}

/** Two players in a quiz of one question, with its thread open, as long as the question is. */
async function asked() {
  const [one, other] = [await openClient(address()), await openClient(address())];
  await one.type('/quiz 1 60s');
  await one.press(/^join:/);
  await other.press(/^join:/);
  await one.press(/^begin:/);
  await until(async () => expect(await one.page(threadOf(await one.page()))).toContain('place-3'));
  return { one, other, thread: threadOf(await one.page()) };
}

const chosen = (page: string) =>
  [...page.matchAll(/class="tile place-(\d)"[^>]*aria-pressed="true"/g)].map(([, no]) => no);

describe('a lobby on the page', () => {
  it('says to each who is in that they are, and asks only the others to join', async () => {
    const [host, other] = [await openClient(address()), await openClient(address())];
    await host.type('/quiz 1 60s lobby 5m', 'study-group');
    const join = async (reader: typeof host) =>
      /<button type="button" class="(\w*)" id="m\d+-join:/.exec(await reader.page('/study-group'))?.[1];
    await until(async () => expect(await host.page('/study-group')).toContain('You are in.'));
    expect([await join(host), await join(other)]).toEqual(['', 'primary']);
    expect(await other.page('/study-group')).not.toContain('You are in.');
    await host.press(/^leave:/, '/study-group');
    expect(await join(host)).toBe('primary');
    await other.press(/^join:/, '/study-group');
    expect(await join(other)).toBe('');
    await host.type('/quiz stop', 'study-group');
    await host.press(/^stop:\w+:(?!no$)/, '/study-group');
  });
});

describe('a question of a quiz on the page', () => {
  it('marks for each reader what they have chosen, also after a restart, and tells nobody of anybody else', async () => {
    const { one, other, thread } = await asked();
    const live = await other.listen(thread);
    expect(await one.press(/^pick:.*:2$/, thread)).toBe(200);
    const heard = await live.until(/1 of 2 answered/);
    await live.close();
    expect(chosen(await one.page(thread))).toEqual(['2']);
    for (const bytes of [heard, await other.page(thread)]) {
      expect(chosen(bytes)).toEqual([]);
      // Neither what is right nor why: no verdict, no reason, no count of an option.
      expect(withoutStyle(bytes)).not.toMatch(/Your choice|aria-pressed|class="tally|class="told|✓|The right answer/);
    }
    await restart();
    expect(chosen(await one.page(thread))).toEqual(['2']);
    expect(chosen(await other.page(thread))).toEqual([]);
    await other.press(/^pick:.*:1$/, thread);
    for (const [player, place] of [
      [one, 2],
      [other, 1],
    ] as const) {
      await until(async () => expect(await player.page(thread)).toMatch(/class="told tone-(?:good|bad)"/));
      const own = new RegExp(`<li class="place-${place}[^<]*(?:(?!</li>).)*Your choice`, 's');
      const page = await player.page(thread);
      expect(page).toMatch(own);
      expect(page.match(/Your choice/g)).toHaveLength(1);
      expect(page).toMatch(/You are (?:1st|2nd) of 2/);
    }
  });

  it('tells the page what the server’s clock says, so that the bar runs by it', async () => {
    const player = await openClient(address());
    const live = await player.listen();
    const heard = await live.until(/event: hello\ndata: (\d+)/);
    await live.close();
    expect(Math.abs(Number(/data: (\d+)/.exec(heard)?.[1]) - Date.now())).toBeLessThan(60_000);
  });
});
