import { describe, expect, it } from 'vitest';
import { openHouse, standingClock } from '../house.ts';

describe('a question of which nobody can tell whether it was posted', () => {
  it('is not posted again when the quiz was paused meanwhile', async () => {
    const house = await openHouse(standingClock(Date.parse('2026-11-02T09:00:00Z')));
    house.platform.canLook = false;
    house.platform.fault = (call, key) => (call === 'post' && key.endsWith(':question:0') ? 'done-but-lost' : null);
    await house.command('quiz 2 5s');
    const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
    await house.press(`join:${quiz?.id}`);
    await house.press(`begin:${quiz?.id}`);
    await house.pass(100);
    await house.command('quiz pause');
    for (let step = 0; step < 5; step += 1) await house.pass(1000);
    house.platform.fault = () => null;
    await house.command('quiz resume');
    for (let step = 0; step < 3; step += 1) await house.pass(1000);
    const asked = house.platform.inThreads('sim:S:C').map(({ key }) => key.split(':').slice(2).join(':'));
    expect(asked.filter((key) => key.startsWith('question'))).toEqual(['question:0', 'question:1']);
  });
});
