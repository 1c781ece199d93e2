import type { AskedField, Filled, FormAsked } from '../../app/ports.ts';
import type { Card } from '../../core/card.ts';
import { muted, paragraph } from '../../core/card.ts';

/** A form that is being filled in, one line after the other. */
export type Asking = {
  readonly asked: FormAsked;
  readonly sofar: Filled;
  /** The field that the next line is. */
  readonly field: AskedField;
};

/** What is shown, and the field that it asks for. */
type Step = { readonly card: Card; readonly asking: Asking };

/** Asks for the first field. */
export function begin(asked: FormAsked): Step {
  const [field] = asked.fields;
  if (field === undefined) throw new TypeError(`The form ${asked.id} has no field.`);
  return { card: { ...askingCard(field), title: asked.about }, asking: { asked, sofar: {}, field } };
}

/** Takes a line as the field that was asked for, and asks for the next one; or gives all that was filled in. */
export function fillIn(asking: Asking, line: string): Step | { readonly filled: Filled } {
  const { asked, sofar, field } = asking;
  const value = chosenIn(field, line);
  if (value === null) return { card: { ...askingCard(field), tone: 'notice' }, asking };
  const filled = { ...sofar, [field.name]: value };
  const next = asked.fields[asked.fields.indexOf(field) + 1];
  return next === undefined ? { filled } : { card: askingCard(next), asking: { asked, sofar: filled, field: next } };
}

/** Null for a line that chooses none of what there is. */
function chosenIn(field: AskedField, line: string): string | null {
  if (field.kind === 'text') return line.slice(0, field.most);
  const isIt = (text: string) => text.toLowerCase() === line.toLowerCase();
  const chosen = field.values.find(({ value, label }, index) => isIt(value) || isIt(label) || isIt(String(index + 1)));
  return chosen?.value ?? null;
}

function askingCard(field: AskedField): Card {
  const note = field.note === undefined ? [] : [muted(field.note)];
  if (field.kind === 'text') return { body: [paragraph(`${field.label}, on one line:`), ...note] };
  return {
    body: [
      paragraph(`${field.label}, by its number:`),
      ...note,
      { kind: 'list', ordered: true, items: field.values.map(({ label }) => [{ kind: 'text', text: label }]) },
    ],
  };
}
