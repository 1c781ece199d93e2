import type { Migration } from 'kysely/migration';
import type { EngineKind } from '../engine.ts';
import { foundation } from './0001-foundation.ts';
import { teamPeriods } from './0002-team-periods.ts';
import { askedItems } from './0003-asked-items.ts';
import { zoneRules } from './0004-zone-rules.ts';
import { votes } from './0005-votes.ts';
import { clicks } from './0006-clicks.ts';
import { memory } from './0007-memory.ts';
import { shownPeople } from './0008-shown-people.ts';
import { ratings } from './0009-ratings.ts';
import { dailyPractice } from './0010-daily-practice.ts';
import { freezes } from './0011-freezes.ts';
import { progressPages } from './0012-progress-pages.ts';
import { flags } from './0013-flags.ts';
import { interviews } from './0014-interviews.ts';
import { reminders } from './0015-reminders.ts';
import { peers } from './0016-peers.ts';
import { channelBanks } from './0017-channel-banks.ts';
import { installations } from './0018-installations.ts';
import { fairOutbox } from './0019-fair-outbox.ts';
import { suggestions } from './0020-suggestions.ts';
import { seasons } from './0021-seasons.ts';

/** Every migration by name. Names sort in the order in which they run, and a published one never changes. */
export function migrations(kind: EngineKind): Readonly<Record<string, Migration>> {
  return {
    '0001-foundation': foundation(kind),
    '0002-team-periods': teamPeriods(kind),
    '0003-asked-items': askedItems(kind),
    '0004-zone-rules': zoneRules(kind),
    '0005-votes': votes(kind),
    '0006-clicks': clicks(kind),
    '0007-memory': memory(kind),
    '0008-shown-people': shownPeople(kind),
    '0009-ratings': ratings(kind),
    '0010-daily-practice': dailyPractice(kind),
    '0011-freezes': freezes(kind),
    '0012-progress-pages': progressPages(kind),
    '0013-flags': flags(kind),
    '0014-interviews': interviews(kind),
    '0015-reminders': reminders(kind),
    '0016-peers': peers(kind),
    '0017-channel-banks': channelBanks(kind),
    '0018-installations': installations(kind),
    '0019-fair-outbox': fairOutbox(),
    '0020-suggestions': suggestions(kind),
    '0021-seasons': seasons(kind),
  };
}
