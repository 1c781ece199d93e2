import { describe, expect, it } from 'vitest';
import type { BankNews } from '../../../../src/adapters/playground/inbound/bank-events.ts';
import { buttonsOf, openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const listeners = new Set<(news: BankNews) => void>();
const bankEvents = {
  onChange: (listener: (news: BankNews) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
const { address, restart } = usePlayground({ bankEvents });

describe('a live connection', () => {
  it('brings what others say at once, and marks other channels', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    const live = await alan.listen();
    await ada.type('good morning');
    expect(await live.until(/good morning/)).toContain('hx-swap-oob="beforeend:#messages"');
    await ada.type('and here as well', 'study-group');
    const heard = await live.until(/unread-study-group/);
    expect(heard).not.toContain('and here as well');
    await live.close();
  });

  it('tells nothing of what is private to others', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    const live = await alan.listen();
    await ada.type('/pytorch what is stride');
    await ada.type('that was it');
    expect(await live.until(/that was it/)).not.toContain('stride');
    await live.close();
  });

  it('shows on every page of a player what was dismissed on one', async () => {
    const ada = await openClient(address());
    await ada.type('/help');
    const page = await ada.page();
    const message = /hx-vals="\{&quot;message&quot;:&quot;(\d+)&quot;\}"/.exec(page)?.[1] ?? '';
    const live = await ada.listen();
    await ada.post(`${ada.base}/dismiss`, { message });
    await live.until(new RegExp(`<article id="m${message}" hidden>`));
    await live.close();
  });

  it('catches up from where a page stood, by its own account or the browser’s', async () => {
    const ada = await openClient(address());
    await ada.type('the first');
    const known = Number(/since=(\d+)/.exec(await ada.page())?.[1]);
    await ada.type('the second');
    const live = await ada.listen('/general', known);
    expect(await live.until(/the second/)).not.toContain('the first');
    await live.close();
    const again = await ada.listen('/general', 0, String(known));
    expect(await again.until(/the second/)).not.toContain('the first');
    await again.close();
  });

  it('sends a page of another time to the entrance', async () => {
    const ada = await openClient(address());
    const stale = await ada.listen('/general', 1_000_000);
    await stale.until(/event: reload/);
    const stranger = await fetch(`${address()}/p/nobody/general/events?since=0`);
    expect(await stranger.text()).toContain('event: reload');
  });

  it('shows the faults of a question file with line and cure, when they are mended, and warnings folded up', async () => {
    const ada = await openClient(address());
    const live = await ada.listen();
    const complaint = { file: 'vision/stride.md', line: 12, problem: 'the stem is <b>too</b> long.', cure: 'Cut it.' };
    for (const listener of listeners) listener({ kind: 'broken', complaints: [complaint] });
    const heard = await live.until(/stride\.md:12/);
    expect(heard).toContain('&lt;b&gt;too&lt;/b&gt; long. Cut it.');
    expect(await ada.page()).toContain('stride.md:12');
    for (const listener of listeners) listener({ kind: 'changed', questions: 51, warnings: [] });
    expect(await live.until(/51 questions/)).not.toContain('warning');
    for (const listener of listeners) listener({ kind: 'changed', questions: 52, warnings: [complaint, complaint] });
    const warned = await live.until(/52 questions/);
    expect(warned).toMatch(
      /banner good.*<details><summary>2 warnings<\/summary>.*stride\.md:12.*Cut it\..*<\/details>/,
    );
    await live.close();
  });
});

describe('a restart', () => {
  it('leaves players, messages and buttons as they were, and pages catch up', async () => {
    const ada = await openClient(address());
    await ada.type('before the restart');
    await ada.type('/pytorch what is stride');
    const known = Number(/since=(\d+)/.exec(await ada.page())?.[1]);
    await restart();
    expect(await ada.page()).toContain('before the restart');
    await ada.press(/^practise:/);
    const live = await ada.listen('/general', known);
    await live.until(/Just for you/);
    await live.close();
  });
});

describe('the daily question', () => {
  it('is posted once, answered once and counted for all', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    const live = await alan.listen('/study-group');
    await ada.type('/daily now', 'study-group');
    await live.until(/Daily question/);
    const before = await alan.page('/study-group');
    expect(buttonsOf(before).filter(({ button }) => button.startsWith('daily:'))).toHaveLength(4);
    expect(await alan.press(/^daily:.*:0$/, '/study-group')).toBe(200);
    expect(await alan.pressAs(before, /^daily:.*:1$/)).toBe(200);
    const page = await alan.page('/study-group');
    expect(page).toMatch(/You have answered A already/);
    expect(page).toMatch(/class="tile place-0"[^>]*aria-pressed="true"/);
    expect(buttonsOf(page).filter(({ button }) => button.startsWith('daily:'))).toEqual([]);
    expect(buttonsOf(await ada.page('/study-group')).filter(({ button }) => button.startsWith('daily:'))).toHaveLength(
      4,
    );
    await live.until(/1 person answered/);
    await live.close();
  });
});

describe('a conversation with the bot alone', () => {
  it('counts for one’s own record, and the leaderboard of all channels does not grow', async () => {
    const ada = await openClient(address());
    const board = async () => {
      await ada.type('/leaderboard all everywhere', 'general');
      return (
        (await ada.page('/general'))
          .split('<article')
          .at(-1)
          ?.match(/<tr><td>.*?<\/tr>/g) ?? []
      );
    };
    const before = await board();
    const live = await ada.listen('/direct');
    await ada.type('/daily now', 'direct');
    await live.until(/Daily question/);
    const open = await ada.page('/direct');
    for (const place of [0, 1, 2, 3]) await ada.pressAs(open, new RegExp(`^daily:.*:${place}$`));
    await live.close();
    await ada.type('/me', 'direct');
    const page = await ada.page('/direct');
    expect(page).toMatch(/Right answers[\s\S]*[01] of 1/);
    expect(await board()).toEqual(before);
  });
});
