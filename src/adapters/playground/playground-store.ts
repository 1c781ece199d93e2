/** A record of the playground: a message or a player, as JSON. */
export type PlaygroundRow = {
  readonly kind: 'message' | 'player';
  /** Unique within its kind. */
  readonly id: string;
  readonly body: string;
};

/** Where the playground's messages and players outlive the process. Every method is synchronous and durable. */
export type PlaygroundStore = {
  /** In the order in which they were first put in. */
  readonly rows: () => readonly PlaygroundRow[];
  /** Inserts it, or replaces the one with the same kind and id. */
  readonly put: (row: PlaygroundRow) => void;
  readonly remove: (row: Pick<PlaygroundRow, 'kind' | 'id'>) => void;
};
