import { html } from 'hono/html';
import type { Rich, TableNode } from '../../../core/card.ts';
import { numericColumns } from '../../../core/numeric-columns.ts';
import type { Markup } from './markup.ts';

/** A table that scrolls by itself where it is too wide, with numbers to the right. `named` is the column that says whom a row is about. */
export function tableMarkup(table: TableNode, rich: (text: Rich) => Markup, named: number | null = null): Markup {
  const numeric = numericColumns(table);
  const side = (column: number) => (numeric[column] === true ? html` class="number"` : '');
  const headers = table.headers.map((cell, column) => html`<th scope="col"${side(column)}>${rich(cell)}</th>`);
  const rows = table.rows.map(
    (row) =>
      html`<tr>${row.map((cell, column) => (column === named ? html`<th scope="row">${rich(cell)}</th>` : html`<td${side(column)}>${rich(cell)}</td>`))}</tr>`,
  );
  return html`<div class="table" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${headers}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
