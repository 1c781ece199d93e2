import { html } from 'hono/html';
import type { Joinable } from '../../../app/quiz/presenting.ts';
import { counted } from '../../../app/views/numbers.ts';
import type { Markup } from '../cards/markup.ts';
import { longestName } from '../inbound/player-names.ts';
import type { Site } from './site.ts';
import { sitePage } from './site.ts';

type Options = {
  /** Where the quiz is played, as people call it: `#general`. */
  readonly place: string;
  /** Null for no quiz that could be joined. */
  readonly quiz: Joinable | null;
  /** Stands for the person of this page, so that a form that is sent twice makes one player. */
  readonly ticket: string;
  /** What was typed before. */
  readonly name: string;
  /** Why that did not do; null for nothing wrong. */
  readonly problem: string | null;
  readonly site: Site;
};

/** Where somebody joins the quiz of a channel with nothing but a name. */
export function joinPage({ place, quiz, ticket, name, problem, site }: Options): Markup {
  if (quiz === null) {
    const content = html`<h1>No quiz is running in ${place}</h1>
<p>When one begins, it can be joined at this same address.</p>
<p><a class="again" href="">Look again</a></p>`;
    return sitePage('Join', content, site);
  }
  const content = html`<h1>Join the quiz</h1>
<p>${stateWords(quiz)}</p>
<form class="join" method="post">
<label for="name">Your name</label>
<input id="name" name="name" value="${name}" maxlength="${longestName}" autocomplete="nickname" autocapitalize="words" spellcheck="false" required autofocus${problem === null ? '' : html` aria-invalid="true" aria-describedby="problem"`}>
${problem === null ? '' : html`<p id="problem" class="problem">${problem}</p>`}
<input type="hidden" name="ticket" value="${ticket}">
<button type="submit" class="primary">Join</button>
</form>
<p class="small">All players see this name. There is no account, and nothing else is asked.</p>`;
  return sitePage('Join the quiz', content, site);
}

function stateWords({ questions, asked, players }: Joinable): string {
  const count =
    players.length === 0 ? 'Nobody is in yet.' : `${counted(players.length, 'player is', 'players are')} in.`;
  if (asked === 0) return `It has ${counted(questions, 'question')} and has not begun. ${count}`;
  return `It has begun: question ${asked} of ${questions}. You can still join, and answer from now on. ${count}`;
}
