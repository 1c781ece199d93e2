import { applicationId, snowflake } from './fixtures.ts';
import type { Answer, Message } from './interactions.ts';
import { invalid, refuse } from './interactions.ts';
import type { Json } from './json.ts';
import { toObject, toText } from './json.ts';
import type { Permission } from './permissions.ts';
import { writtenPermissions } from './permissions.ts';
import { validateMessage } from './validate-message.ts';

export type Channel = {
  readonly id: string;
  readonly kind: 'text' | 'thread' | 'direct';
  readonly parent: string | null;
  name: string;
  archived: boolean;
  locked: boolean;
  /** What the bot may not do here. */
  readonly denied: Set<Permission>;
  /** What it may do here beyond its invitation. */
  readonly granted: Set<Permission>;
  /** Oldest first. */
  readonly messages: Message[];
};

export const bot = { id: applicationId, username: 'bot', discriminator: '0', avatar: null, bot: true };

/** For how long a nonce is kept, in ms: "the past few minutes". */
const nonceWindow = 180_000;

/** Channels, threads and direct messages of one server: what the bot posts there, and what it may not. */
export class Channels {
  readonly #channels = new Map<string, Channel>();
  readonly #gone = new Set<string>();
  readonly #types = new Map<string, number>();
  readonly #byNonce = new Map<string, { readonly message: Message; readonly until: number }>();
  readonly #direct = new Map<string, string>();
  readonly #closed = new Set<string>();
  /** Private threads that the bot was not added to. */
  readonly strange = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A channel, which is there and open to the bot unless a test says otherwise. */
  get(id: string): Channel {
    return this.#channels.get(id) ?? this.#add(id, 'text', null);
  }

  /** A channel or thread if it is there; none is made. */
  find(id: string): Channel | null {
    return this.#channels.get(id) ?? null;
  }

  /** The channel in which the bot writes to a person alone. */
  directWith(user: string): Channel {
    const id = this.#direct.get(user) ?? snowflake(this.#now());
    this.#direct.set(user, id);
    return this.#channels.get(id) ?? this.#add(id, 'direct', null);
  }

  /** Makes it another kind of channel than one of text, as Discord numbers them. */
  setType(id: string, type: number): void {
    this.#types.set(id, type);
  }

  /** A thread in a channel, as somebody else has opened it. */
  openThread(id: string, parent: string, type: 10 | 11 | 12): Channel {
    this.setType(id, type);
    return this.#channels.get(id) ?? this.#add(id, 'thread', parent);
  }

  /** What an interaction says of its channel: of which kind it is, whether it is closed, and what the bot may do there. */
  described(id: string, parent: string | undefined) {
    const channel = this.#channels.get(id);
    const source = this.#channels.get(channel?.parent ?? parent ?? id);
    const type = this.#types.get(id);
    return {
      ...(type === undefined ? {} : { channelType: type }),
      ...(typeof channel?.parent === 'string' ? { parent: channel.parent } : {}),
      thread: { archived: channel?.archived ?? false, locked: channel?.locked ?? false },
      appPermissions: writtenPermissions(source?.denied ?? new Set(), source?.granted ?? new Set()),
    };
  }

  /** Deletes a channel; `everything` there is unknown from then on. */
  remove(id: string): void {
    this.#gone.add(id);
  }

  /** Somebody writes into a channel. */
  say(id: string, content: string, author = '100000000000000042'): void {
    this.get(id).messages.push({ id: snowflake(this.#now()), body: { content }, flags: 0, deleted: false, author });
  }

  /** This person takes no messages from the bot. */
  close(user: string): void {
    this.#closed.add(this.directWith(user).id);
  }

  answer(method: string, parts: readonly string[], body: Json, query: URLSearchParams, files: readonly File[]): Answer {
    const [id = '', section, message = '', threads] = parts;
    if (this.#gone.has(id)) return refuse(404, 10_003, 'Unknown Channel');
    const channel = this.#channels.get(id) ?? this.#add(id, 'text', null);
    if (this.#isDenied(channel, 'view') || this.strange.has(id)) return refuse(403, 50_001, 'Missing Access');
    if (section === undefined)
      return method === 'PATCH'
        ? this.#change(channel, body)
        : {
            status: 200,
            body: { id, type: this.#typeOf(channel), last_message_id: channel.messages.at(-1)?.id ?? null },
          };
    if (section !== 'messages') return refuse(404, 0, '404: Not Found');
    if (message === '') return method === 'POST' ? this.#post(channel, body, files) : this.#list(channel, query);
    const found = channel.messages.find((candidate) => candidate.id === message && !candidate.deleted);
    if (found === undefined) return refuse(404, 10_008, 'Unknown Message');
    if (threads === 'threads') return this.#startThread(channel, found, body);
    return method === 'PATCH' ? this.#edit(channel, found, body, files) : refuse(405, 0, '405: Method Not Allowed');
  }

  /** `POST /users/@me/channels` */
  open(user: string): Answer {
    return { status: 200, body: { id: this.directWith(user).id, type: 1 } };
  }

  #typeOf({ id, kind }: Channel): number {
    return this.#types.get(id) ?? { text: 0, thread: 11, direct: 1 }[kind];
  }

  #add(id: string, kind: Channel['kind'], parent: string | null): Channel {
    const channel: Channel = {
      id,
      kind,
      parent,
      name: '',
      archived: false,
      locked: false,
      denied: new Set(),
      granted: new Set(),
      messages: [],
    };
    this.#channels.set(id, channel);
    return channel;
  }

  /** Threads have the permissions of their channel. */
  #isDenied(channel: Channel, permission: Permission): boolean {
    return (
      channel.denied.has(permission) || (channel.parent !== null && this.get(channel.parent).denied.has(permission))
    );
  }

  #mayNot(channel: Channel, body: Json, files: readonly File[]): Answer | null {
    if (this.#closed.has(channel.id)) return refuse(403, 50_007, 'Cannot send messages to this user');
    const needed: Permission = channel.kind === 'thread' ? 'send-in-threads' : 'send';
    const denied = (permission: Permission) => this.#isDenied(channel, permission);
    const embeds = (body['embeds'] ?? []) as readonly unknown[];
    const lacking = denied(needed) || (files.length > 0 && denied('attach')) || (embeds.length > 0 && denied('embed'));
    if (channel.kind !== 'direct' && lacking) return refuse(403, 50_013, 'Missing Permissions');
    const manages = channel.parent !== null && this.get(channel.parent).granted.has('manage-threads');
    if (channel.archived && channel.locked) return refuse(400, 50_083, 'Thread is archived');
    if (channel.locked && !manages) return refuse(403, 160_005, 'Thread is locked');
    return null;
  }

  #post(channel: Channel, body: Json, files: readonly File[]): Answer {
    const refused = this.#mayNot(channel, body, files);
    if (refused !== null) return refused;
    if ([15, 16].includes(this.#typeOf(channel)))
      return refuse(400, 50_008, 'Cannot send messages in a non-text channel');
    const problems = validateMessage(body, { files, mayCallRole: true });
    if (problems.length > 0) return invalid(problems);
    const nonce = toText(body['nonce']);
    const earlier = body['enforce_nonce'] === true ? this.#byNonce.get(nonce) : undefined;
    if (earlier !== undefined && earlier.until > this.#now())
      return { status: 200, body: view(earlier.message, channel) };
    // Writing into an archived thread opens it again.
    channel.archived = false;
    const message: Message = { id: snowflake(this.#now()), body, flags: 0, deleted: false, files };
    channel.messages.push(message);
    if (nonce !== '') this.#byNonce.set(nonce, { message, until: this.#now() + nonceWindow });
    return { status: 200, body: { ...view(message, channel), ...(nonce === '' ? {} : { nonce }) } };
  }

  #edit(channel: Channel, message: Message, body: Json, files: readonly File[]): Answer {
    if (channel.archived) return refuse(400, 50_083, 'Thread is archived');
    if (files.length > 0 && channel.denied.has('attach')) return refuse(403, 50_013, 'Missing Permissions');
    const problems = validateMessage({ content: message.body['content'], ...body }, { files, mayCallRole: true });
    if (problems.length > 0) return invalid(problems);
    message.body = { ...message.body, ...body };
    if (body['attachments'] !== undefined) message.files = files;
    message.edits = (message.edits ?? 0) + 1;
    return { status: 200, body: view(message, channel) };
  }

  /** An empty list, and no error, where the bot may not read the history. */
  #list(channel: Channel, query: URLSearchParams): Answer {
    if (channel.denied.has('history')) return { status: 200, body: [] };
    const limit = Number(query.get('limit') ?? 50);
    if (!(limit >= 1 && limit <= 100)) return invalid([`limit ${limit} of 1 to 100`]);
    const after = query.get('after');
    const visible = channel.messages.filter(({ deleted }) => !deleted);
    const chosen =
      after === null ? visible.slice(-limit) : visible.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
    return { status: 200, body: chosen.toReversed().map((message) => view(message, channel)) };
  }

  #startThread(channel: Channel, message: Message, body: Json): Answer {
    if (![0, 5].includes(this.#typeOf(channel)))
      return refuse(400, 50_024, 'Cannot execute action on this channel type');
    const name = toText(body['name']);
    const archive = Number(body['auto_archive_duration']);
    if (this.#isDenied(channel, 'create-threads')) return refuse(403, 50_013, 'Missing Permissions');
    if (channel.kind === 'thread') return refuse(400, 50_024, 'Cannot execute action on this channel type');
    if (this.#channels.has(message.id))
      return refuse(400, 160_004, 'A thread has already been created for this message');
    if (name.trim() === '' || name.length > 100) return invalid([`name of a thread: ${name.length} of 1 to 100`]);
    if (![60, 1440, 4320, 10_080].includes(archive)) return invalid([`auto_archive_duration ${archive}`]);
    const thread = this.#add(message.id, 'thread', channel.id);
    thread.name = name;
    // The first thing in a thread is a message of its own kind that shows what it hangs under.
    thread.messages.push({ id: snowflake(this.#now()), body: { type: 21 }, flags: 0, deleted: false });
    return { status: 201, body: { id: thread.id, type: 11, parent_id: channel.id, name } };
  }

  #change(channel: Channel, body: Json): Answer {
    if (channel.kind !== 'thread') return refuse(403, 50_013, 'Missing Permissions');
    if (channel.locked || channel.denied.has('send-in-threads')) return refuse(403, 50_013, 'Missing Permissions');
    channel.archived = body['archived'] === true;
    return { status: 200, body: { id: channel.id } };
  }
}

/** A message as it is read later: without its nonce, and with what was attached. */
function view(message: Message, channel: Channel) {
  const { nonce: _nonce, enforce_nonce: _enforce, allowed_mentions: _mentions, ...shown } = message.body;
  const described = (message.files ?? []).map((file, index) => ({
    id: String(index),
    filename: file.name,
    size: file.size,
  }));
  return {
    content: '',
    embeds: [],
    components: [],
    type: 0,
    ...shown,
    attachments: described,
    id: message.id,
    channel_id: channel.id,
    author: message.author === undefined ? bot : { id: message.author, username: 'somebody', discriminator: '0' },
    flags: message.flags,
    mentions: toObject(message.body)['mentions'] ?? [],
  };
}
