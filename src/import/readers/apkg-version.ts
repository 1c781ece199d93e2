/** Which file of a deck holds its notes, and whether it is compressed by itself. */
export type DeckCollection = { readonly name: string; readonly compressed: boolean };

const plain = { compressed: false } as const;

/** By the version that `meta` says; beside the newer two stands a `collection.anki2` whose only note asks for a newer Anki. */
const collections: Readonly<Record<number, DeckCollection>> = {
  1: { name: 'collection.anki2', ...plain },
  2: { name: 'collection.anki21', ...plain },
  3: { name: 'collection.anki21b', compressed: true },
};

/** Whether an archive with these files is a deck of Anki. */
export function isDeck(names: readonly string[]): boolean {
  return Object.values(collections).some(({ name }) => names.includes(name));
}

/** Where the notes of a deck are; a sentence where nobody can tell. `meta` is null for decks from before there was one. */
export function collectionOf(names: readonly string[], meta: Uint8Array | null): DeckCollection | string {
  const version = meta === null ? versionByNames(names) : versionIn(meta);
  if (version === null) return 'What the deck says of its version (meta) is damaged. Export it again.';
  const collection = collections[version];
  if (collection === undefined) {
    return 'A newer Anki made it than is known here. In Anki, export it with “Support older Anki versions”.';
  }
  if (names.includes(collection.name)) return collection;
  return `It says that its notes are in ${collection.name}, which is not in it. Export it again.`;
}

function versionByNames(names: readonly string[]): number {
  return names.includes('collection.anki21') ? 2 : 1;
}

/** `meta` is a message of Protocol Buffers whose field 1, a small number, is the version. */
function versionIn(meta: Uint8Array): number | null {
  const [tag, version = 0] = meta;
  return tag === 0x08 && version > 0 && version < 0x80 ? version : null;
}
