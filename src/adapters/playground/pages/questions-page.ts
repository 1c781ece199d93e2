import { html } from 'hono/html';
import type { Level, Question, Topic } from '../../../core/question.ts';
import { levels, topics } from '../../../core/question.ts';
import type { Markup } from '../cards/markup.ts';
import type { AssetAddresses } from './assets.ts';
import { sitePage } from './site.ts';

type Options = {
  readonly shown: readonly Question[];
  /** Number of questions in the bank. */
  readonly total: number;
  readonly filter: { readonly text: string; readonly topic: Topic | null; readonly level: Level | null };
  readonly assets: AssetAddresses;
};

/** The question bank by topic, or search results, best first. */
export function questionsPage({ shown, total, filter, assets }: Options): Markup {
  const { text, topic, level } = filter;
  const filtered = text !== '' || topic !== null || level !== null;
  const count = filtered ? `${shown.length} of ${total} questions` : `${total} questions`;
  const content = html`<h1>Question bank</h1>
<form class="search" action="/questions" method="get" role="search">
<label for="q">Search</label><input id="q" name="q" type="search" value="${text}" maxlength="200" placeholder="stride, max pooling, …">
<label for="topic">Topic</label>${choice('topic', topics, topic, 'All topics')}
<label for="level">Level</label>${choice('level', levels, level, 'All levels')}
<button type="submit" class="primary">Search</button>
</form>
<p class="muted" role="status">${count}${filtered ? html` · <a href="/questions">show all</a>` : ''}</p>
${shown.length === 0 ? html`<p>Nothing fits. Try fewer words, or another topic.</p>` : ''}
${text === '' ? byTopic(shown) : list(shown, true)}`;
  return sitePage('Question bank', content, assets);
}

function choice(name: string, values: readonly string[], chosen: string | null, all: string): Markup {
  return html`<select id="${name}" name="${name}"><option value="">${all}</option>${values.map(
    (value) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${value}</option>`,
  )}</select>`;
}

function byTopic(questions: readonly Question[]): Markup {
  return html`${topics.map((topic) => {
    const own = questions.filter((question) => question.topic === topic);
    return own.length === 0 ? '' : html`<section class="topic"><h2>${topic}</h2>${list(own, false)}</section>`;
  })}`;
}

function list(questions: readonly Question[], withTopic: boolean): Markup {
  return html`<ul class="questions">${questions.map(
    ({ id, title, topic, level }) =>
      html`<li><a href="/questions/${id}">${title}</a> <span class="tag ${level}">${withTopic ? `${topic} · ` : ''}${level}</span></li>`,
  )}</ul>`;
}
