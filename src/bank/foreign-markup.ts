/** Markup of another system left in a text, and what to do about it. */
export type ForeignMark = { readonly problem: string; readonly cure: string };

/** Where a text stands: the same characters mean one thing at the start of an option and another within a sentence. */
export type Place = 'heading' | 'sentence' | 'option' | 'answer';

type Pattern = {
  readonly what: string;
  readonly pattern: RegExp;
  readonly cure: string;
  /** Applies everywhere if left out. */
  readonly places?: readonly Place[];
  /** True to check code between back-ticks as well. */
  readonly inCode?: true;
};

export const plainFormula = 'Write the formula as plain text (`x²`, `√d`), or as code in back-ticks.';

const plainCharacter = 'Write the character itself.';
const remove = 'Remove it.';
const shuffled = 'Remove it: options are shuffled and get their letters when they are shown.';
const fields: readonly Place[] = ['heading', 'sentence', 'option'];
const withCode: readonly Place[] = ['sentence', 'option'];

/**
 * HTML's element names, except those that are also tokens of a language model or indices of an array (`<s>`, `<i>`);
 * `<pad>`, `<unk>` and `<mask>` are not elements.
 */
const element =
  /<\/?(?:br|hr|p|div|span|b|em|strong|u|sub|sup|code|pre|tt|ul|ol|li|img|font|table|tbody|tr|td|th|h[1-6]|blockquote|center)(?:\s[^<>]*)?\/?>|<a\s[^<>]*>|<\/[ai]>|<!--/i;

/**
 * Moodle's formats as its own readers and writers define them (GIFT: `::title::`, `{=right ~wrong}`, `%50%` weights,
 * format names, escapes; Aiken: `ANSWER:`; XML: CDATA and file addresses), Anki's cloze and media marks, LaTeX.
 */
const patterns: readonly Pattern[] = [
  {
    what: 'an HTML entity',
    pattern: /&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d{0,2});/i,
    cure: plainCharacter,
    places: fields,
    inCode: true,
  },
  { what: 'an HTML tag', pattern: element, cure: remove, places: fields },
  { what: 'a CDATA mark of XML', pattern: /<!\[CDATA\[|\]\]>/, cure: remove },
  { what: 'the address of a file in Moodle', pattern: /@@PLUGINFILE@@/, cure: remove, inCode: true },
  {
    what: 'a cloze mark of Anki',
    pattern: /\{\{c\d+::/,
    cure: 'Write the sentence out, or ask for its gap.',
    inCode: true,
  },
  { what: 'a media mark of Anki', pattern: /\[sound:[^\]]*\]?/, cure: remove, inCode: true },
  {
    what: 'LaTeX',
    pattern:
      /\\[()[\]]|\$\$|\$[^$\s][^$]*[\\^_][^$]*\$|\\(?:frac|sqrt|sum|prod|int|cdot|times|text|math[a-z]+|left|right|begin|end|partial|nabla|hat|bar|vec|in|leq|geq|neq|infty|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|sigma|odot|oplus)\b/,
    cure: plainFormula,
  },
  {
    what: 'the answer line of Aiken',
    pattern: /^\s*ANSWER:\s*[A-Z]\s*$/m,
    cure: 'Remove it and mark the option `correct: true`.',
  },
  { what: 'the title mark of GIFT', pattern: /^::.+?::/, cure: remove, places: fields },
  { what: 'a category of GIFT', pattern: /^\$CATEGORY:/, cure: remove },
  { what: 'a text format of Moodle', pattern: /^\[(?:html|markdown|plain|moodle|moodle_auto_format)\]/i, cure: remove },
  {
    what: 'the answers of GIFT',
    pattern: /\{\s*(?:[=~]|#\d|T\}|F\}|TRUE\b|FALSE\b)/,
    cure: 'Remove them and write them as options.',
    places: fields,
  },
  { what: 'a weight of GIFT', pattern: /^[=~]?%-?\d+(?:\.\d+)?%/, cure: remove, places: ['option'] },
  { what: 'the mark of a right option in GIFT', pattern: /^=(?![=\s])/, cure: remove, places: ['option'] },
  { what: 'an escape of GIFT', pattern: /\\[~=#{}:]/, cure: 'Remove the backslash.', places: fields },
  { what: 'a letter of its own', pattern: /^(?:\(?[A-Ha-h]\)|[A-H]\.)\s/, cure: shuffled, places: ['option'] },
  { what: 'a number of its own', pattern: /^\(?\d\)\s/, cure: shuffled, places: ['option'] },
  {
    what: 'a name that Markdown would show in bold',
    pattern: /(?<![\w.])__\w+__(?!\w)/,
    cure: 'Put it in back-ticks.',
    places: withCode,
  },
  {
    what: 'bold of Markdown, which is not read here',
    pattern: /\*\*[^\s*][^*]*\*\*/,
    cure: 'Remove the stars.',
    places: fields,
  },
  {
    what: 'a link of Markdown, which is not read here',
    pattern: /\[[^\]]+\]\(https?:[^)]*\)/,
    cure: 'Write the words alone.',
    places: fields,
  },
  {
    what: 'a letter that was read in another encoding',
    pattern: /\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u2122\u0153\u201c\u009d\u02dc\u201d]|\u00c2[\u00a0-\u00bf]|\ufffd/,
    cure: 'Write it anew and save the file as UTF-8.',
    inCode: true,
  },
  {
    what: 'a character without a shape',
    pattern: /[\u00ad\u200b\u2060\ufeff]/,
    cure: 'Delete it and type the text anew.',
    inCode: true,
  },
];

/** Each kind of foreign markup once, with the text that was found. */
export function findForeignMarkup(text: string, place: Place): readonly ForeignMark[] {
  const outside = place === 'answer' ? text : text.replace(/`[^`]*`/g, '``');
  return patterns.flatMap(({ what, pattern, cure, places, inCode }) => {
    if (places !== undefined && !places.includes(place)) return [];
    const found = pattern.exec(inCode === true ? text : outside)?.[0];
    return found === undefined ? [] : [{ problem: `It has ${what}: \`${visible(found.trim())}\`.`, cure }];
  });
}

function visible(found: string): string {
  return found.replace(/[\u0080-\u009f\u00ad\u200b\u2060\ufeff]/g, (character) => {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
