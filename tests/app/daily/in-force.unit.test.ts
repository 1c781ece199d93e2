import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenDaily } from '../../../src/app/daily/in-force.ts';
import { composeCommand } from '../../../src/core/command/compose.ts';
import { optionsOf } from '../../../src/core/command/options.ts';
import type { DailySettings } from '../../../src/core/daily/settings.ts';
import { levels } from '../../../src/core/question.ts';
import { weekdays } from '../../../src/core/schedule/local-date.ts';
import { commandOf, topics } from '../../core/command-of.ts';
import { runs } from '../../corpora/runs.ts';

const settings: fc.Arbitrary<DailySettings> = fc.record(
  {
    time: fc.record({ hour: fc.nat(23), minute: fc.nat(59) }),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    topic: fc.constantFrom(...topics.map(({ id }) => id)),
    level: fc.constantFrom(...levels),
    thread: fc.boolean(),
    ping: fc.option(fc.constantFrom('@ml', '<!subteam^S1|@ml>')),
  },
  { requiredKeys: ['time', 'zone', 'days', 'thread', 'ping'] },
);

describe('the settings of a daily question', () => {
  it('are set up anew by the options that they are shown as', () => {
    fc.assert(
      fc.property(settings, (before) => {
        const typed = composeCommand('daily on', optionsOf('daily on', topics), chosenDaily(before));
        const { zone: zoneText, ...others } = before;
        expect(commandOf(typed)).toEqual({ kind: 'daily', action: 'on', settings: { ...others, zoneText } });
      }),
      runs(200),
    );
  });
});
