import { describe, expect, it } from 'vitest';
import { foreignBank } from '../../foreign-bank.ts';
import { until } from '../../until.ts';
import { openClient } from './client.ts';
import { usePlayground } from './use-playground.ts';

describe('a page with several banks', () => {
  const { address } = usePlayground({ beside: foreignBank });
  const read = async (path: string) =>
    (await fetch(`${address()}${path}`, { headers: { accept: 'text/html' } })).text();

  it('completes, offers and asks in each channel what its bank has', async () => {
    const ada = await openClient(address());
    expect(await ada.page('/study-group/suggestions?text=%2Fbank')).toContain('/bank use git');
    expect(await ada.page('/study-group')).toContain('data-try="/bank"');
    await ada.type('/bank', 'study-group');
    await ada.press('bank:git', '/study-group');
    await until(async () => expect(await ada.page('/study-group')).toContain('In use from now on: 3 questions'));
    const [there, here] = [await ada.page('/study-group'), await ada.page('/general')];
    expect(there).toContain('data-try="/pytorch What does git revert do?"');
    expect(there).toContain('chose another question bank for this channel: Git questions.');
    expect(here).not.toContain('git revert');
    expect(await ada.page('/study-group/suggestions?text=%2Fpytorch%20What%20does%20git')).toContain('git revert do?');
    expect(await ada.page('/general/suggestions?text=%2Fpytorch%20What%20does%20git')).not.toContain('git revert do?');
    expect(await ada.page('/study-group/suggestions?text=%2Frandom%20undo')).toContain('topic:undoing');
    expect(await ada.page('/study-group/forms/quiz')).toMatch(/value="undoing"/);
    expect(await ada.page('/general/forms/quiz')).not.toMatch(/undoing/);
    const form = { topics: 'undoing', count: '1' };
    expect((await ada.post(`${ada.base}/study-group/forms/practice`, form)).status).toBe(204);
    await until(async () => expect(await ada.page('/study-group')).toMatch(/Practice: question 1 of 1/));
    expect(await ada.page('/study-group')).toContain('Undoing things');
    const wrong = await ada.post(`${ada.base}/general/forms/practice`, form);
    expect(wrong.status).toBe(422);
    const daily = { time: '09:00', zone: 'Europe/Berlin', topic: 'undoing' };
    expect((await ada.post(`${ada.base}/study-group/forms/daily`, daily)).status).toBe(204);
    await until(async () =>
      expect(await ada.page('/study-group/forms/daily')).toMatch(/value="undoing"[^>]* selected/),
    );
  });

  it('lists the questions of each, and shows them under their own addresses', async () => {
    const [first, second] = [await read('/questions'), await read('/questions?bank=git')];
    expect(first).toContain('<a href="/questions?bank=git">Git questions</a>');
    expect(second).toContain('<a href="/questions">PyTorch interview questions</a>');
    expect([first, second].map((page) => page.includes('/questions/git.revert'))).toEqual([false, true]);
    expect(second).toContain('href="/questions?topic=git.undoing"');
    expect(await read('/questions?topic=git.undoing')).toContain('2 of 3 questions');
    expect(await read('/questions?bank=git&q=undo%20a%20published')).toContain('/questions/git.revert');
    expect(await read('/questions/git.revert')).toContain('It records a new commit');
    expect(await read('/questions/git.revert')).toContain('Undoing things');
    expect(await read('/questions/git.none')).toContain('There is no such question');
    expect(await read('/questions/revert')).toContain('There is no such question');
  });
});
