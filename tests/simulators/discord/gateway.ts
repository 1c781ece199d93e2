import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { applicationId, botToken } from './fixtures.ts';
import type { Json } from './json.ts';
import { toObject, toText } from './json.ts';
import { wholeGuild } from './whole-guild.ts';

type Session = { readonly id: string; socket: WebSocket | null; sequence: number; readonly sent: Json[] };

/** Discord's gateway (https://discord.com/developers/docs/events/gateway) for one shard, with as many sessions as identify. */
export class Gateway {
  readonly #server: WebSocketServer;
  readonly #address: () => string;
  readonly sessions = new Map<string, Session>();
  /** Names of what the bots have sent: `identify`, `resume`, `heartbeat`. */
  readonly received: string[] = [];
  /** Intents of each IDENTIFY. */
  readonly intents: unknown[] = [];
  /** Shard and number of shards of each IDENTIFY. */
  readonly shards: unknown[] = [];
  heartbeatInterval = 41_250;
  /** Ids of the servers that the bot is in; without the intent Guilds they are all that it hears of them. */
  guilds: readonly string[] = [];
  /** How often a connection was made. */
  connections = 0;
  /** Takes connections and says nothing. */
  mute = false;
  /** Closes whoever identifies or resumes with this code; null for nobody. */
  refuse: number | null = null;

  constructor(server: Server, address: () => string) {
    this.#address = address;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => {
      this.connections += 1;
      if (this.mute) return;
      send(socket, { op: 10, d: { heartbeat_interval: this.heartbeatInterval } });
      socket.on('message', (data) => this.#receive(socket, toObject(JSON.parse(String(data)))));
    });
  }

  /** Sends an event to every session, as Discord does to all that are connected for a shard; kept for those that are not. */
  dispatch(type: string, data: unknown): void {
    for (const session of this.sessions.values()) this.#dispatchTo(session, type, data);
  }

  /** The bot was removed from a server, or the server is out of reach for a while; told to who has the intent Guilds. */
  loseGuild(id: string, unavailable = false): void {
    if (!unavailable) this.guilds = this.guilds.filter((guild) => guild !== id);
    this.dispatch('GUILD_DELETE', unavailable ? { id, unavailable } : { id });
  }

  /** Cuts all connections without a close frame; sessions can be resumed. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** `7`: reconnect, please. `9`: the session is gone, identify anew. */
  command(op: 7 | 9): void {
    if (op === 9) this.sessions.clear();
    for (const socket of this.#server.clients) send(socket, op === 9 ? { op, d: false } : { op, d: null });
  }

  /** Closes all connections with a code of Discord's, for instance 4004. */
  close(code: number): void {
    for (const socket of this.#server.clients) socket.close(code);
  }

  stop(): void {
    this.drop();
    this.#server.close();
  }

  #receive(socket: WebSocket, { op, d }: Json): void {
    const data = toObject(d);
    if (op === 1) {
      this.received.push('heartbeat');
      send(socket, { op: 11 });
    } else if (op === 2 || op === 6) {
      this.received.push(op === 2 ? 'identify' : 'resume');
      if (this.refuse !== null) socket.close(this.refuse);
      else if (data['token'] !== botToken) socket.close(4004);
      else if (op === 2) this.#identify(socket, data);
      else this.#resume(socket, data);
    }
  }

  #identify(socket: WebSocket, data: Json): void {
    this.intents.push(data['intents']);
    this.shards.push(data['shard']);
    const session: Session = { id: randomUUID(), socket, sequence: 0, sent: [] };
    this.sessions.set(session.id, session);
    socket.on('close', () => this.#forgetSocket(session, socket));
    this.#dispatchTo(session, 'READY', {
      v: 10,
      user: { id: applicationId, username: 'bot', discriminator: '0', avatar: null, bot: true },
      guilds: this.guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#address(),
      shard: data['shard'],
      application: { id: applicationId, flags: 0 },
    });
    if ((Number(data['intents']) & guildsIntent) === 0) return;
    for (const id of this.guilds) this.#dispatchTo(session, 'GUILD_CREATE', wholeGuild(id));
  }

  #resume(socket: WebSocket, data: Json): void {
    const session = this.sessions.get(toText(data['session_id']));
    if (session === undefined) {
      send(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    socket.on('close', () => this.#forgetSocket(session, socket));
    for (const payload of session.sent) if (Number(payload['s']) > Number(data['seq'])) send(socket, payload);
    this.#dispatchTo(session, 'RESUMED', {});
  }

  /** A session that was closed normally is over; any other may be resumed. */
  #forgetSocket(session: Session, socket: WebSocket): void {
    if (session.socket === socket) session.socket = null;
  }

  #dispatchTo(session: Session, type: string, data: unknown): void {
    session.sequence += 1;
    const payload = { op: 0, t: type, s: session.sequence, d: data };
    session.sent.push(payload);
    if (session.socket !== null) send(session.socket, payload);
  }
}

/** https://discord.com/developers/docs/events/gateway#list-of-intents */
const guildsIntent = 1;

function send(socket: WebSocket, payload: unknown): void {
  socket.send(JSON.stringify(payload));
}
