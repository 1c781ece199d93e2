import type { MiddlewareHandler } from 'hono';
import { bracketed, isLoopback } from './host-names.ts';

/** Everything comes from this host and nothing is inline but our style sheets; no other page may embed ours. */
const contentPolicy = (styleHashes: readonly string[]) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** The headers of every response, with the hashes of the styles that stand in pages. A page's address makes its reader a player, so it is not sent to other hosts. */
export function securityHeaders(styleHashes: readonly string[]): MiddlewareHandler {
  const policy = contentPolicy(styleHashes);
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

/**
 * Rejects requests under any host name that is not this machine's own, which defeats DNS rebinding. `host` is where the
 * server listens; beyond loopback any IP address is accepted as well, since only a name can be made to point elsewhere. `webUrl` is
 * where its owner publishes it; null for nowhere.
 */
export function ownHost(host: string, webUrl: string | null = null): MiddlewareHandler {
  const published = webUrl === null ? null : new URL(webUrl).hostname;
  const isLocal = isLoopback(bracketed(host));
  return async (context, next) => {
    const name = hostname(context.req.header('host') ?? '');
    const isNamed = isLoopback(name) || name === bracketed(host) || name === published;
    const known = isNamed || (!isLocal && isAddress(name));
    return known ? next() : context.text('This name does not lead to the playground.\n', 421);
  };
}

/** Protects against cross-site requests: a POST must say that it comes from one of our pages. */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  const allowed = method === 'GET' || method === 'HEAD' || isOwn((name) => context.req.header(name));
  return allowed ? next() : context.text('Only pages of the playground may do that.\n', 403);
};

function isOwn(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  const origin = header('origin');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  return URL.parse(origin)?.host === header('host');
}

function hostname(host: string): string {
  return (URL.parse(`http://${host}`)?.hostname ?? '').toLowerCase();
}

function isAddress(name: string): boolean {
  return /^\[[0-9a-f:.]+\]$|^\d+\.\d+\.\d+\.\d+$/.test(name);
}
