import { html } from 'hono/html';

/** HTML in which everything that was put in has been escaped. */
export type Markup = ReturnType<typeof html>;
