import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import type { Problem } from './limits.ts';
import { limitProblems } from './limits.ts';
import type { JsonSchema } from './schema.ts';
import { loadSchema } from './schema.ts';

export type SurfaceName = 'message' | 'modal' | 'home';

export type Validator = {
  /** What Slack would reject in a message as it is posted: `text`, `blocks` and the arguments beside them. */
  readonly message: (payload: unknown) => readonly Problem[];
  readonly view: (view: unknown) => readonly Problem[];
};

type Json = Readonly<Record<string, unknown>>;

const notInModal = [
  'markdown',
  'table',
  'card',
  'carousel',
  'context_actions',
  'plan',
  'task_card',
  'data_visualization',
  'file',
];

/** Blocks that a surface does not take; https://docs.slack.dev/reference/block-kit/blocks */
const forbidden: Readonly<Record<SurfaceName, readonly string[]>> = {
  message: ['alert', 'file'],
  modal: notInModal,
  home: [...notInModal.filter((type) => type !== 'card' && type !== 'carousel'), 'alert'],
};

const mostBlocks: Readonly<Record<SurfaceName, number>> = { message: 50, modal: 100, home: 100 };

/** Arguments of chat.postMessage, chat.update and of response addresses that this bot may use. */
const arguments_ = new Set([
  'text',
  'blocks',
  'channel',
  'ts',
  'thread_ts',
  'reply_broadcast',
  'metadata',
  'client_msg_id',
  'mrkdwn',
  'user',
  'team_id',
  'token',
  'unfurl_links',
  'unfurl_media',
  'response_type',
  'replace_original',
  'delete_original',
]);

const longestText = 4000;
const longestView = 250 * 1024;

/** Slack's published types as a JSON schema, its limits and the rules that hold between blocks. */
export async function createValidator(): Promise<Validator> {
  const blockSchema = compileBlocks(await loadSchema());

  function blocksProblems(blocks: unknown, surface: SurfaceName): readonly Problem[] {
    if (!Array.isArray(blocks)) return ['blocks is no array'];
    return [
      ...(blocks.length > mostBlocks[surface]
        ? [`blocks has ${blocks.length}, allowed are ${mostBlocks[surface]}`]
        : []),
      ...blocks.flatMap((block: Json, index) => {
        const path = `blocks[${index}]`;
        const type = String(block['type']);
        return [
          ...(forbidden[surface].includes(type) ? [`${path}: a ${surface} takes no ${type}`] : []),
          ...blockSchema(block, path),
          ...limitProblems(block, path),
          ...repeated(collect(block, 'action_id')).map((id) => `${path}: action_id ${id} twice`),
        ];
      }),
      ...repeated(blocks.map((block: Json) => block['block_id'])).map((id) => `block_id ${id} twice`),
      ...crossProblems(blocks),
    ];
  }

  return {
    message(payload) {
      if (typeof payload !== 'object' || payload === null) return ['a message is no object'];
      const message = payload as Json;
      const {
        text,
        blocks,
        response_type: responseType,
      } = message as { text?: unknown; blocks?: unknown; response_type?: unknown };
      return [
        ...Object.keys(message)
          .filter((key) => !arguments_.has(key))
          .map((key) => `unknown argument ${key}`),
        ...(typeof text === 'string' && text.trim() !== '' ? [] : ['no text']),
        ...(typeof text === 'string' && [...text].length > longestText ? [`text is longer than ${longestText}`] : []),
        ...(responseType === undefined || responseType === 'ephemeral' || responseType === 'in_channel'
          ? []
          : [`response_type ${String(responseType)}`]),
        ...(message['unfurl_links'] === false && message['unfurl_media'] === false ? [] : ['links unfurl']),
        ...(blocks === undefined ? [] : blocksProblems(blocks, 'message')),
      ];
    },
    view(view) {
      if (typeof view !== 'object' || view === null) return ['a view is no object'];
      const { type, blocks, submit } = view as { type?: unknown; blocks?: unknown; submit?: unknown };
      const hasInput = Array.isArray(blocks) && blocks.some((block: Json) => block['type'] === 'input');
      return [
        ...(Buffer.byteLength(JSON.stringify(view)) > longestView ? ['the view is larger than 250 KB'] : []),
        ...(type === 'modal' && hasInput && submit === undefined ? ['an input without submit'] : []),
        ...limitProblems({ ...view, blocks: undefined }, 'view'),
        ...blocksProblems(blocks, type === 'home' ? 'home' : 'modal'),
      ];
    },
  };
}

/** One table in a message, 12,000 in all Markdown blocks, one `action_id` once. */
function crossProblems(blocks: readonly Json[]): readonly Problem[] {
  const tables = blocks.filter(({ type }) => type === 'table' || type === 'data_table').length;
  const markdown = blocks
    .filter(({ type }) => type === 'markdown')
    .reduce((sum, { text }) => sum + [...String(text)].length, 0);
  return [
    ...(tables > 1 ? ['only_one_table_allowed'] : []),
    ...(markdown > 12_000 ? ['markdown blocks have more than 12,000 together'] : []),
    ...repeated(blocks.flatMap((block) => collect(block, 'action_id'))).map((id) => `action_id ${id} in two blocks`),
  ];
}

/** Each block is held against the schema of its own type, so that a complaint names what is wrong with that. */
function compileBlocks(schema: JsonSchema): (block: Json, path: string) => readonly Problem[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema(schema, 'slack');
  const definitions = new Map(
    (schema.definitions['KnownBlock']?.anyOf ?? []).map(({ $ref = '' }) => {
      const name = $ref.replace('#/definitions/', '');
      return [typeOf(schema, name), name] as const;
    }),
  );
  const compiled = new Map<string, ValidateFunction>();
  return (block, path) => {
    const name = definitions.get(String(block['type']));
    if (name === undefined) return [`${path}: unknown type ${String(block['type'])}`];
    const validate = compiled.get(name) ?? ajv.compile({ $ref: `slack#/definitions/${name}` });
    compiled.set(name, validate);
    if (validate(block)) return [];
    return (validate.errors ?? []).map(
      (error) => `${path}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
    );
  };
}

function typeOf(schema: JsonSchema, name: string): string {
  const definition = schema.definitions[name];
  const variant = definition?.properties ?? (definition?.anyOf?.[0] as typeof definition)?.properties;
  return variant?.['type']?.const ?? name;
}

function collect(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => (name === key ? [child] : collect(child, key)));
}

function repeated(values: readonly unknown[]): readonly unknown[] {
  const present = values.filter((value) => value !== undefined);
  return present.filter((value, index) => present.indexOf(value) < index);
}
