import type { Arguments } from './workspace.ts';

/** Slack's clients send forms in which everything that is no string is JSON; response addresses take JSON. */
export function readArguments(body: string, isJson: boolean): Arguments {
  if (isJson) return JSON.parse(body) as Arguments;
  const structured = ['blocks', 'view', 'metadata', 'attachments', 'files'];
  const booleans: Record<string, boolean> = { true: true, false: false };
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      structured.includes(key) ? (JSON.parse(value) as unknown) : (booleans[value] ?? value),
    ]),
  );
}
