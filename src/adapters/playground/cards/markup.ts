import { html } from 'hono/html';

/** HTML in which every inserted value has been escaped. */
export type Markup = ReturnType<typeof html>;
