import { html } from 'hono/html';
import { letterOf } from '../../../app/views/item.ts';
import { counted, grouped, inSeconds } from '../../../app/views/numbers.ts';
import type { ShownItem, Stage } from '../../../app/views/presentation.ts';
import type { Rich } from '../../../core/card.ts';
import { shownCode } from '../cards/code.ts';
import { richText } from '../cards/inline.ts';
import type { Markup } from '../cards/markup.ts';
import { shapeOf } from '../cards/shapes.ts';

const rich = (text: Rich) => richText(text, (url) => url);

const lost = 'This question was changed during an update of the bot.';

/** A question with its options, and nothing of what is right or who has chosen what. */
export function questionView({ item }: Extract<Stage, { readonly kind: 'question' }>): Markup {
  if (item === null) return html`<div class="words"><h1>${lost}</h1><p>The host can skip it.</p></div>`;
  return html`<div class="question-view">${asked(item)}<ol class="options">${item.options.map(
    (option, place) => html`<li class="option place-${place}">${sign(place)}<span>${rich(option)}</span></li>`,
  )}</ol></div>`;
}

/** The same question closed: how many have chosen what, what is right and why, and who leads. */
export function answerView({ item, reveal, why }: Extract<Stage, { readonly kind: 'answer' }>): Markup {
  const { correct, counts, answered, fastest, top, teams } = reveal;
  const most = Math.max(1, ...counts);
  const options = (item?.options ?? counts.map((): Rich => [])).map((option, place) => {
    const count = counts[place] ?? 0;
    const isRight = place === correct;
    return html`<li class="option place-${place} ${isRight ? 'right' : 'wrong'}">${sign(place)}<span>${rich(option)}${isRight ? html` <strong class="flag">✓ Right</strong>` : ''}</span><span class="poll"><svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${count}" height="1"/></svg><b>${count}<span class="hidden-words"> chose this</span></b></span></li>`;
  });
  const quickest =
    fastest === null
      ? html`<p class="fastest">${answered === 0 ? 'Nobody answered.' : 'Nobody got it right.'}</p>`
      : html`<p class="fastest">Fastest: <b>${fastest.name}</b> in ${inSeconds(fastest.ms)}</p>`;
  const ranks = top.map(
    ({ rank, name, points, moved }) =>
      html`<li><span class="rank">${rank}</span> <span class="name">${name}</span> <b>${grouped(points)}</b>${moved === 0 ? '' : html` <span class="moved">${moved > 0 ? `▲${moved}` : `▼${-moved}`}</span>`}</li>`,
  );
  const teamRanks = teams.map(
    ({ rank, name, points }) =>
      html`<li><span class="rank">${rank}</span> <span class="name">${name}</span> <b>${grouped(points)}</b></li>`,
  );
  return html`<div class="answer-view"><div>${item === null ? html`<h1>${lost}</h1>` : asked(item)}<ol class="options">${options}</ol><p class="why"><strong>${letterOf(correct)} is right.</strong> ${rich(why)}</p></div>
<section aria-label="Standings"><h2>${teams.length > 0 ? 'Teams and players' : 'Standings'}</h2>${teamRanks.length === 0 ? '' : html`<ol class="ranks">${teamRanks}</ol>`}${ranks.length === 0 ? '' : html`<ol class="ranks">${ranks}</ol>`}${quickest}<p class="fastest">${counted(answered, 'answer')} of ${counted(reveal.players, 'player')}</p></section></div>`;
}

function asked({ stem, code }: ShownItem): Markup {
  return html`<h1>${rich(stem)}</h1>${code === null ? '' : shownCode(code, 'python')}`;
}

/** An option's letter on a shape of its own, so that no colour alone tells it. */
function sign(place: number): Markup {
  return html`<span class="sign">${shapeOf(place)}</span><b class="letter">${letterOf(place)}</b>`;
}
