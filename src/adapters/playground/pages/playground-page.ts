import { html } from 'hono/html';
import type { Subject } from '../../../core/bank.ts';
import type { Markup } from '../cards/markup.ts';
import type { BankNews } from '../inbound/bank-events.ts';
import { botName, channelsOf } from '../inbound/channels.ts';
import type { Message } from '../outbound/message.ts';
import type { AssetAddresses } from './assets.ts';
import { bankBanner } from './bank-banner.ts';
import { commandDialog } from './command-form.ts';
import { composer } from './composer.ts';
import { layout } from './layout.ts';
import type { MessageContext } from './message.ts';
import { channelMessages, threadMessages } from './message-list.ts';
import type { View } from './view.ts';
import { boxId, viewAddress } from './view.ts';

type Options = {
  readonly context: MessageContext;
  /** The id of a message that is to be on the page, however far back it is; null for none. */
  readonly from: string | null;
  readonly assets: AssetAddresses;
  readonly news: BankNews | null;
};

/** The page of one channel for one player: channels, messages, the open thread. */
export function playgroundPage({ context, from, assets, news }: Options): Markup {
  const { view, messages } = context;
  const { player, channel, thread } = view;
  const subject = context.subject();
  const address = viewAddress(player, channel.slug, thread);
  const root = thread === null ? null : messages.find(thread);
  const body = html`<body class="${root === null ? 'playground' : 'playground with-thread'}">
<a class="skip" href="#message-box">To the message box</a>
<div id="banner" role="status">${bankBanner(news)}</div>
<div class="shell" hx-ext="sse" sse-connect="${address}/events?since=${messages.revision()}">
<div sse-swap="change" hx-swap="none" hidden></div>
${sidebar(view, subject)}
<main>
<h1 class="hidden-words">${channel.title}</h1>
<section class="channel" aria-label="Channel">
<header class="pane-head"><p class="title" aria-hidden="true">${channel.title}</p><p>${channel.purpose}</p></header>
<div class="log" id="messages" role="log" aria-label="Messages in ${channel.title}" aria-relevant="additions" tabindex="0">${channelMessages(context, from)}</div>
${newMessages('messages')}
${composer(view, null, context.subject(channel.key))}
</section>
${root === null ? '' : threadPane(root, context, from)}
</main>
</div>
${commandDialog()}
<p id="connection" role="status"></p>
<noscript><p class="notice">This page needs JavaScript for live messages.</p></noscript>
</body>`;
  return layout({
    description: `${subject.title}: ask, practise, and play quizzes in ${channel.title}.`,
    title: channel.direct ? channel.title : `${channel.title} · ${botName(subject)}`,
    assets,
    script: 'live',
    body,
  });
}

function sidebar({ player, channel }: View, subject: Subject): Markup {
  const links = channelsOf(player, subject).map(
    ({ slug, title, direct }) =>
      html`<li><a href="${viewAddress(player, slug)}"${slug === channel.slug ? html` aria-current="page"` : ''}><span class="${direct ? 'name direct' : 'name'}">${title}</span><span id="unread-${slug}" class="unread"></span></a></li>`,
  );
  return html`<nav aria-label="Channels">
<p class="brand">${subject.name} <span>bot</span></p>
<ul>${links}</ul>
<button type="button" class="menu" popovertarget="side-foot"><span class="hidden-words">Menu</span></button>
<div class="side-foot" id="side-foot" popover>
<ul><li><a href="/questions">Question bank</a></li><li><a href="/new" target="_blank" rel="noopener">New player <span class="small">new tab</span></a></li></ul>
<details class="settings"><summary>Settings</summary><label><input type="checkbox" data-setting="sound" autocomplete="off"> Sound in quizzes</label><label><input type="checkbox" data-setting="less-motion" autocomplete="off"> Less motion</label></details>
<form class="player" hx-post="/p/${player.token}/name" hx-swap="none"><label for="player-name">You are</label><input id="player-name" name="name" value="${player.name}" maxlength="40" autocomplete="off" required><button type="submit" class="quiet">Save</button></form>
<p class="small cookie">A cookie lets you be the same player here next time. <button type="button" class="quiet" hx-post="/p/${player.token}/anew" hx-swap="none">Forget me</button></p>
</div>
</nav>`;
}

/** A link to new messages for somebody who has scrolled up. */
function newMessages(list: string): Markup {
  return html`<p class="newer" hidden><button type="button" aria-controls="${list}">New messages</button></p>`;
}

function threadPane(root: Message, context: MessageContext, from: string | null): Markup {
  const { view } = context;
  const { player, channel } = view;
  const name = root.threadName ?? 'Thread';
  return html`<section class="thread" aria-label="Thread">
<header class="pane-head"><h2>${name}</h2><a class="close" href="${viewAddress(player, channel.slug)}#m${root.id}"><span class="beside">Close<span class="hidden-words"> the thread</span></span><span class="instead"><span aria-hidden="true">← </span><span class="hidden-words">Back to </span>${channel.title}</span> <span id="channel-news" class="unread instead"></span></a></header>
<div class="log" id="thread-messages" data-box="${boxId(root.id)}" role="log" aria-label="Messages in the thread" aria-relevant="additions" tabindex="0">${threadMessages(context, root, from)}</div>
${newMessages('thread-messages')}
${composer(view, root.id, context.subject(channel.key))}
</section>`;
}
