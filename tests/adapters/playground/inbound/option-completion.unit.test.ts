import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../../../src/adapters/playground/inbound/option-completion.ts';
import { commandOf, topics } from '../../../core/command-of.ts';

const zones = (typed: string) => (typed.startsWith('Ber') ? ['Europe/Berlin'] : []);
const offered = (typed: string) => completeOptions(typed, { topics, zones }) ?? [];
const labels = (typed: string) => offered(typed).map(({ label }) => label);

describe('the options of a command', () => {
  it('are offered by name, then by value, one after another', () => {
    expect(labels('/quiz ')).toEqual(['count:', 'seconds:', 'level:', 'teams:', 'lobby:', 'topics:']);
    expect(labels('/quiz count:')).toEqual(['count:5', 'count:10', 'count:20']);
    expect(labels('/quiz count:10 ')).toEqual(['seconds:', 'level:', 'teams:', 'lobby:', 'topics:']);
    expect(labels('/quiz count:10 le')).toEqual(['level:']);
    expect(offered('/quiz count:10 level:h')).toEqual([
      { text: '/quiz count:10 level:hard ', label: 'level:hard', hint: 'Level' },
    ]);
  });

  it('are found by the beginning of a value, and of the last of several', () => {
    expect(labels('/practice 5 har')).toEqual(['level:hard']);
    expect(labels('/practice topics:losses,vi')).toEqual(['topics:losses,vision']);
    expect(labels('/daily on time:09:00 Ber')).toEqual(['zone:Europe/Berlin']);
    expect(labels('/daily on days:mon,we')).toEqual(['days:mon,wed']);
  });

  it('leave out what was said without its name', () => {
    expect(labels('/quiz 10 20s hard ')).toEqual(['teams:', 'lobby:', 'topics:']);
  });

  it('are nothing for other text', () => {
    for (const typed of ['/quiz', '/daily now', 'quiz ', '/pytorch quiz ']) {
      expect(completeOptions(typed, { topics, zones })).toBeNull();
    }
  });

  it('are what the parser takes, wherever one stops', () => {
    const commands = ['/quiz ', '/practice ', '/random ', '/leaderboard ', '/daily on time:09:00 '];
    for (const command of commands) {
      const names = offered(command).map(({ text }) => text);
      const whole = names.flatMap((text) => (text.endsWith(' ') ? [text] : offered(text).map((next) => next.text)));
      expect(whole.length).toBeGreaterThan(3);
      for (const text of whole) expect(['ask', 'mistake'], text).not.toContain(commandOf(text.slice(1)).kind);
    }
  });
});
