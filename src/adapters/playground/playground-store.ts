/** Something that the playground remembers: a message or a player, as JSON. */
export type PlaygroundRow = {
  readonly kind: 'message' | 'player';
  /** Unique among its kind. */
  readonly id: string;
  readonly body: string;
};

/** Where the playground's messages and players outlive the process. Every method has done its work when it returns. */
export type PlaygroundStore = {
  /** In the order in which they were put in first. */
  readonly rows: () => readonly PlaygroundRow[];
  /** Adds it, or puts it in place of the one with the same kind and id. */
  readonly put: (row: PlaygroundRow) => void;
  readonly remove: (row: Pick<PlaygroundRow, 'kind' | 'id'>) => void;
};
