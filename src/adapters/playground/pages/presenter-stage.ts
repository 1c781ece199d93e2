import { html } from 'hono/html';
import type { Presented } from '../../../app/quiz/presenting.ts';
import { counted } from '../../../app/views/numbers.ts';
import type { Presentation, Stage } from '../../../app/views/presentation.ts';
import type { Markup } from '../cards/markup.ts';
import type { JoinWay } from './join-way.ts';
import { answerView, questionView } from './presenter-question.ts';
import { overView } from './presenter-result.ts';
import { qrCode } from './qr-code.ts';

/** More are counted, not named. */
const namedPlayers = 80;

/** All that the screen shows at this moment; null for a quiz that is gone. */
export function presenterStage(shown: Presented | null, join: JoinWay | null): Markup {
  if (shown === null) return notice('This quiz is gone', 'Its channel or its place in the chat is no longer there.');
  const { presentation, now } = shown;
  const { stage } = presentation;
  return html`<div class="stage ${stage.kind}">${head(presentation, now)}<main>${middle(presentation, join)}</main>${foot(stage, join)}</div>`;
}

function middle({ stage, players, rules }: Presentation, join: JoinWay | null): Markup {
  switch (stage.kind) {
    case 'lobby':
      return lobbyView(players, rules, join);
    case 'coming':
      return html`<div class="words"><h1>Question ${stage.no + 1} is coming</h1><p>Look at your own screen, too.</p></div>`;
    case 'question':
      return questionView(stage);
    case 'answer':
      return answerView(stage);
    case 'paused':
      return html`<div class="words"><h1>Paused</h1><p>${pauseWords[stage.reason]}</p></div>`;
    case 'over':
      return overView(stage);
  }
}

const pauseWords = {
  asked: 'The host goes on in the chat. The time left is kept.',
  'nobody-answers': 'Nobody answered three questions in a row. The host can go on in the chat.',
  unheard: 'The bot’s connection to the chat is down. Nobody loses time.',
  lost: 'The bot may not write in the chat at the moment. Its host has been told what to do.',
} as const;

function head({ title, questions, stage, players, due }: Presentation, now: number): Markup {
  const hasNumber = stage.kind === 'question' || stage.kind === 'answer' || stage.kind === 'paused';
  const where = hasNumber ? html`<p class="where">Question ${stage.no + 1} of ${questions}</p>` : '';
  const answered =
    stage.kind === 'question'
      ? html`<p class="answered"><b>${stage.answered}</b> of ${players.length} answered</p>`
      : '';
  return html`<header><p class="title">${title}</p>${where}${answered}${due === null ? '' : countdown(stage, due - now)}</header>`;
}

/** The client's script counts on from the time left at the sending, so that no clock but the bot's has to be right. */
function countdown(stage: Stage, left: number): Markup {
  const remaining = Math.max(0, Math.round(left));
  const words = { lobby: 'Begins in', question: 'Time left', answer: stage.kind === 'answer' ? 'Goes on in' : '' };
  const what = stage.kind === 'lobby' || stage.kind === 'question' || stage.kind === 'answer' ? words[stage.kind] : '';
  const limit = stage.kind === 'question' ? stage.limit : null;
  const bar =
    limit === null ? '' : html`<div class="time-bar" data-limit="${limit}" aria-hidden="true"><div></div></div>`;
  return html`<p class="clock" data-remaining="${remaining}"><span>${what}</span> <b>${Math.ceil(remaining / 1000)}</b> <span>s</span></p>${bar}`;
}

function lobbyView(players: readonly string[], rules: string, join: JoinWay | null): Markup {
  const named = players.slice(-namedPlayers);
  const more = players.length - named.length;
  return html`<div class="lobby-view">${join === null ? html`<div class="invitation"><h1>Join in the chat</h1></div>` : invitation(join)}
<section class="players" aria-label="Players"><h2>${players.length === 0 ? 'Nobody has joined yet' : counted(players.length, 'player')}</h2><ul>${more > 0 ? html`<li class="more">${more} more, and</li>` : ''}${named.map((name) => html`<li>${name}</li>`)}</ul></section>
<p class="rules">${rules}</p></div>`;
}

function invitation(join: JoinWay): Markup {
  if (join.kind === 'chat') {
    return html`<div class="invitation">${qrCode(join.address, 'QR code that opens the quiz in the chat')}<div><h1>Join in the chat</h1><p>Scan the code to open the quiz there, and press <b>Join</b>.</p></div></div>`;
  }
  const caution = join.isLocal
    ? html`<p class="caution">Only this computer reaches this address. For phones, start the bot with <code>HOST=0.0.0.0</code>.</p>`
    : '';
  return html`<div class="invitation">${qrCode(join.address, `QR code that leads to ${join.address}`)}<div><h1>Join with your phone</h1><p class="address">${withoutScheme(join.address)}</p>${caution}</div></div>`;
}

/** For whoever comes late; in the chat they join by answering. */
function foot(stage: Stage, join: JoinWay | null): Markup | string {
  const isOpen = stage.kind === 'question' || stage.kind === 'answer' || stage.kind === 'coming';
  if (join?.kind !== 'page' || !isOpen) return '';
  return html`<footer>${qrCode(join.address, `QR code that leads to ${join.address}`)}<p>You can still join: <b class="address">${withoutScheme(join.address)}</b></p></footer>`;
}

/** As one types it on a phone. */
function withoutScheme(address: string): string {
  return address.replace(/^http:\/\//, '');
}

function notice(title: string, words: string): Markup {
  return html`<div class="stage over"><main><div class="words"><h1>${title}</h1><p>${words}</p></div></main></div>`;
}
