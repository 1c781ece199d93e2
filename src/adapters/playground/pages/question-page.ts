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

/** One question with its answer and sources, at a permanent address. */
export function questionPage(question: Question, site: Site): Markup {
  const { subject } = site;
  const { title, topic, level, body, references } = question;
  const answer = cardMarkup(
    { body: [...body, ...changeNodes(question)] },
    { surface, heading: 2, toAddress: (url) => url, pictureAddress: () => '', actions: null },
  );
  const content = html`<article class="question" lang="${subject.language}"><p class="crumbs"><a href="/questions">Questions</a> · <a href="/questions?topic=${topic}">${topicTitle(subject, topic)}</a> · <span class="tag ${level}">${level}</span></p>
<h1>${title}</h1>
${answer}
${references.length === 0 ? '' : sources(references)}</article>`;
  return sitePage(title, content, site);
}

function sources(references: Question['references']): Markup {
  return html`<h2>To read on</h2><ul>${references.map(
    ({ title, url }) => html`<li><a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a></li>`,
  )}</ul>`;
}
