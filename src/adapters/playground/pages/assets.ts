import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { Hono } from 'hono';

/**
 * Where a page finds what it needs besides itself. The addresses change with the content, so it may be kept for ever. The style
 * stands in the page itself, so that it is shown after one answer of the server and not after two.
 */
export type AssetAddresses = {
  /** The style sheet. */
  readonly style: string;
  /** For live pages, for boards, and for other pages to read. */
  readonly script: string;
  readonly switching: string;
  readonly reading: string;
  readonly icon: string;
  /** Style sheet and script of the presenter's view, which shares few with the other pages. */
  readonly presenter: { readonly style: string; readonly script: string };
};

const kinds = {
  'script.js': 'text/javascript; charset=utf-8',
  'switching.js': 'text/javascript; charset=utf-8',
  'reading.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'presenter.js': 'text/javascript; charset=utf-8',
} as const;

type AssetName = keyof typeof kinds;

type Asset = { readonly plain: Buffer; readonly hash: string };

const require = createRequire(import.meta.url);

/** Our own scripts, each after those that it makes use of. */
const clientScripts = [
  ...[
    'settings',
    'server-clock',
    'message-kinds',
    'scroll-place',
    'own-requests',
    'reading-place',
    'earlier',
    'messages',
    'times',
    'countdown',
    'sound',
  ],
  ...['acknowledgement', 'title', 'drafts', 'sent-before'],
  ...['suggestions', 'message-box', 'forms', 'answer-keys', 'connection', 'copy'],
];

/** htmx, its extension for server-sent events, the library that turns one element into another, and our own scripts. */
const libraries = [
  require.resolve('htmx.org/dist/htmx.min.js'),
  require.resolve('htmx-ext-sse/dist/sse.min.js'),
  require.resolve('idiomorph/dist/idiomorph.min.js'),
];
const scripts = [...libraries, ...clientScripts.map((name) => own(`client/${name}.js`))];

const presenterStyles = ['base', 'code', 'tiles', 'presenter-result', 'presenter-question', 'presenter'];

/** In the order in which they apply. */
const styles = [
  'base',
  'panes',
  'message',
  'card',
  'code',
  'button',
  'tiles',
  'podium',
  'composer',
  'form',
  'site',
  'join',
  'chart',
  'narrow',
  'wide',
  'touch',
];

export type Assets = {
  readonly addresses: AssetAddresses;
  /** Of each style that stands in pages, as a policy names it. */
  readonly styleHashes: readonly string[];
  readonly app: Hono;
};

/** Scripts and icon of all pages, read once and packed at the first request for them; and what stands in the pages themselves. */
export function createAssets(): Assets {
  const style = packStyle(styles);
  const presenterStyle = packStyle(presenterStyles);
  const assets: Readonly<Record<AssetName, Asset>> = {
    'script.js': toAsset(scripts, '\n;\n'),
    'switching.js': toAsset([require.resolve('htmx.org/dist/htmx.min.js')]),
    'reading.js': toAsset([own('client/copy.js')]),
    'icon.svg': toAsset([own('icon.svg')]),
    'presenter.js': toAsset([...libraries, own('client/connection.js'), own('client/presenter.js')], '\n;\n'),
  };
  const packed = new Map<string, Buffer>();

  function serve(context: Context): Response | Promise<Response> {
    const name = context.req.param('name') ?? '';
    if (!isAsset(name)) return context.notFound();
    const { plain, hash } = assets[name];
    const accepted = context.req.header('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
    const key = `${name}:${encoding}`;
    const body = packed.get(key) ?? pack(plain, encoding);
    packed.set(key, body);
    // An address with another hash is that of another version: what is served then must not be kept.
    const lasting = context.req.param('hash') === hash;
    return context.body(new Uint8Array(body), 200, {
      'content-type': kinds[name],
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'accept-encoding',
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    });
  }

  const address = (name: AssetName) => `/assets/${assets[name].hash}/${name}`;
  const app = new Hono().get('/assets/:hash/:name', serve);
  return {
    addresses: {
      style,
      script: address('script.js'),
      switching: address('switching.js'),
      reading: address('reading.js'),
      icon: address('icon.svg'),
      presenter: { style: presenterStyle, script: address('presenter.js') },
    },
    styleHashes: [style, presenterStyle].map(policyHash),
    app,
  };
}

function own(name: string): string {
  return fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
}

/** Sheets by their names, without remarks and line ends, as they travel with every page. */
function packStyle(names: readonly string[]): string {
  const sheets = names.map((name) => readFileSync(own(`style/${name}.css`), 'utf8')).join('\n');
  return sheets.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, ' ');
}

function policyHash(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(kinds, name);
}

function toAsset(paths: readonly string[], between = '\n'): Asset {
  const plain = Buffer.from(paths.map((path) => readFileSync(path, 'utf8')).join(between));
  return { plain, hash: createHash('sha256').update(plain).digest('base64url').slice(0, 16) };
}

function pack(plain: Buffer, encoding: 'br' | 'gzip' | null): Buffer {
  if (encoding === null) return plain;
  return encoding === 'br' ? brotliCompressSync(plain) : gzipSync(plain);
}
