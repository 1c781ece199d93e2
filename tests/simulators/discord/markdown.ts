/** What a reader sees of a text, and everything in it that is not mere text, as `bold`, `link https://…`, `mention`. */
export type Reading = { readonly text: string; readonly marks: readonly string[] };

type Rule = { readonly name: string; readonly pattern: RegExp; readonly atLineStart?: true; readonly inside?: number };

/**
 * Discord's Markdown as its clients are known to read it, in the order in which they try the rules. `inside` is the
 * group that is read further; without it the last group is shown as it is.
 */
const rules: readonly Rule[] = [
  { name: '', pattern: /^\\([^0-9A-Za-z\s])/ },
  { name: 'fence', pattern: /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i },
  { name: 'heading', pattern: /^ *#{1,3} +(?=\S)/, atLineStart: true },
  { name: 'small', pattern: /^ *-# +(?=\S)/, atLineStart: true },
  { name: 'quote', pattern: /^ *>(?:>>)? +/, atLineStart: true },
  { name: 'list', pattern: /^ *(?:[*-]|\d+\.) +(?=\S)/, atLineStart: true },
  { name: 'code', pattern: /^(?<ticks>`+)(?<shown>[\s\S]*?[^`])\k<ticks>(?!`)/ },
  { name: 'address', pattern: /^(https?:\/\/[^\s<]+[^<.,:;"'\]\s])/ },
  { name: 'address', pattern: /^<([^: >]+:\/[^ >]+)>/ },
  { name: 'mention', pattern: /^(<@[!&]?\d+>|<#\d+>|<\/[^>\n]+:\d+>|<id:\w+>|@everyone|@here)/ },
  { name: 'time', pattern: /^(<t:-?\d+(?::\w)?>)/ },
  { name: 'emoji', pattern: /^(<a?:\w+:\d+>)/ },
  { name: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, inside: 1 },
  { name: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, inside: 1 },
  { name: 'italic', pattern: /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/, inside: 1 },
  {
    name: 'italic',
    pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    inside: 1,
  },
  { name: 'strike', pattern: /^~~([\s\S]+?)~~(?!_)/, inside: 1 },
  { name: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, inside: 1 },
];

const link =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/;

/** Reads a text as Discord would show it. */
export function readMarkdown(source: string): Reading {
  const marks: string[] = [];
  let text = '';
  let rest = source;
  let atLineStart = true;

  function take(length: number, shown: string, found: readonly string[]): void {
    text += shown;
    marks.push(...found);
    rest = rest.slice(length);
    atLineStart = /(^|\n) *$/.test(text);
  }

  while (rest !== '') {
    const masked = link.exec(rest);
    if (masked !== null) {
      const label = readMarkdown(masked[1] ?? '');
      take(masked[0].length, label.text, [`link ${masked[2]}`, ...label.marks]);
      continue;
    }
    const rule = rules.find((candidate) => (candidate.atLineStart !== true || atLineStart) && matches(candidate, rest));
    const match = rule === undefined ? null : matches(rule, rest);
    if (rule === undefined || match === null) take(1, rest[0] ?? '', []);
    else if (rule.inside !== undefined) {
      const inner = readMarkdown(match.shown);
      take(match.length, inner.text, [rule.name, ...inner.marks]);
    } else take(match.length, match.shown, rule.name === '' ? [] : [rule.name]);
  }
  return { text: text.replaceAll('\u200b', ''), marks };
}

function matches({ name, pattern }: Rule, rest: string): { readonly length: number; readonly shown: string } | null {
  const match = pattern.exec(rest);
  if (match === null) return null;
  const shown = match.groups?.['shown'] ?? match[1] ?? '';
  return { length: match[0].length, shown: name === 'code' ? shown.replace(/^ (?= *`)|(?<=` *) $/g, '') : shown };
}
