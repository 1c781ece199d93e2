export type Arguments = Readonly<Record<string, unknown>>;

/** A message as it stands in a channel. */
export type SimulatedMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly payload: Arguments;
  readonly edits: number;
};

/** A file that was shared, and where. */
export type SharedFile = {
  readonly id: string;
  readonly bytes: Buffer;
  readonly alt: string;
  readonly title: string;
  readonly channel: string;
  readonly thread: string | null;
};

/** A workspace as the Web API shows it: one bot, what it may do, and all that it did. */
export type Workspace = {
  /** Its id; that of the organisation where all of one has the bot. */
  readonly team: string;
  readonly isOrganisation: boolean;
  readonly botUser: string;
  /** The one that never expires, of who has set the app up by hand. */
  readonly botToken: string;
  readonly appToken: string;
  /** When the simulator was started, by its clock, in seconds. */
  readonly began: number;
  /** What the bot was granted; may be changed at any time. */
  scopes: string[];
  /** Channels of which something is to be told; all others exist, and the bot is in them. */
  readonly channels: Map<string, 'missing' | 'archived' | 'not-joined' | 'read-only'>;
  /** The word with which every call is refused once the app was removed; null as long as it is there. */
  removed: 'account_inactive' | 'token_revoked' | 'invalid_auth' | null;
  readonly messages: SimulatedMessage[];
  /** Messages that somebody has deleted, as `channel/ts`. */
  readonly deleted: Set<string>;
  /** Somebody deletes a message. */
  readonly remove: (channel: string, ts: string) => void;
  /** Private messages in channels. */
  readonly whispers: { readonly channel: string; readonly user: string; readonly payload: Arguments }[];
  readonly views: Arguments[];
  /** When each trigger was given, by Slack's clock in UTC ms; null for one that has opened a view. */
  readonly triggers: Map<string, number | null>;
  /** UTC ms. */
  readonly now: () => number;
  /** The time zones that people have chosen, by their ids; New York for everybody else. */
  readonly zones: Map<string, string>;
  /** The profiles of people, by their ids; nobody else has a name but that of their account. */
  readonly profiles: Map<string, { readonly display_name: string; readonly real_name: string }>;
  /** Pages of the app by person. */
  readonly homes: Map<string, Arguments>;
  readonly files: SharedFile[];
  readonly uploads: Map<string, { length: number; alt: string; bytes: Buffer | null }>;
  /** Where the next WebSocket is to be opened, and where a file is to be sent. */
  readonly socketUrl: () => string;
  readonly uploadUrl: (file: string) => string;
  /** A time stamp of Slack's clock that no other message has. */
  readonly nextTs: () => string;
};

/** Everything that this bot may ever ask for; https://docs.slack.dev/reference/scopes */
export const allScopes = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'channels:history',
  'groups:history',
  'files:write',
  'chat:write.public',
  'users:read',
];

export type WorkspaceAddresses = Pick<Workspace, 'socketUrl' | 'uploadUrl'>;

/** The workspace that is there from the beginning, and the bot's person in it. */
export const firstTeam = { team: 'T1', isOrganisation: false, botUser: 'UBOT', botToken: 'xoxb-1-simulated' } as const;

export type Team = Pick<Workspace, 'team' | 'isOrganisation' | 'botUser' | 'botToken'>;

/** `clock` is Slack's, in UTC ms. */
export function createWorkspace(addresses: WorkspaceAddresses, clock: () => number, team: Team = firstTeam): Workspace {
  let last = 0;
  const messages: SimulatedMessage[] = [];
  const deleted = new Set<string>();
  return {
    ...addresses,
    ...team,
    appToken: 'xapp-1-simulated',
    began: clock() / 1000,
    triggers: new Map(),
    now: clock,
    scopes: [...allScopes],
    channels: new Map(),
    removed: null,
    messages,
    deleted,
    remove: (channel, ts) => {
      const at = messages.findIndex((message) => message.channel === channel && message.ts === ts);
      if (at >= 0) messages.splice(at, 1);
      deleted.add(`${channel}/${ts}`);
    },
    whispers: [],
    views: [],
    zones: new Map(),
    profiles: new Map(),
    homes: new Map(),
    files: [],
    uploads: new Map(),
    nextTs: () => {
      last = Math.max(last + 1, clock() * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
  };
}

/** The conversation in which a person talks with the bot alone. */
export function directChannel(user: string): string {
  return `D${user.slice(1)}`;
}
