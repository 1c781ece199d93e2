const templates = [
  /\b(?:on earth|the heck|the hell|in the world|like i'?m (?:five|5)|for dummies|in (?:simple|plain|other|your own|a few) (?:words|terms|english))\b/gi,
  /\b(?:do|does|did|would)\s+(?:you|u|they|we|people|one|it|that|this)\s+(?:\w+ly\s+)?mean\b/gi,
  /\bmean(?=\s+(?:by|when|that)\b)/gi,
  /(?<=\b(?:does|do)\s+\S.*\s)mean(?=\s*(?:$|[?.!,;:]|(?:and|in|for|here|exactly|anyway|actually)\b))/gi,
];

/** Every template has one of these words. */
const marks = /\b(?:mean|on earth|the h|in (?:the|simple|plain|other|your|a)|like i|for dummies)/i;

/** Text without set phrases, and without the `mean` of "what do you mean by …" and "what does … mean", which is no arithmetic mean. */
export function dropTemplates(text: string): string {
  if (!marks.test(text)) return text;
  return templates.reduce((rest, template) => rest.replace(template, ' '), text);
}
