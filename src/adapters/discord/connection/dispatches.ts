import type { APIMessageComponentButtonInteraction, SimpleShardingStrategy } from 'discord.js';
import { ComponentType, InteractionType } from 'discord.js';

/** The one of `@discordjs/ws`; discord.js uses the name for a class of its own. */
export type GatewayManager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** Dispatches that discord.js gets to see; https://discord.com/developers/docs/events/gateway-events#receive-events */
const needed: readonly unknown[] = ['READY', 'RESUMED', 'INTERACTION_CREATE'];

/** What a pressed button is called for discord.js, which passes on what it does not know (`raw`) and makes nothing of it. */
const pressed = 'BUTTON_PRESSED';

/** What is read of the payloads of `ready` and `dispatch`. */
type Payload = {
  readonly data: { readonly t?: unknown; readonly d?: unknown; readonly guilds?: unknown } & Readonly<
    Record<string, unknown>
  >;
};

/**
 * Keeps from discord.js what this bot does not use. With the intent Guilds it would build every server with its channels
 * and roles, some 80 KB each whatever its caches may hold, and wait with its start until all have come. Removal is told
 * as GUILD_DELETE without `unavailable`; with it, only Discord is in trouble
 * (https://discord.com/developers/docs/events/gateway-events#guild-delete). `removed` gets the server's id.
 */
export function keepOnlyNeeded(manager: GatewayManager, removed: (server: string) => void): void {
  const emit = manager.emit.bind(manager) as (event: unknown, payload: unknown) => boolean;
  const filtered = (event: unknown, payload: Payload): boolean => {
    if (event === 'ready') return emit(event, { ...payload, data: withoutServers(payload.data) });
    if (event !== 'dispatch') return emit(event, payload);
    const { t: name, d } = payload.data;
    if (name === 'GUILD_DELETE') noteRemoval(d, removed);
    if (!needed.includes(name)) return true;
    if (isPress(d)) return emit(event, { ...payload, data: { ...payload.data, t: pressed } });
    return emit(event, name === 'READY' ? { ...payload, data: { ...payload.data, d: withoutServers(d) } } : payload);
  };
  Object.assign(manager, { emit: filtered });
}

/** The press in what discord.js passes on as `raw`; null where it is something else. */
export function pressIn(packet: unknown): APIMessageComponentButtonInteraction | null {
  const { t: name, d } = packet as { readonly t?: unknown; readonly d: APIMessageComponentButtonInteraction };
  return name === pressed ? d : null;
}

function isPress(sent: unknown): boolean {
  const { type, data } = sent as { readonly type?: unknown; readonly data?: { readonly component_type?: unknown } };
  return type === InteractionType.MessageComponent && data?.component_type === ComponentType.Button;
}

function withoutServers(ready: unknown): object {
  return { ...(ready as object), guilds: [] };
}

function noteRemoval(given: unknown, removed: (server: string) => void): void {
  const { id, unavailable } = given as { readonly id?: unknown; readonly unavailable?: unknown };
  if (typeof id === 'string' && unavailable !== true) removed(id);
}
