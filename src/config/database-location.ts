import type { Location } from '../storage/engine.ts';

/** What is wrong with `DATABASE_URL`; follows the variable's name. Contains no part of the value. */
export type Wrong = { readonly wrong: string };

/** RFC 3986 reserves these characters: in a user name or password they must be percent-encoded. */
const escapes: Readonly<Record<string, string>> = { '#': '%23', '/': '%2F', '?': '%3F', '%': '%25' };

const example = 'postgres://user:password@host:5432/database';

/** The database that `DATABASE_URL` points to: a SQLite file after `file:` or `sqlite:`, or a PostgreSQL server. */
export function readDatabaseUrl(url: string): Location | Wrong {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(url) ?? [];
  if (scheme === 'file' || scheme === 'sqlite') return readFile(scheme, rest);
  if (/^postgres(ql)?$/.test(scheme) && rest.startsWith('//')) return readServer(url, rest.slice(2));
  return { wrong: 'must begin with postgres:// (see docs/operations.md), or with file: or sqlite: and a path' };
}

/** `file:///data/x` is `/data/x`, as in every URL; two slashes would name another machine. */
function readFile(scheme: string, rest: string): Location | Wrong {
  const path = rest.startsWith('///') ? rest.replace(/^\/+/, '/') : rest;
  const unexpanded = whatShellsExpand(path);
  if (unexpanded !== null) return { wrong: unexpanded };
  if (path === '' || path.endsWith('/'))
    return { wrong: `must name a file after ${scheme}:, such as ${scheme}:var/bot.sqlite` };
  if (path.startsWith('//'))
    return {
      wrong: `has two slashes after ${scheme}:; write ${scheme}:/folder/bot.sqlite or ${scheme}:folder/bot.sqlite`,
    };
  return { kind: 'sqlite', path };
}

/** Why a path does not lead where its author thinks, or null: only a shell expands `~` and `$HOME`. */
export function whatShellsExpand(path: string): string | null {
  const [beginning] = /^(~|\$\{?\w+\}?)(?=$|\/|\\)/.exec(path) ?? /^~\w*/.exec(path) ?? [];
  if (beginning === undefined) return null;
  return `begins its path with ${beginning.startsWith('~') ? '~' : beginning}, which only a shell replaces; write the whole path`;
}

function readServer(url: string, rest: string): Location | Wrong {
  const sign = signInCredentials(rest);
  if (sign !== null) {
    return {
      wrong: `has ${/[aeio]/.test(sign) ? 'an' : 'a'} ${sign} in its user or password; write ${escapes[sign]} for it`,
    };
  }
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.hostname === '' && parsed.pathname.length < 2)) {
    return {
      wrong: `must be like ${example}; in a user or password write %23 for #, %2F for /, %3F for ?, %40 for @ and %25 for %`,
    };
  }
  return { kind: 'postgres', url };
}

/** A character that ends the credentials too early, or a stray percent sign; null for none. */
function signInCredentials(rest: string): string | null {
  const end = rest.search(/[#/?]/);
  const before = end < 0 ? rest : rest.slice(0, end);
  const after = end < 0 ? '' : rest.slice(end);
  // An @ in the options (`?user=a@b`) does not end a password.
  const passwordGoesOn = /^[^=]*@/.test(after) || (after.includes('@') && /:[^@]*[^@\d][^@]*$/.test(before));
  if (passwordGoesOn) return after[0] ?? null;
  const credentials = before.includes('@') ? before.slice(0, before.lastIndexOf('@')) : '';
  return /%(?![\da-f]{2})/i.test(credentials) ? '%' : null;
}
