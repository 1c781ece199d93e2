import { html } from 'hono/html';
import type { ItemFigures } from '../../../app/practice/item-figures.ts';
import { fewestTold } from '../../../app/practice/item-statistics.ts';
import { itemNodes, letterOf } from '../../../app/views/item.ts';
import { counted, grouped, percent } from '../../../app/views/numbers.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { TallyNode } from '../../../core/card.ts';
import { inlineCode } from '../../../core/inline-code.ts';
import { levelOf } from '../../../core/question.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

/** Items on the page; all of them are in the file. */
const shown = 50;

const surface = playgroundSurface(false);

/** How people answered the items of a bank, those that the fewest got right first. `file`: where all figures are downloaded. */
export function statisticsPage(figures: readonly ItemFigures[], file: string, site: Site): Markup {
  const content = html`<h1>How people answered</h1>
${figures.length === 0 ? html`<p>No item was answered by ${fewestTold} people yet. It is told of then, and not before: nobody shall find out what one person chose.</p>` : known(figures, file, site)}`;
  return sitePage('How people answered', content, site);
}

function known(figures: readonly ItemFigures[], file: string, site: Site): Markup {
  const more = figures.length > shown ? ` The first ${shown} of them stand here.` : '';
  return html`<p>${counted(figures.length, 'item')} that ${fewestTold} people or more have answered, those that the fewest got right first.${more} What
somebody answers again does not count, as they have read why.</p>
<p><a href="${file}" download>All figures for a spreadsheet</a></p>
<p class="muted">Discrimination, from −1 to 1, says whether those get an item right who do well elsewhere. Below 0 it is more often missed by the strong: its key may be wrong.</p>
${figures.slice(0, shown).map((each) => itemSection(each, site))}`;
}

function itemSection(
  { question, item, answers, right, discrimination, chosen }: ItemFigures,
  { subject }: Site,
): Markup {
  const tally: TallyNode = {
    kind: 'tally',
    options: item.options.map(({ text }, place) => ({
      letter: letterOf(place),
      text: inlineCode(text),
      count: chosen[place] ?? 0,
    })),
    right: item.options.findIndex(({ correct }) => correct),
  };
  const figures = [
    `${percent(right, answers)} right`,
    `${grouped(answers)} answers`,
    ...(discrimination === null ? [] : [`discrimination ${discrimination.toFixed(2).replace('-', '−')}`]),
  ];
  const card = cardMarkup(
    { body: [...itemNodes(item), tally] },
    { surface, heading: 3, toAddress: (url) => url, pictureAddress: () => '', actions: null, choose: null },
  );
  return html`<section lang="${subject.language}"><h2><a href="/questions/${question.id}">${question.title}</a></h2>
<p class="muted">${topicTitle(subject, question.topic)} · ${levelOf(question, item)} · ${figures.join(' · ')}</p>
${card}</section>`;
}
