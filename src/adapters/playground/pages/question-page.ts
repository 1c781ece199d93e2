import { html } from 'hono/html';
import { changeNodes } from '../../../app/views/answer.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { Question } from '../../../core/question.ts';
import type { Markup } from '../cards/markup.ts';
import { cardMarkup } from '../cards/render.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

const surface = playgroundSurface(false);

/** One question with its answer, sources, quiz and what one asks next, at a permanent address. */
export function questionPage(question: Question, related: readonly Question[], site: Site): Markup {
  const { subject } = site;
  const { id, title, topic, level, body, references, items } = question;
  const answer = cardMarkup(
    { body: [...body, ...changeNodes(question)] },
    { surface, heading: 2, toAddress: (url) => url, pictureAddress: () => '', actions: null, choose: null },
  );
  const content = html`<article class="question" lang="${subject.language}"><p class="crumbs"><a href="/questions">Questions</a> · <a href="/questions?topic=${topic}">${topicTitle(subject, topic)}</a> · <span class="tag ${level}">${level}</span></p>
<h1>${title}</h1>
${answer}
${items.length === 0 ? '' : html`<p><a class="quiz" href="/questions/${id}/quiz">Quiz me on this</a></p>`}
${references.length === 0 ? '' : sources(references)}
${related.length === 0 ? '' : next(related)}</article>`;
  return sitePage(title, content, site);
}

function next(related: readonly Question[]): Markup {
  return html`<h2>Asked next</h2><ul>${related.map(
    ({ id, title, level }) =>
      html`<li><a href="/questions/${id}">${title}</a> <span class="tag ${level}">${level}</span></li>`,
  )}</ul>`;
}

function sources(references: Question['references']): Markup {
  return html`<h2>To read on</h2><ul>${references.map(
    ({ title, url }) => html`<li><a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a></li>`,
  )}</ul>`;
}
