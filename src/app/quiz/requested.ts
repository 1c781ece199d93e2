import type { QuizRequest } from '../../core/command/quiz.ts';
import type { Settings } from '../../core/quiz/settings.ts';
import { defaultSettings } from '../../core/quiz/settings.ts';
import type { SaidNumbers } from '../views/quiz-notices.ts';

/** The quiz that is requested, and which of its numbers a person has said. */
export type Requested = { readonly settings: Settings; readonly said: SaidNumbers };

/** Teams when only `teams` was said. */
const defaultTeams = 2;

/** The defaults with what was said; the command has checked the bounds. */
export function requestedBy(said: QuizRequest): Requested {
  const { count, topics, level, seconds, lobby, teams } = said;
  const settings = {
    ...defaultSettings,
    topics,
    ...(count === undefined ? {} : { count }),
    ...(level === undefined ? {} : { level }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(lobby === undefined ? {} : { lobbySeconds: 60 * lobby }),
    ...(teams === undefined ? {} : { teams: teams === 'default' ? defaultTeams : teams }),
  };
  return { settings, said };
}

/** The same once more: of a quiz that was, every number counts as said. */
export function requestedAgain(settings: Settings): Requested {
  const { count, seconds, teams } = settings;
  return { settings, said: { count, seconds, ...(teams === null ? {} : { teams }) } };
}
