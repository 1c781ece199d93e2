import { html } from 'hono/html';
import { choicesNode, itemNodes, optionList, rightPlace } from '../../../app/views/item.ts';
import { verdictHeading, verdictNodes } from '../../../app/views/verdict.ts';
import { topicTitle } from '../../../core/bank.ts';
import type { Card } from '../../../core/card.ts';
import { orderOf } from '../../../core/permutation.ts';
import type { Item, Question } from '../../../core/question.ts';
import { levelOf } from '../../../core/question.ts';
import type { Markup } from '../cards/markup.ts';
import type { CardPlace } from '../cards/render.ts';
import { cardMarkup } from '../cards/render.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

const surface = playgroundSurface(false);

type Options = {
  readonly question: Question;
  readonly item: Item;
  /** The number of the permutation of its options. */
  readonly order: number;
  /** The place of the option that was chosen, 0 for A; null before that. */
  readonly chosen: number | null;
  readonly site: Site;
};

/** An item of a question to practise alone; nothing is counted. The choice stands in the address. */
export function quizPage({ question, item, order, chosen, site }: Options): Markup {
  const { subject } = site;
  const places = orderOf(order);
  const level = levelOf(question, item);
  const content = html`<article class="question" lang="${subject.language}"><p class="crumbs"><a href="/questions">Questions</a> · <a href="/questions?topic=${question.topic}">${topicTitle(subject, question.topic)}</a> · <a href="/questions/${question.id}">${question.title}</a> · <span class="tag ${level}">${level}</span></p>
<h1>Quiz: ${question.title}</h1>
${chosen === null ? toAnswer(item, order) : html`${toMarkup({ body: [...itemNodes(item), optionList(item, places)] })}${toMarkup(verdict(item, places, chosen))}${onwards(question, item)}`}</article>`;
  return sitePage(`Quiz: ${question.title}`, content, site);
}

function toMarkup(card: Card, { choose }: Pick<CardPlace, 'choose'> = { choose: null }): Markup {
  return cardMarkup(card, {
    surface,
    heading: 2,
    toAddress: (url) => url,
    pictureAddress: () => '',
    actions: null,
    choose,
  });
}

/** The item in a form, with options that lead to what is said of them. */
function toAnswer(item: Item, order: number): Markup {
  const choices = choicesNode(item, orderOf(order), (place) => String(place));
  const card = toMarkup(
    { body: [...itemNodes(item), choices] },
    { choose: (place) => html`name="choice" value="${place}"` },
  );
  return html`<form method="get"><input type="hidden" name="order" value="${order}">${card}</form>`;
}

function verdict(item: Item, order: readonly number[], chosen: number): Card {
  const right = chosen === rightPlace(item, order);
  return { ...verdictHeading(right), body: verdictNodes(item, order, chosen) };
}

/** The next item of the question, and its answer. */
function onwards({ id, items }: Question, item: Item): Markup {
  const next = items[(items.indexOf(item) + 1) % items.length];
  return html`<p><a href="/questions/${id}">Full answer</a>${
    next === undefined || next === item ? '' : html` · <a href="/questions/${id}/quiz/${next.id}">Another one</a>`
  }</p>`;
}
