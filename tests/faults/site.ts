/** A message as it stands on a simulated platform. */
export type SiteMessage = {
  readonly id: string;
  readonly channel: string;
  /** The message that its thread hangs under, null in the channel itself. */
  readonly thread: string | null;
  /** What the bot marked it with; `Site.mark` makes it of the key of an outgoing. */
  readonly mark: string;
  readonly buttons: readonly string[];
  /** By the platform's clock, UTC ms. */
  readonly at: number;
};

/** Somebody's click or command. `words`: what they were told in private, as far as they have been by now. */
export type Asked = { readonly at: number; readonly words: () => string | null };

/** One platform with its people, as a test needs it: the same for all platforms. */
export type Site = {
  readonly platform: 'slack' | 'discord';
  /** Every press is delivered again, so many ms later; null for once only. */
  repeatAfter: (() => number) | null;
  readonly startQuiz: (user: string, channel: string, count: number, seconds: number) => Asked;
  readonly dailyOn: (user: string, channel: string, time: string) => Asked;
  readonly press: (user: string, message: SiteMessage, button: string) => Asked;
  /** In a channel and its threads, oldest first. */
  readonly messages: (channel: string) => readonly SiteMessage[];
  readonly channels: () => readonly string[];
  readonly mark: (key: string) => string;
  readonly channelKey: (channel: string) => string;
  readonly userKey: (user: string) => string;
  /** The variables that connect a bot. */
  readonly variables: Readonly<Record<string, string>>;
  /** What must not stand in any log. */
  readonly secrets: () => readonly string[];
  readonly stop: () => Promise<void>;
};
