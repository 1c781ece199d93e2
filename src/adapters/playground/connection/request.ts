import type { Context } from 'hono';

/** Longest texts that are taken of a request, in UTF-16 units. */
export const longestText = 2000;
const longestZone = 100;

/** The time zone of the browser, which our own script sends; untrusted text. */
export function browserZone(context: Context): string | null {
  return context.req.header('time-zone')?.slice(0, longestZone) ?? null;
}

/** The words of a form; files are left out. */
export async function fieldsOf(context: Context): Promise<Readonly<Record<string, string>>> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
