import type { TimerHandler } from '../delivery/timers.ts';
import type { Button, Verb } from '../dispatch/button.ts';
import type { Feature } from '../dispatch/feature.ts';
import type { ChannelBanks } from './channel-banks.ts';
import type { Library } from './library.ts';

/** Buttons that name a question or a topic first: they are of its bank, whatever bank is in use meanwhile. */
const aboutQuestions: readonly Verb[] = [
  ...(['topic', 'show', 'choose', 'more', 'less', 'share', 'good', 'bad'] as const),
  ...(['practise', 'practice-on', 'quiz-on'] as const),
];

/** The features that every bank has of its own, as one: an event goes to those of its channel's bank. */
export function byBank(
  featuresOf: (bank: string) => readonly Feature[],
  { nameOf }: Pick<Library, 'nameOf'>,
  { of: bankOf }: Pick<ChannelBanks, 'of'>,
): Feature {
  const first = <Found>(bank: string, find: (feature: Feature) => Found | null): Found | null => {
    for (const feature of featuresOf(bank)) {
      const found = find(feature);
      if (found !== null) return found;
    }
    return null;
  };
  const meant = ({ verb, args: [id] }: Button, channel: string): string =>
    id !== undefined && aboutQuestions.includes(verb) ? nameOf(id) : bankOf(channel);

  return {
    run: (command, circumstances) =>
      first(bankOf(circumstances.caller.channel), (feature) => feature.run(command, circumstances)),
    press: (button, circumstances) =>
      first(meant(button, circumstances.caller.channel), (feature) => feature.press(button, circumstances)),
    take: (about, text, circumstances) =>
      first(bankOf(circumstances.caller.channel), (feature) => feature.take?.(about, text, circumstances) ?? null),
    own: (about, reader) => first(bankOf(reader.channel), (feature) => feature.own?.(about, reader) ?? null),
    inForce: (command, reader) =>
      first(bankOf(reader.channel), (feature) => feature.inForce?.(command, reader) ?? null),
  };
}

/** Handlers of timers, each of a channel that its payload names, by the bank of that channel. */
export function timersByBank(
  handlersOf: (bank: string) => readonly (readonly [string, TimerHandler])[],
  { of: bankOf }: Pick<ChannelBanks, 'of'>,
): readonly (readonly [string, TimerHandler])[] {
  const of = onceForEach((bank) => new Map(handlersOf(bank)));
  return [...of('')].map(([kind, standard]) => [
    kind,
    (timer) => {
      const { channel } = timer.payload as { readonly channel: string };
      return (of(bankOf(channel)).get(kind) ?? standard)(timer);
    },
  ]);
}

/** Makes something for each bank when it is first asked for, and keeps it. */
export function onceForEach<Made>(make: (bank: string) => Made): (bank: string) => Made {
  const made = new Map<string, Made>();
  return (bank) => {
    const known = made.get(bank) ?? make(bank);
    made.set(bank, known);
    return known;
  };
}
