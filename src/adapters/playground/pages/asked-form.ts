import { html } from 'hono/html';
import type { AskedField, FormAsked } from '../../../app/ports.ts';
import type { Markup } from '../cards/markup.ts';
import type { Message } from '../outbound/message.ts';
import type { View } from './view.ts';

/** A form that is asked for under a message, for the dialog of the page. */
export function askedForm({ id, title, about, send, fields }: FormAsked, message: Message, view: View): Markup {
  const { player } = view;
  return html`<form class="command-form" hx-post="/p/${player.token}/asked" hx-swap="none" hx-sync="this:drop" autocomplete="off">
<h2 id="command-title">${title}</h2>
<input type="hidden" name="message" value="${message.id}"><input type="hidden" name="id" value="${id}">
<p>${about}</p>
${fields.map((field, index) => toField(field, index === 0, fields.length === 1 ? 6 : 4))}
<p class="told" role="status"></p>
<div class="actions"><button type="submit" class="primary">${send}</button><button type="button" data-close>Cancel</button></div>
</form>`;
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
