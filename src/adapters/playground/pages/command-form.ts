import { html } from 'hono/html';
import type { Subject } from '../../../core/bank.ts';
import type { Chosen } from '../../../core/command/compose.ts';
import type { CommandOption } from '../../../core/command/options.ts';
import type { Markup } from '../cards/markup.ts';
import type { CommandForm, Press } from '../inbound/command-forms.ts';
import { bankCommand, commandForms, plainCommands } from '../inbound/command-forms.ts';
import type { View } from './view.ts';
import { boxId, viewAddress } from './view.ts';

/** Id of the one dialog of a page, which every form is shown in. */
export const dialogId = 'command-dialog';

/** The empty dialog; the form that is opened comes into it. */
export function commandDialog(): Markup {
  return html`<dialog id="${dialogId}" aria-labelledby="command-title"></dialog>`;
}

/** The button beside a message box, and what can be done by pressing instead of typing in it. */
export function commandMenu({ player, channel }: View, thread: string | null, { others }: Subject): Markup {
  const id = thread === null ? 'commands' : 'thread-commands';
  const box = boxId(thread);
  const query = thread === null ? '' : `?thread=${thread}`;
  // Alone with the bot there is nobody to play against.
  const forms = Object.entries(commandForms).filter(([name]) => !channel.direct || name !== 'quiz');
  return html`<button type="button" class="commands-open" popovertarget="${id}" aria-label="Commands">+</button>
<div id="${id}" class="commands" popover role="group" aria-label="Commands" data-box="${box}">${forms.map(
    ([name, { title }]) =>
      html`<button type="button" hx-get="${viewAddress(player, channel.slug)}/forms/${name}${query}" hx-target="#${dialogId}" hx-swap="innerHTML">${title} …</button>`,
  )}${[...plainCommands, ...(others === undefined ? [] : [bankCommand])].map((press) => pressing(press, html`popovertarget="${id}" popovertargetaction="hide"`))}</div>`;
}

type FormOptions = {
  readonly name: string;
  readonly form: CommandForm;
  readonly options: readonly CommandOption[];
  readonly view: View;
  /** What is set up already; null for nothing. */
  readonly inForce: Chosen | null;
  /** The reader's own; null if unknown. */
  readonly zone: string | null;
  /** Time zones to choose from; any other can be typed. */
  readonly zones: readonly string[];
};

/** A command as a form, for the dialog. What is sent is put into words for the same parser that reads what is typed. */
export function commandForm({ name, form, options, view, inForce, zone, zones }: FormOptions): Markup {
  const { player, channel, thread } = view;
  const box = boxId(thread);
  const preset = inForce ?? { time: ['09:00'], zone: zone === null ? [] : [zone] };
  const fields = options.map((option) => field(option, preset[option.name] ?? [], zones));
  return html`<form class="command-form" hx-post="${viewAddress(player, channel.slug)}/forms/${name}" hx-swap="none" hx-sync="this:drop" autocomplete="off" data-box="${box}">
<h2 id="command-title">${form.title}</h2>
${thread === null ? '' : html`<input type="hidden" name="thread" value="${thread}">`}
${inForce === null ? '' : html`<p class="muted">It is on, with these settings.</p>`}
<div class="fields">${fields}</div>
${form.note === '' ? '' : html`<p class="muted">${form.note}</p>`}
<p class="told" role="status"></p>
<div class="actions"><button type="submit" class="primary">${form.send}</button><button type="button" data-close>Cancel</button></div>
${form.also.length === 0 ? '' : html`<div class="actions apart" role="group" aria-label="Or at once">${form.also.map((press) => pressing(press))}</div>`}
</form>`;
}

function pressing({ text, label }: Press, more: Markup | string = ''): Markup {
  return html`<button type="button" data-try="${text}" title="${text}" ${more}>${label}</button>`;
}

function field(option: CommandOption, preset: readonly string[], zones: readonly string[]): Markup {
  const { name, label } = option;
  const [value = ''] = preset;
  const checked = (each: string) => (preset.includes(each) ? html` checked` : '');
  const id = `command-${name}`;
  switch (option.kind) {
    case 'flag':
      return html`<label class="check wide"><input type="checkbox" name="${name}" value="on"${checked('on')}> ${label}</label>`;
    case 'some':
      return html`<fieldset class="wide"><legend>${label}</legend>${option.values.map(
        ({ value: each, label: words }) =>
          html`<label class="check"><input type="checkbox" name="${name}" value="${each}"${checked(each)}> ${words}</label>`,
      )}</fieldset>`;
    case 'one':
      return labelled(
        id,
        label,
        html`<select id="${id}" name="${name}"><option value="">${anyOf(name)}</option>${option.values.map(
          ({ value: each, label: words }) =>
            html`<option value="${each}"${each === value ? html` selected` : ''}>${words}</option>`,
        )}</select>`,
      );
    case 'whole':
      return labelled(
        id,
        `${label} (${option.least} to ${option.most})`,
        html`<input id="${id}" name="${name}" type="number" inputmode="numeric" value="${value}" min="${option.least}" max="${option.most}" placeholder="${option.standard ?? ''}">`,
      );
    case 'time':
      return labelled(id, label, html`<input id="${id}" name="${name}" type="time" value="${value}" required>`);
    case 'zone':
      return labelled(
        id,
        label,
        html`<input id="${id}" name="${name}" list="${id}-list" value="${value}" maxlength="60" required><datalist id="${id}-list">${zones.map((each) => html`<option value="${each}">`)}</datalist>`,
        true,
      );
    case 'word':
      return labelled(
        id,
        label,
        html`<input id="${id}" name="${name}" pattern="\\S*" title="A name without spaces" placeholder="A name without spaces" value="${value}" maxlength="60">`,
        true,
      );
  }
}

function labelled(id: string, label: string, input: Markup, isLong = false): Markup {
  return html`<div class="${isLong ? 'field wide' : 'field'}"><label for="${id}">${label}</label>${input}</div>`;
}

/** What a choice says as long as nothing is chosen. */
function anyOf(name: string): string {
  return name === 'topic' || name === 'level' ? 'Any' : 'As usual';
}
