import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';
import { validateRows } from './validate-rows.ts';

const known = [
  'content',
  'embeds',
  'components',
  'allowed_mentions',
  'flags',
  'nonce',
  'enforce_nonce',
  'tts',
  'attachments',
];
const knownInEmbed = [
  'title',
  'description',
  'url',
  'color',
  'fields',
  'footer',
  'author',
  'image',
  'thumbnail',
  'timestamp',
];

/** The files that came with a message, and whether it is one in which a role may be called. */
type Context = { readonly files?: readonly File[]; readonly mayCallRole?: boolean };

/** Largest file of a bot without special rights. */
const largestFile = 10 * 1024 * 1024;

/**
 * What Discord, and this house, would find wrong with a message: limits of
 * https://discord.com/developers/docs/resources/message, and those that it enforces without documenting them. Text is
 * measured as it arrives after white space at both ends is taken off.
 */
export function validateMessage(message: Json, { files = [], mayCallRole = false }: Context = {}): readonly string[] {
  const content = toText(message['content']);
  const embeds = toList(message['embeds']).map(toObject);
  return [
    ...Object.keys(message).flatMap((key) => (known.includes(key) ? [] : [`${key} is no part of a message`])),
    ...(content.length > 2000 ? [`content has ${content.length} of 2000 characters`] : []),
    ...(content.trim() === '' && embeds.length === 0 ? ['the message is empty (50006)'] : []),
    ...(embeds.length > 10 ? [`${embeds.length} of 10 embeds`] : []),
    ...embeds.flatMap((embed) => validateEmbed(embed, files)),
    ...validateFiles(toList(message['attachments']).map(toObject), files),
    ...limit(
      'all embeds together',
      embeds.map(sizeOf).reduce((sum, size) => sum + size, 0),
      6000,
    ),
    ...validateRows(toList(message['components'])),
    ...validateMentions(message, mayCallRole),
    ...(toText(message['nonce']).length > 25 ? ['nonce has more than 25 characters'] : []),
  ];
}

function validateEmbed(embed: Json, files: readonly File[]): readonly string[] {
  const fields = toList(embed['fields']).map(toObject);
  const color = embed['color'];
  const shown = ['title', 'description', 'image', 'fields', 'footer', 'author', 'thumbnail'];
  return [
    ...Object.keys(embed).flatMap((key) => (knownInEmbed.includes(key) ? [] : [`${key} is no part of an embed`])),
    ...(shown.every((key) => embed[key] === undefined) ? ['an embed is empty'] : []),
    ...(['title', 'description'] as const).flatMap((key) =>
      embed[key] !== undefined && toText(embed[key]).trim() === '' ? [`${key} of an embed is blank`] : [],
    ),
    ...limit('title', toText(embed['title']).trim().length, 256),
    ...limit('description', toText(embed['description']).trim().length, 4096),
    ...limit('fields', fields.length, 25),
    ...fields.flatMap((field) => [
      ...text('field name', field['name'], 256),
      ...text('field value', field['value'], 1024),
    ]),
    ...limit('footer', toText(toObject(embed['footer'])['text']).length, 2048),
    ...limit('author', toText(toObject(embed['author'])['name']).length, 256),
    ...(color !== undefined && !(typeof color === 'number' && color >= 0 && color <= 0xffffff) ? ['color'] : []),
    ...(embed['image'] !== undefined ? address(toObject(embed['image'])['url'], files) : []),
    ...(hasLoneSurrogate(embed) ? ['an embed is no valid Unicode'] : []),
  ];
}

/** Nothing that this bot sends may ping, but for one role that stands in the content of a post. */
function validateMentions(message: Json, mayCallRole: boolean): readonly string[] {
  const { parse, users, roles } = toObject(message['allowed_mentions']);
  if (!Array.isArray(parse)) return ['allowed_mentions.parse is missing: content could ping'];
  const exclusive = [
    ...(parse.includes('users') && toList(users).length > 0 ? ['parse and users exclude each other'] : []),
    ...(parse.includes('roles') && toList(roles).length > 0 ? ['parse and roles exclude each other'] : []),
  ];
  const called = toList(roles);
  const isMeant = mayCallRole && called.length === 1 && toText(message['content']) === `<@&${called[0]}>`;
  const pings = parse.length + toList(users).length + (isMeant ? 0 : called.length) > 0;
  return [...exclusive, ...(pings ? ['allowed_mentions lets somebody be pinged'] : [])];
}

function validateFiles(attachments: readonly Json[], files: readonly File[]): readonly string[] {
  return [
    ...files.flatMap((file, index) =>
      attachments.some(({ id, filename }) => id === String(index) && filename === file.name)
        ? []
        : [`the file ${file.name} is not described`],
    ),
    ...attachments.flatMap((attachment) => [
      ...idProblems(attachment['id'], files),
      ...(toText(attachment['description']).length > 1024 ? ['a description has more than 1024 characters'] : []),
    ]),
    ...files.flatMap((file) =>
      file.size === 0 || file.size > largestFile ? [`${file.name}: ${file.size} bytes`] : [],
    ),
  ];
}

/**
 * The published specification has a snowflake here, which is text, also for the number of a file that comes along; text
 * of four digits and more is the id of an attachment that is there already.
 */
function idProblems(id: unknown, files: readonly File[]): readonly string[] {
  if (typeof id !== 'string' || !/^\d{1,20}$/.test(id))
    return [`attachments[].id is ${JSON.stringify(id)}, no snowflake as text`];
  return id.length < 4 && files[Number(id)] === undefined ? ['a file is missing'] : [];
}

function sizeOf(embed: Json): number {
  const fields = toList(embed['fields']).map(toObject);
  const texts = [
    embed['title'],
    embed['description'],
    toObject(embed['footer'])['text'],
    toObject(embed['author'])['name'],
    ...fields.flatMap((field) => [field['name'], field['value']]),
  ];
  return texts.reduce<number>((sum, part) => sum + toText(part).trim().length, 0);
}

function address(url: unknown, files: readonly File[]): readonly string[] {
  const value = toText(url);
  if (value.startsWith('attachment://')) {
    return files.some((file) => value === `attachment://${file.name}`) ? [] : [`${value} was not sent`];
  }
  return value.length <= 2048 && /^https?:\/\//.test(value) && URL.canParse(value)
    ? []
    : ['image: not a well-formed URL'];
}

function text(name: string, value: unknown, most: number): readonly string[] {
  return toText(value).trim() === '' ? [`${name} is blank`] : limit(name, toText(value).trim().length, most);
}

function limit(name: string, size: number, most: number): readonly string[] {
  return size > most ? [`${name}: ${size} of ${most}`] : [];
}

function hasLoneSurrogate(value: unknown): boolean {
  return !JSON.stringify(value).isWellFormed() || /\\ud[89a-f]/i.test(JSON.stringify(value));
}
