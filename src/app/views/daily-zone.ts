import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import type { DailySettings } from '../../core/daily/settings.ts';
import type { UnknownZone } from '../../core/schedule/time-zones.ts';
import type { TypedOffset } from '../../core/schedule/typed-offset.ts';
import { buttonId } from '../dispatch/button.ts';
import { namedChannel } from './channel.ts';

/**
 * Asks for the time zone of the daily question; a press completes the set-up that `draft` identifies. `typed`: what the
 * person wrote, empty for nothing.
 */
export function chooseZoneCard(typed: string, unknown: Omit<UnknownZone, 'kind'>, draft: string): Card {
  const example = 'daily on 09:00 Europe/Berlin';
  return askZoneCard(typed, unknown, {
    ...{ example, what: 'the daily question' },
    button: (zone) => buttonId('zone', draft, zone),
  });
}

/** What a time zone is asked for: how it is typed with one, how it is called, and what chooses a zone for it. */
type ForWhat = { readonly example: string; readonly what: string; readonly button: (zone: string) => string };

/** Asks for the time zone of anything that comes at a time of day; `typed`: what the person wrote, empty for nothing. */
export function askZoneCard(typed: string, { suggestions, offset }: Omit<UnknownZone, 'kind'>, forWhat: ForWhat): Card {
  return {
    tone: 'notice',
    title: 'Which time zone?',
    body: [
      paragraph(
        ...(offset === undefined
          ? unread(typed, suggestions, forWhat)
          : offsetExplained(typed, offset, suggestions, forWhat)),
      ),
      ...choices(suggestions, forWhat),
      ...(suggestions.length > 0 ? [muted('Or say which city: ', hint(forWhat.example), '.')] : []),
    ],
  };
}

function unread(typed: string, suggestions: readonly string[], { example, what }: ForWhat): Rich {
  const said = typed === '' ? '' : `I do not know the time zone “${typed.slice(0, 60)}”. `;
  if (suggestions.length === 0) {
    return [
      { kind: 'text', text: `${said}Write region and city, for instance ` },
      hint(example),
      { kind: 'text', text: '.' },
    ];
  }
  const asked =
    typed === ''
      ? `One press, and ${what} comes at that time there.`
      : `Did you mean ${suggestions.length === 1 ? 'this' : 'one of these'}? One press, and it is set up.`;
  return [{ kind: 'text', text: said + asked }];
}

/** Why a UTC offset is not accepted, and that `Etc/GMT+5` does not mean what most people expect. */
function offsetExplained(
  typed: string,
  { minutes, inverted, shifts }: TypedOffset & { readonly shifts: boolean },
  suggestions: readonly string[],
  { example }: ForWhat,
): Rich {
  const behind = minutes < 0 ? 'behind' : 'ahead of';
  const meant = inverted
    ? `“${typed.slice(0, 60)}” means ${distance(minutes)} ${behind} UTC, whatever its sign suggests. `
    : '';
  const why = shifts
    ? 'Many places put their clocks forward for part of the year, and then an offset would be an hour out. '
    : 'A place keeps up with changes to its clocks; an offset does not. ';
  if (suggestions.length === 0) {
    return [
      { kind: 'text', text: `No place is that far from UTC. Write region and city, for instance ` },
      hint(example),
      { kind: 'text', text: '.' },
    ];
  }
  return [{ kind: 'text', text: `${meant}${why}Which of these places, where it is that time now, do you mean?` }];
}

function distance(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${rest === 0 ? '' : ` and ${rest} minutes`}`;
}

function choices(zones: readonly string[], { button }: ForWhat): readonly CardNode[] {
  if (zones.length === 0) return [];
  return [{ kind: 'actions', actions: zones.map((zone) => ({ id: button(zone), label: zone })) }];
}

/** The buttons are only for the person who asked. */
export function notYourDraftCard(): Card {
  return {
    tone: 'notice',
    title: 'That is for somebody else to choose',
    body: [paragraph('To set up a daily question yourself: ', hint('daily on 09:00 Europe/Berlin'), '.')],
  };
}

/** Told once to the person who set it up, while the rules at hand do not know its zone. */
export function dailyWaitingCard(channel: string, { zone }: Pick<DailySettings, 'zone'>): Card {
  return {
    tone: 'notice',
    title: 'A daily question waits',
    body: [
      paragraph(
        'In the channel ',
        namedChannel(channel),
        ' it is set up for the time zone ',
        { kind: 'code', text: zone },
        ', which the time zone rules of this bot do not know just now. Points, boards and streaks go on.',
      ),
      paragraph(
        'It goes on by itself once the rules know that zone again. To have it sooner, set it up there for another one: ',
        hint('daily on 09:00 Europe/Berlin'),
        '.',
      ),
    ],
  };
}
