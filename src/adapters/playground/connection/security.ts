import type { MiddlewareHandler } from 'hono';

/** Everything comes from here and nothing is inline; no other page may hold ours in a frame. */
const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** The headers of every answer. A page's address makes its reader a player, so no other host is told of it. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('content-security-policy', contentPolicy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses a request under any name that is not this machine's own: a page of another site that has its name lead here
 * (DNS rebinding) gets nothing. `host` is where the server listens; beyond loopback any plain address will do as well,
 * since only a name can be made to lead elsewhere.
 */
export function ownHost(host: string): MiddlewareHandler {
  const isLocal = loopback.includes(bracketed(host));
  return async (context, next) => {
    const name = hostname(context.req.header('host') ?? '');
    const known = loopback.includes(name) || name === bracketed(host) || (!isLocal && isAddress(name));
    return known ? next() : context.text('This name does not lead to the playground.\n', 421);
  };
}

/** Refuses to change anything for a page of another site: a POST must say that it comes from one of ours. */
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

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.toLowerCase();
}

function isAddress(name: string): boolean {
  return /^\[[0-9a-f:.]+\]$|^\d+\.\d+\.\d+\.\d+$/.test(name);
}
