import { html } from 'hono/html';
import type { TextAsked } from '../../../app/ports.ts';
import type { Markup } from '../cards/markup.ts';
import type { Message } from '../outbound/message.ts';
import type { View } from './view.ts';

/** A text that is asked for under a message, as a form for the dialog of the page. */
export function textForm(
  { id, title, about, label, send, most, written }: TextAsked,
  message: Message,
  view: View,
): Markup {
  const { player } = view;
  return html`<form class="command-form" hx-post="/p/${player.token}/text" hx-swap="none" hx-sync="this:drop" autocomplete="off">
<h2 id="command-title">${title}</h2>
<input type="hidden" name="message" value="${message.id}"><input type="hidden" name="id" value="${id}">
<p>${about}</p>
<div class="field wide"><label for="asked-text">${label}</label><textarea id="asked-text" name="text" rows="6" maxlength="${most}" required autofocus>${written ?? ''}</textarea></div>
<p class="told" role="status"></p>
<div class="actions"><button type="submit" class="primary">${send}</button><button type="button" data-close>Cancel</button></div>
</form>`;
}
