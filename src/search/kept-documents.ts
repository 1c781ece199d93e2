import type { Analysis, ContentWord } from './analyze.ts';
import type { Document } from './document.ts';

/**
 * What was read of a bank's questions, as plain data: every spelling and every content word once, and the texts as numbers
 * in one row. For each document it has the number of its headings, these and the answer; for each of these texts its words,
 * its content words and its compounds, each list with its length before it.
 */
type Packed = {
  readonly spellings: readonly string[];
  /** Numbers of spellings, and the rarity behind them. */
  readonly content: readonly (readonly number[])[];
  readonly texts: readonly number[];
};

/** Documents as text, from which `unpackDocuments` makes the same in a tenth of the time of reading the questions again. */
export function packDocuments(documents: readonly Document[]): string {
  const spellings = new Map<string, number>();
  const content = new Map<string, number>();
  const texts: number[] = [];
  const numberOf = <Key>(numbers: Map<Key, number>, key: Key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const list = (numbers: readonly number[]) => texts.push(numbers.length, ...numbers);
  const spell = (word: string) => numberOf(spellings, word);
  const pack = (text: Analysis) => {
    list(text.words.map(spell));
    list(text.content.map(({ terms, rarity }) => numberOf(content, JSON.stringify([...terms.map(spell), rarity]))));
    list(text.compounds.map(spell));
  };
  for (const { headings, answer } of documents) {
    texts.push(headings.length);
    for (const heading of headings) pack(heading);
    pack(answer);
  }
  return `{"spellings":${JSON.stringify([...spellings.keys()])},"content":[${[...content.keys()].join()}],"texts":[${texts.join()}]}`;
}

/** The documents of a text that `packDocuments` made. */
export function unpackDocuments(packed: string): readonly Document[] {
  const { spellings, content, texts } = JSON.parse(packed) as Packed;
  const spell = (number: number) => spellings[number] ?? '';
  // Shared by all texts that have the same word, as they are never changed.
  const contentWords = content.map(
    (numbers): ContentWord => ({ terms: numbers.slice(0, -1).map(spell), rarity: numbers.at(-1) ?? 1 }),
  );
  let at = 0;
  const next = () => texts[at++] ?? 0;
  function list<Value>(read: (number: number) => Value): readonly Value[] {
    const values: Value[] = [];
    for (let left = next(); left > 0; left -= 1) values.push(read(next()));
    return values;
  }
  const none: ContentWord = { terms: [], rarity: 1 };
  const text = (): Analysis => ({
    words: list(spell),
    content: list((number) => contentWords[number] ?? none),
    compounds: list(spell),
  });
  const documents: Document[] = [];
  while (at < texts.length) {
    const headings: Analysis[] = [];
    for (let left = next(); left > 0; left -= 1) headings.push(text());
    documents.push({ headings, answer: text() });
  }
  return documents;
}
