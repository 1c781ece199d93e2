/** Words that tell no question from another. */
const common = new Set(
  [
    'a an and are as at be by can could did do does for from had has have how i in into is it its not of on one or should',
    'that the there these this to used was what when where which who why will with would you your',
  ].flatMap((words) => words.split(' ')),
);

/** As many words of a title as tell questions apart. */
const words = 5;

/** With a number behind it and the name of a bank before it, it still fits into a button. */
const longest = 36;

/** An id for a question of this title, of the words that it is about, that none of `taken` has. */
export function questionId(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|['’]/gu, '')
    .match(/[a-z0-9]+/g);
  const telling = (plain ?? []).filter((word) => !common.has(word)).slice(0, words);
  const name = telling.join('-').slice(0, longest).replace(/-+$/, '') || 'question';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(id)) return id;
  }
}
