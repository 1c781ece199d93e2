import { html } from 'hono/html';
import { richText } from '../cards/inline.ts';
import type { Markup } from '../cards/markup.ts';
import type { Acknowledgement } from '../reply/acknowledgements.ts';
import type { View } from './view.ts';
import { boxId, toAddress } from './view.ts';

/** A line beside what it answers: our own script puts it below a message, or above the box in which something was typed. */
export function acknowledgementMarkup({ card, message, thread }: Acknowledgement, view: View): Markup {
  const [node] = card.body;
  const text = node?.kind === 'text' ? node.text : [];
  const about = message === null ? '' : html` data-message="${message}"`;
  const box = boxId(thread);
  return html`<p class="acknowledgement" role="status"${about} data-box="${box}">${richText(text, (url) => toAddress(url, view))} <span class="whisper">Only you can see this</span></p>`;
}
