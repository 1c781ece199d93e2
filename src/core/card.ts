/**
 * One message, independent of any platform. Plain JSON: it can be stored, compared and asserted on. Nothing in it is
 * escaped; that is each renderer's job, so that no untrusted text can ping anyone or add formatting. A card that is frozen is a
 * constant, shown again and again: an adapter may keep what it made of it.
 */
export type Card = {
  readonly title?: string;
  readonly tone?: Tone;
  readonly body: readonly CardNode[];
  /** Sent with the message to whoever asked for it, and kept nowhere. Only private replies have one. */
  readonly file?: CardFile;
};

/** A text to be saved: its name, its media type, and what is in it. */
export type CardFile = { readonly name: string; readonly type: string; readonly text: string };

export type Tone = 'neutral' | 'good' | 'bad' | 'notice';

export type CardNode =
  | TextNode
  | ListNode
  | CodeNode
  | FieldsNode
  | TableNode
  | ImageNode
  | PictureNode
  | { readonly kind: 'divider' }
  | ActionsNode
  | ChoicesNode
  | TallyNode
  | OwnNode
  | PodiumNode;

/** A paragraph. `muted` is for small print: topic, source, side notes. */
export type TextNode = { readonly kind: 'text'; readonly text: Rich; readonly muted?: true };

/** `start` is the number of the first item of an ordered list; 1 by default. */
export type ListNode = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start?: number;
  readonly items: readonly Rich[];
};

export type CodeNode = { readonly kind: 'code'; readonly code: string; readonly language?: string };

export type FieldsNode = { readonly kind: 'fields'; readonly fields: readonly Field[] };

export type Field = { readonly name: string; readonly value: Rich };

/** Cells are rich text, since API names in a table should look like code, as everywhere else. */
export type TableNode = {
  readonly kind: 'table';
  readonly headers: readonly Rich[];
  readonly rows: readonly (readonly Rich[])[];
};

export type ImageNode = { readonly kind: 'image'; readonly url: string; readonly alt: string };

/**
 * A picture that is drawn when the card is sent, on surfaces that can attach one. Elsewhere it is left out, so the
 * words beside it must say the same.
 */
export type PictureNode = { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string };

/** What is drawn. */
export type Picture = RankedPicture | ProgressPicture;

/** How somebody comes on: each topic with its share of right answers, of all and week by week. */
export type ProgressPicture = {
  readonly kind: 'progress';
  readonly title: string;
  /** Some numbers in a line below the title. */
  readonly summary: string;
  readonly topics: readonly {
    readonly name: string;
    /** Share of right answers, in [0, 1]. */
    readonly accuracy: number;
    /** The same of each week, the oldest first; null where nothing was answered. */
    readonly weeks: readonly (number | null)[];
  }[];
};

/** The rows of a board, best first; on a podium the first three stand on its steps. */
export type RankedPicture = {
  readonly kind: 'podium' | 'board';
  readonly title: string;
  readonly rows: readonly {
    readonly rank: number;
    readonly name: string;
    readonly points: number;
    /** Share of correct answers, in [0, 1]. */
    readonly accuracy: number;
  }[];
};

/** Buttons. `apart`: for whoever runs things, kept away from what everybody presses. */
export type ActionsNode = { readonly kind: 'actions'; readonly actions: readonly Action[]; readonly apart?: true };

/** A button. `id` is a short key that comes back when it is pressed; it carries no state. */
export type Action = {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  /** Seldom wanted: it stands back where a surface can let it. */
  readonly quiet?: true;
};

/**
 * A question's options. Where options are pressed themselves each is a button; elsewhere they are a list, the note, and a row
 * of buttons with their letters (`withoutTiles`).
 */
export type ChoicesNode = {
  readonly kind: 'choices';
  readonly options: readonly { readonly letter: string; readonly text: Rich; readonly action: string }[];
  /** Said between the options and their letters: how long there is left, how many have chosen. */
  readonly note?: Rich;
  /** How long the countdown that ends in `note` is from its beginning, in ms; left out where nothing counts down. */
  readonly limit?: number;
  /** The place of the option that this reader has chosen, 0 for the first; left out where that is not known. */
  readonly chosen?: number;
};

/** A question's options once it is closed, with how many chose each; `right` is the place of the right one. */
export type TallyNode = {
  readonly kind: 'tally';
  readonly options: readonly { readonly letter: string; readonly text: Rich; readonly count: number }[];
  readonly right: number;
  /** As in `ChoicesNode`. */
  readonly chosen?: number;
};

/**
 * Where each reader is told what concerns them alone, in a card that all can see: `id` names what it is about, as a button's
 * does, and carries nothing of anybody. A surface that shows everybody a card of their own asks for it when it shows the card
 * (`withOwn`); on all others it is left out, so the words beside must do without.
 */
export type OwnNode = { readonly kind: 'own'; readonly id: string; readonly told?: Own };

/**
 * What concerns one reader: their choice by its place, 0 for the first; the id of an action that they have taken, which is not
 * the first thing to press any more; and what is said to them, empty for nothing.
 */
export type Own = { readonly chosen?: number; readonly taken?: string; readonly tone: Tone; readonly text: Rich };

/**
 * Those who stand on a podium, best first; `rest` are as many more who share a place. Elsewhere than where tiles are it is a
 * list with medals.
 */
export type PodiumNode = {
  readonly kind: 'podium';
  readonly rows: readonly {
    readonly rank: number;
    readonly user: string;
    readonly name: string;
    /** In words, with their unit. */
    readonly points: string;
  }[];
  readonly rest: number;
};

/** Inline text as data. */
export type Rich = readonly Span[];

export type Span = TextSpan | CodeSpan | LinkSpan | TimeSpan | PersonSpan | ChannelSpan | GroupSpan | CommandSpan;

export type TextSpan = {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
};

export type CodeSpan = { readonly kind: 'code'; readonly text: string };

export type LinkSpan = { readonly kind: 'link'; readonly text: string; readonly url: string };

/**
 * An instant, shown in the reader's own time zone or as a countdown; `text` is the fallback where neither is possible.
 * Whoever shows a countdown reckons it by the clock of those who read it: see `resolveTimes`.
 */
export type TimeSpan = {
  readonly kind: 'time';
  readonly text: string;
  readonly style: 'relative' | 'time' | 'date-time';
  /** UTC ms; from the moment of sending on if `from` is `sending`, by the bot's steady clock if it is `bot`. */
  readonly at: number;
  readonly from?: 'sending' | 'bot';
};

/** A person by user key; shown by name, and never pinged. */
export type PersonSpan = { readonly kind: 'person'; readonly text: string; readonly user: string };

/** A channel by channel key, as a link where there is one; `text` names it elsewhere. */
export type ChannelSpan = { readonly kind: 'channel'; readonly text: string; readonly channel: string };

/** A group of people, by the word that calls it (`Post.ping`); shown by name, and never called by being shown. */
export type GroupSpan = { readonly kind: 'group'; readonly text: string; readonly group: string };

/**
 * Something to type. `text` is what stands behind the look-up command or a mention (`quiz 10 teams`; empty for the look-up
 * command alone); each surface says it as it is typed there (`resolveCommands`). `handle` says in the platform's
 * own terms how it is pressed: the id of a command, or what a press does; absent where it is text alone.
 */
export type CommandSpan = { readonly kind: 'command'; readonly text: string; readonly handle?: string };

/** A hint of what to type, in the words that follow the look-up command. */
export function hint(text: string): CommandSpan {
  return { kind: 'command', text };
}

/** `rich('plain words')`: one unformatted span. */
export function rich(text: string): Rich {
  return [{ kind: 'text', text }];
}

/** A paragraph of unformatted words and ready-made spans. */
export function paragraph(...parts: readonly (string | Span)[]): TextNode {
  return { kind: 'text', text: toRich(parts) };
}

/** Small print: like `paragraph`, but muted. */
export function muted(...parts: readonly (string | Span)[]): TextNode {
  return { kind: 'text', text: toRich(parts), muted: true };
}

/** All buttons of a card, in order. */
export function buttonsOf(card: Card): readonly Action[] {
  return card.body.flatMap(actionsOf);
}

function actionsOf(node: CardNode): readonly Action[] {
  if (node.kind === 'choices') return node.options.map(({ action, letter }) => ({ id: action, label: letter }));
  return node.kind === 'actions' ? node.actions : [];
}

/** The words of rich text without formatting; a link keeps its words and loses its address. */
export function plainText(text: Rich): string {
  return text.map((span) => span.text).join('');
}

function toRich(parts: readonly (string | Span)[]): Rich {
  return parts.map((part) => (typeof part === 'string' ? { kind: 'text', text: part } : part));
}
