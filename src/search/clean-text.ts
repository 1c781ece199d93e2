/** Longest text that is analysed, in UTF-16 units: a pasted page costs no more than a long question. */
const longestText = 500;

const escapes = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);

/** The beginning of what somebody typed that is looked at at all. Never splits a pair of surrogates. */
export function capText(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}

/** Text of nothing but these characters has nothing to clean; a comma only within a number. */
const clean = /^(?:[\w\s.?!'"()[\]{}=+;:$%^~`|-]|,(?!\d))*$/;

/**
 * Text without what chats put around words: escapes, mentions, link wrappers, Markdown marks, typographic quotes and
 * thousands separators. Compatibility forms (`ﬁ`, full-width letters) become plain letters, accents stay.
 */
export function cleanText(text: string): string {
  if (clean.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => escapes.get(entity) ?? entity)
    .replace(/<[@#!][^<>\s]*>|<a?:\w+:\d+>|<\/?[a-z]{1,10}>/gi, ' ')
    .replace(/<https?:[^<>|\s]*\|([^<>]*)>/g, ' $1 ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d)\s?[×]\s?(\d)/g, '$1x$2')
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/([A-Za-z])\*([A-Za-z])/g, '$1 $2')
    .replace(/(?<![\w.])w\/o(?!\w)/gi, ' without ')
    .replace(/(?<![\w.])w\/(?=\s|[A-Za-z]{2})/gi, ' with ');
}
