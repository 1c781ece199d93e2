import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type JsonSchema = { readonly definitions: Record<string, Definition> };

type Definition = { anyOf?: { $ref?: string }[]; properties?: Record<string, { const?: string; type?: string }> };

const types = createRequire(import.meta.url).resolve('@slack/types');
const { version } = JSON.parse(readFileSync(join(dirname(types), '../package.json'), 'utf8')) as { version: string };
const folder = fileURLToPath(new URL('../../../node_modules/.cache/slack-simulator', import.meta.url));
const file = join(folder, `blocks-${version}.json`);

/**
 * The JSON schema of Slack's blocks and views, made from the types that Slack publishes; unknown properties are not
 * allowed. Kept in a file per version of the types. Several processes may ask at once: each writes a file of its own
 * and renames it, so that nobody ever reads half of one.
 */
export async function loadSchema(): Promise<JsonSchema> {
  return readCached() ?? (await generate());
}

/** For vitest's `globalSetup`: the file is made once, before the tests that want it start side by side. */
export async function setup(): Promise<void> {
  await loadSchema();
}

function readCached(): JsonSchema | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
  } catch {
    return null;
  }
}

async function generate(): Promise<JsonSchema> {
  // Brings a compiler with it: only loaded where there is something to make.
  const { createGenerator } = await import('ts-json-schema-generator');
  const path = types.replace(/\.js$/, '.d.ts');
  const generator = createGenerator({ path, type: '*', skipTypeCheck: true, additionalProperties: false });
  const definitions: Record<string, Definition> = {};
  for (const root of ['KnownBlock', 'View']) Object.assign(definitions, generator.createSchema(root).definitions);
  // Documented by Slack, missing in its types: https://docs.slack.dev/reference/block-kit/block-elements/rich-text-list-element
  const list = definitions['RichTextList']?.properties;
  if (list === undefined) throw new Error('The types of Slack no longer have a RichTextList.');
  list['offset'] = { type: 'number' };
  const schema = { definitions };
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(schema));
  renameSync(own, file);
  return schema;
}
