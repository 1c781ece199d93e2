import { html } from 'hono/html';
import type { AskedField, FormAsked } from '../../../app/ports.ts';
import type { Card } from '../../../core/card.ts';
import type { Surface } from '../../../core/surface.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import type { Message } from '../outbound/message.ts';
import type { View } from './view.ts';

/** A form that is asked for under a message, for the dialog of the page. */
export function askedForm(
  { id, title, about, send, fields, previewed }: FormAsked,
  message: Message,
  view: View,
): Markup {
  const { player } = view;
  return html`<form class="command-form" hx-post="/p/${player.token}/asked" hx-swap="none" hx-sync="this:drop" autocomplete="off">
<h2 id="command-title">${title}</h2>
<input type="hidden" name="message" value="${message.id}"><input type="hidden" name="id" value="${id}">
<p>${about}</p>
${fields.map((field, index) => toField(field, index === 0, fields.length === 1 ? 6 : 4))}
${previewed === true ? preview(view) : ''}
<p class="told" role="status"></p>
<div class="actions"><button type="submit" class="primary">${send}</button><button type="button" data-close>Cancel</button></div>
</form>`;
}

/** What becomes of the form, asked for a moment after each change; a newer question takes the place of one under way. */
function preview({ player }: View): Markup {
  return html`<div class="preview" role="region" aria-label="Preview" aria-live="polite" hx-post="/p/${player.token}/asked/preview" hx-trigger="load, input changed delay:400ms from:closest form, change from:closest form" hx-include="closest form" hx-swap="innerHTML" hx-sync="this:replace"></div>`;
}

/** A card of what a form would become, with nothing to press. */
export function previewMarkup(card: Card, surface: Surface): Markup {
  return cardMarkup(card, {
    surface,
    heading: 3,
    toAddress: (url) => url,
    pictureAddress: () => '',
    actions: null,
    choose: null,
  });
}

function toField(field: AskedField, isFirst: boolean, rows: number): Markup {
  const { name, label, note } = field;
  const id = `asked-${name}`;
  const focus = isFirst ? html` autofocus` : '';
  const described = note === undefined ? '' : html` aria-describedby="${id}-note"`;
  const input =
    field.kind === 'text'
      ? html`<textarea id="${id}" name="${name}" rows="${rows}" maxlength="${field.most}" required${focus}${described}>${field.written ?? ''}</textarea>`
      : html`<select id="${id}" name="${name}" required${focus}${described}>${field.chosen === undefined ? html`<option value="">Choose one</option>` : ''}${field.values.map(
          ({ value, label: words }) =>
            html`<option value="${value}"${value === field.chosen ? html` selected` : ''}>${words}</option>`,
        )}</select>`;
  const noted = note === undefined ? '' : html`<p class="muted" id="${id}-note">${note}</p>`;
  return html`<div class="field wide"><label for="${id}">${label}</label>${noted}${input}</div>`;
}
