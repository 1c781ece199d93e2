import { html } from 'hono/html';
import { counted, grouped } from '../../../app/views/numbers.ts';
import type { Subject } from '../../../core/bank.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { Level, Question, Topic } from '../../../core/question.ts';
import { levels } from '../../../core/question.ts';
import type { Markup } from '../cards/markup.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

type Options = {
  readonly shown: readonly Question[];
  /** Number of questions in the bank. */
  readonly total: number;
  /** What each bank is about; one where there is only one. */
  readonly banks: readonly Subject[];
  /** There is a page that says how people answered. */
  readonly hasStatistics: boolean;
  readonly filter: { readonly text: string; readonly topic: Topic | null; readonly level: Level | null };
  readonly site: Site;
};

type Choices = readonly { readonly id: string; readonly title: string }[];

/** The question bank by topic, or search results, best first. */
export function questionsPage({ shown, total, banks, hasStatistics, filter, site }: Options): Markup {
  const { text, topic, level } = filter;
  const { subject } = site;
  const filtered = text !== '' || topic !== null || level !== null;
  const all = counted(total, 'question');
  const count = filtered ? `${grouped(shown.length)} of ${all}` : all;
  const content = html`<h1>Question bank</h1>
${banks.length > 1 ? otherBanks(banks, subject) : ''}<form class="search" action="/questions" method="get" role="search">
${subject.bank === undefined ? '' : html`<input type="hidden" name="bank" value="${subject.bank}">`}<label for="q">Search</label><input id="q" name="q" type="search" value="${text}" maxlength="200">
<label for="topic">Topic</label>${choice('topic', subject.topics, topic, 'All topics')}
<label for="level">Level</label>${choice('level', sameAsShown(levels), level, 'All levels')}
<button type="submit" class="primary">Search</button>
</form>
<p class="muted" role="status">${count}${filtered ? html` · <a href="${bankAddress(subject)}">show all</a>` : ''}</p>
${shown.length === 0 ? html`<p>Nothing fits. Try fewer words, or another topic.</p>` : ''}
${text === '' ? byTopic(shown, subject) : list(shown, subject, true)}
${hasStatistics ? html`<p><a href="/statistics${subject.bank === undefined ? '' : `?bank=${subject.bank}`}">How people answered</a></p>` : ''}`;
  return sitePage('Question bank', content, site);
}

/** Links to the lists of all banks. */
function otherBanks(banks: readonly Subject[], { bank: shown }: Subject): Markup {
  return html`<div class="switches" role="navigation" aria-label="Banks"><ul>${banks.map(
    (subject) =>
      html`<li><a href="${bankAddress(subject)}"${subject.bank === shown ? html` aria-current="true"` : ''}>${subject.title}</a></li>`,
  )}</ul></div>
`;
}

function bankAddress({ bank }: Subject): string {
  return bank === undefined ? '/questions' : `/questions?bank=${bank}`;
}

function sameAsShown(values: readonly string[]): Choices {
  return values.map((value) => ({ id: value, title: value }));
}

function choice(name: string, choices: Choices, chosen: string | null, all: string): Markup {
  return html`<select id="${name}" name="${name}"><option value="">${all}</option>${choices.map(
    ({ id, title }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${title}</option>`,
  )}</select>`;
}

function byTopic(questions: readonly Question[], subject: Subject): Markup {
  return html`${subject.topics.map(({ id, title }) => {
    const own = questions.filter((question) => question.topic === id);
    return own.length === 0
      ? ''
      : html`<section class="topic"><h2><a href="/questions?topic=${id}">${title}</a></h2>${list(own, subject, false)}</section>`;
  })}`;
}

function list(questions: readonly Question[], subject: Subject, withTopic: boolean): Markup {
  return html`<ul class="questions" lang="${subject.language}">${questions.map(
    ({ id, title, topic, level }) =>
      html`<li><a href="/questions/${id}">${title}</a> <span class="tag ${level}">${withTopic ? `${topicTitle(subject, topic)} · ` : ''}${level}</span></li>`,
  )}</ul>`;
}
