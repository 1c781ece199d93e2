import { html } from 'hono/html';
import type { Subject } from '../../../core/bank.ts';
import type { Markup } from '../cards/markup.ts';
import type { Suggestion } from '../inbound/completion.ts';
import { commandMenu } from './command-form.ts';
import type { View } from './view.ts';
import { boxId, viewAddress } from './view.ts';

/** The message box of the channel or of its open thread, with its list of suggestions. */
export function composer(view: View, thread: string | null, subject: Subject): Markup {
  const { player, channel } = view;
  const box = boxId(thread);
  const address = viewAddress(player, channel.slug);
  const words = thread === null ? `Message ${channel.title}` : 'Reply in the thread';
  const hint = channel.direct
    ? `Ask your ${subject.name} questions`
    : thread === null
      ? 'Type / for commands, or a message'
      : 'Reply, or type /';
  return html`<form class="composer" hx-post="${address}/messages" hx-swap="none" autocomplete="off">
${thread === null ? '' : html`<input type="hidden" name="thread" value="${thread}">`}
${commandMenu(view, thread, subject)}
<ul id="${box}-list" class="suggestions" role="listbox" aria-label="Suggestions" hidden></ul>
<label class="hidden-words" for="${box}">${words}</label>
<input id="${box}" class="box" name="text" type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="${box}-list" maxlength="2000" placeholder="${hint}" hx-get="${address}/suggestions?box=${box}" hx-trigger="input changed delay:60ms, suggest" hx-target="#${box}-list" hx-swap="innerHTML" hx-sync="this:replace">
<button type="submit" class="primary">Send</button>
</form>`;
}

/** The contents of the list of suggestions. */
export function suggestionList(suggestions: readonly Suggestion[], box: string): Markup {
  return html`${suggestions.map(
    ({ text, label, hint }, number) =>
      html`<li id="${box}-${number}" role="option" aria-selected="false" data-text="${text}"><span>${label ?? text}</span>${hint === '' ? '' : html`<span class="hint">${hint}</span>`}</li>`,
  )}`;
}
