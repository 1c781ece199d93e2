import type { NamedTopic } from './bank.ts';
import { type BankCommand, parseBank } from './command/bank.ts';
import { type DailyCommand, parseDaily } from './command/daily.ts';
import { type InterviewCommand, parseInterview } from './command/interview.ts';
import { type LeaderboardCommand, parseLeaderboard } from './command/leaderboard.ts';
import { withoutNames } from './command/named-options.ts';
import { type PracticeCommand, parsePractice } from './command/practice.ts';
import { parseQuiz, type QuizCommand } from './command/quiz.ts';
import { parseRandom, type RandomCommand } from './command/random.ts';
import { parseScope, type ScopeCommand } from './command/scope.ts';
import { parseSeason, type SeasonCommand } from './command/season.ts';
import { withTopicIds } from './command/topic-titles.ts';
import { type Mistake, wordsOf } from './command/words.ts';

/** What a person wants from the bot, however it was typed. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'ask'; readonly query: string }
  | { readonly kind: 'topics' }
  | { readonly kind: 'me' }
  /** What somebody has answered, to take along: their questions for Anki, or all that is kept about them. */
  | { readonly kind: 'export'; readonly as: 'anki' | 'data' }
  | { readonly kind: 'forget-me' }
  /** To suggest a question for the bank, and to decide on what was suggested. */
  | { readonly kind: 'suggest' | 'suggestions' }
  | RandomCommand
  | DailyCommand
  | QuizCommand
  | PracticeCommand
  | InterviewCommand
  | LeaderboardCommand
  | SeasonCommand
  | BankCommand
  | ScopeCommand
  | Mistake;

/**
 * Parses what was typed after the look-up command or a mention. A first word is a sub-command only if the rest fits it
 * (`random history easy`, where `history` is one of the bank's topics); everything else is a look-up (`random forest or
 * boosting`), except for a sub-command that was clearly meant and contains a mistake (`quiz 500`). Never fails: any text
 * is at least a question.
 */
export function parseCommand(text: string, topics: readonly NamedTopic[]): Command {
  const query = text.trim();
  const [verb = 'help', ...rest] = inOurWords(wordsOf(query));
  return parseSubcommand(verb.toLowerCase(), rest, topics) ?? { kind: 'ask', query };
}

/** How people ask for a sub-command in a sentence, and the sub-command it stands for. */
const phrasings: readonly (readonly [RegExp, string])[] = [
  [/^help( me)?[!.]*$/i, 'help'],
  [/^(what|which) topics (are there|do you have)\??$/i, 'topics'],
  [/^(show|list)( me)?( the| all)? topics$/i, 'topics'],
  [/^start( a)? quiz(?=\s|$)/i, 'quiz'],
  [/^(start )?(an? )?mock interview(?=\s|$)/i, 'interview'],
  [/^show( me)?( the)? leaderboard(?=\s|$)/i, 'leaderboard'],
  [/^suggest (a |another )?question[.!]*$/i, 'suggest'],
];

function inOurWords(words: readonly string[]): readonly string[] {
  const typed = words.join(' ');
  const said = phrasings.find(([phrase]) => phrase.test(typed));
  return said === undefined ? words : wordsOf(typed.replace(...said));
}

function parseSubcommand(verb: string, typed: readonly string[], topics: readonly NamedTopic[]): Command | null {
  const withTopics = () => withTopicIds(typed, topics);
  const plain = () => withoutNames(lower(withTopics()));
  const lower = (words: readonly string[]) => words.map((word) => word.toLowerCase());
  switch (verb) {
    case 'help':
    case '?':
      return typed.length === 0 ? { kind: 'help' } : null;
    case 'topics':
      return typed.length === 0 ? { kind: 'topics' } : null;
    case 'me':
      return parseMe(lower(typed));
    case 'forget':
      return typed.length === 1 && lower(typed)[0] === 'me' ? { kind: 'forget-me' } : null;
    case 'suggest':
      return typed.length === 0 ? { kind: 'suggest' } : null;
    case 'suggestions':
      return typed.length === 0 ? { kind: 'suggestions' } : null;
    case 'random':
      return parseRandom(plain(), topics);
    case 'daily':
      // As they were typed: the name of a group to notify may depend on capitals.
      return parseDaily(withTopics(), topics);
    case 'quiz':
      return parseQuiz(plain(), topics);
    case 'practice':
    case 'practise':
    case 'practicing':
    case 'practising':
      return parsePractice(plain(), topics);
    case 'interview':
      return parseInterview(plain(), topics);
    case 'leaderboard':
      return parseLeaderboard(plain());
    case 'season':
      return parseSeason(typed);
    case 'workspace':
    case 'server':
      return parseScope(typed);
    case 'bank':
      return parseBank(typed);
    default:
      return null;
  }
}

/** Parses what follows `me`: nothing, `anki` or `export`, with fillers (`export to anki`, `export as json`). */
function parseMe(typed: readonly string[]): Command | null {
  const [first, ...more] = typed.filter((word) => !['to', 'for', 'as', 'my', 'data'].includes(word));
  const wish = first === 'export' && more.length > 0 ? more.join(' ') : [first, ...more].join(' ');
  if (typed.length === 0) return { kind: 'me' };
  if (wish === 'anki') return { kind: 'export', as: 'anki' };
  return wish === 'export' || wish === 'json' ? { kind: 'export', as: 'data' } : null;
}
