import { html } from 'hono/html';
import type { Markup } from './markup.ts';

/** One for each place, told apart without their colours as well: triangle, diamond, circle, square. */
const outlines = [
  html`<path d="M8 2 14.5 14h-13z"/>`,
  html`<path d="M8 1 15 8 8 15 1 8z"/>`,
  html`<circle cx="8" cy="8" r="6.5"/>`,
  html`<path d="M2 2h12v12H2z"/>`,
];

/** The mark of an option by its place, 0 for the first; a picture only, so its letter has to stand beside it. */
export function shapeOf(place: number): Markup {
  return html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">${outlines[place % outlines.length] ?? ''}</svg>`;
}
