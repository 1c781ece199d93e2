import type { QuizRequest } from '../../core/command/quiz.ts';
import type { Settings } from '../../core/quiz/settings.ts';
import { defaultSettings } from '../../core/quiz/settings.ts';
import type { SaidNumbers } from '../views/quiz-words.ts';

/** The quiz that is wanted, and which of its numbers a person has said. */
export type Wanted = { readonly settings: Settings; readonly said: SaidNumbers };

/** Teams when only `teams` was said. */
const defaultTeams = 2;

/** The defaults with what was said; the command has checked the bounds. */
export function wantedBy(said: QuizRequest): Wanted {
  const { count, topics, level, seconds, teams } = said;
  const settings = {
    ...defaultSettings,
    topics,
    ...(count === undefined ? {} : { count }),
    ...(level === undefined ? {} : { level }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(teams === undefined ? {} : { teams: teams === 'default' ? defaultTeams : teams }),
  };
  return { settings, said };
}

/** The same once more: of a quiz that was, every number counts as said. */
export function wantedAgain(settings: Settings): Wanted {
  const { count, seconds, teams } = settings;
  return { settings, said: { count, seconds, ...(teams === null ? {} : { teams }) } };
}
