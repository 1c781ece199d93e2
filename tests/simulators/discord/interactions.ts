import { randomBytes } from 'node:crypto';
import type { Scene } from './fixtures.ts';
import { interactionBase, snowflake } from './fixtures.ts';
import type { Json } from './json.ts';
import { toObject } from './json.ts';
import type { InteractionKind } from './validate-callback.ts';
import { validateCallback } from './validate-callback.ts';
import { validateMessage } from './validate-message.ts';

export type Message = {
  readonly id: string;
  body: Json;
  flags: number;
  deleted: boolean;
  files?: readonly File[];
  /** Who wrote it, the bot if left out. */
  author?: string;
  /** How often it was edited by the bot itself. */
  edits?: number;
};

/** One interaction and what has become of it. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly scene: Scene;
  readonly createdAt: number;
  /** When the first answer was accepted, and when there were words in it or in place of it; UTC ms. */
  acknowledgedAt: number | null;
  answeredAt: number | null;
  /** The message whose button was pressed. */
  readonly source: Message | null;
  /** Callback types that were accepted: at most one. */
  readonly accepted: number[];
  choices: readonly unknown[];
  /** The form that was opened for it. */
  modal: Json | null;
  original: Message | null;
  readonly followUps: Message[];
};

/** An answer of the API: `problems` are violations of its rules by the bot. */
export type Answer = { readonly status: number; readonly body?: unknown; readonly problems?: readonly string[] };

const ephemeral = 64;
const loading = 128;

/** Discord's rules for interactions: 3 s for the first answer, one first answer only, 15 minutes for the rest. */
export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  /** How many first answers came after their 3 s. */
  late = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  create(
    kind: InteractionKind,
    scene: Scene,
    source: Message | null,
    fields: Json,
    at = this.#now(),
  ): { interaction: Interaction; event: Json } {
    const id = snowflake(at);
    const token = `token-${randomBytes(24).toString('base64url')}`;
    const interaction: Interaction = {
      id,
      token,
      kind,
      scene,
      source,
      createdAt: at,
      acknowledgedAt: null,
      answeredAt: null,
      accepted: [],
      choices: [],
      modal: null,
      original: null,
      followUps: [],
    };
    this.#byId.set(id, interaction);
    this.#byToken.set(token, interaction);
    return { interaction, event: { ...interactionBase(id, token, scene), ...fields } };
  }

  callback(id: string, token: string, body: Json, withResponse: boolean, files: readonly File[] = []): Answer {
    const interaction = this.#byId.get(id);
    if (interaction?.token !== token) return refuse(404, 10_062, 'Unknown interaction');
    if (interaction.accepted.length > 0) return refuse(400, 40_060, 'Interaction has already been acknowledged.');
    if (this.#now() - interaction.createdAt > 3000) {
      this.late += 1;
      return refuse(404, 10_062, 'Unknown interaction');
    }
    const problems = validateCallback(interaction.kind, body, files);
    if (problems.length > 0) return invalid(problems);
    this.#accept(interaction, Number(body['type']), toObject(body['data']), files);
    const resource = {
      interaction: { id, type: 2 },
      resource: { type: body['type'], message: view(interaction.original) },
    };
    return withResponse ? { status: 200, body: resource } : { status: 204 };
  }

  #accept(interaction: Interaction, type: number, data: Json, files: readonly File[]): void {
    interaction.accepted.push(type);
    interaction.acknowledgedAt = this.#now();
    if (type === 4 || type === 7) interaction.answeredAt = interaction.acknowledgedAt;
    if (type === 4 || type === 5) {
      const flags = Number(data['flags'] ?? 0) | (type === 5 ? loading : 0);
      interaction.original = { id: snowflake(this.#now()), body: type === 4 ? data : {}, flags, deleted: false, files };
    } else if (type === 6 || type === 7) {
      interaction.original = interaction.source;
      if (type === 7 && interaction.source !== null) {
        interaction.source.body = data;
        interaction.source.files = files;
      }
    } else if (type === 9) {
      interaction.modal = data;
    } else if (type === 8) {
      interaction.choices = (data['choices'] as readonly unknown[] | undefined) ?? [];
    }
  }

  /** `/webhooks/…/messages/@original` */
  original(method: string, token: string, body: Json, files: readonly File[] = []): Answer {
    const interaction = this.#find(token);
    if ('status' in interaction) return interaction;
    const { original } = interaction;
    if (original === null || original.deleted) return refuse(404, 10_008, 'Unknown Message');
    if (method === 'DELETE') {
      original.deleted = true;
      return { status: 204 };
    }
    if (method === 'PATCH') {
      const problems = validateMessage(body, { files });
      if (problems.length > 0) return invalid(problems);
      interaction.answeredAt ??= this.#now();
      original.body = { ...original.body, ...body };
      if (body['attachments'] !== undefined) original.files = files;
      original.flags &= ~loading;
    }
    return { status: 200, body: view(original) };
  }

  /** A follow-up. After a deferral Discord takes the first one for the answer, an old habit that is better not relied on. */
  follow(token: string, body: Json, files: readonly File[] = []): Answer {
    const interaction = this.#find(token);
    if ('status' in interaction) return interaction;
    const problems = validateMessage(body, { files });
    if (problems.length > 0) return invalid(problems);
    const { original } = interaction;
    if (original !== null && !original.deleted && (original.flags & loading) !== 0)
      return this.original('PATCH', token, body, files);
    const message = { id: snowflake(this.#now()), body, flags: Number(body['flags'] ?? 0), deleted: false, files };
    interaction.followUps.push(message);
    return { status: 200, body: view(message) };
  }

  #find(token: string): Interaction | Answer {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.accepted.length === 0) return refuse(404, 10_015, 'Unknown Webhook');
    if (this.#now() - interaction.createdAt > 15 * 60_000) return refuse(401, 50_027, 'Invalid Webhook Token');
    return interaction;
  }
}

export function isEphemeral(message: Message | null | undefined): boolean {
  return ((message?.flags ?? 0) & ephemeral) !== 0;
}

export function isLoading(message: Message | null | undefined): boolean {
  return ((message?.flags ?? 0) & loading) !== 0;
}

export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

/** 50035, with what is wrong, and the same for the test. */
export function invalid(problems: readonly string[]): Answer {
  const errors = { _errors: problems.map((message) => ({ code: 'SIMULATED', message })) };
  return { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors }, problems };
}

function view(message: Message | null) {
  return message === null ? null : { ...message.body, id: message.id, flags: message.flags, type: 0 };
}
