import { it } from 'vitest';
import { plantFaults } from './checker.ts';
import { killAroundPosts, killWithoutHistory } from './daily-kills.ts';
import { playAtOnce } from './many-quizzes.ts';
import { troublePlatforms } from './platform-trouble.ts';
import { practiseForDays } from './practice-days.ts';
import { killQuizzes } from './quiz-kills.ts';
import { isLong, longest } from './rounds.ts';
import { playOnSlowDisk } from './slow-disk.ts';
import { giveTimeBack } from './time-given-back.ts';
import { shareDatabase } from './two-instances.ts';

// All in one file and side by side: most of the time they wait. The long run takes one after the other.
const test = isLong ? it : it.concurrent;

test('loses no answer and asks nothing twice when it is killed in the middle of quizzes', killQuizzes, longest);

test('posts each date once, killed around the post, on platforms that lose answers', killAroundPosts, longest);

test('loses and doubles nothing through 429, 500, time-outs and a dead platform', troublePlatforms, longest);

test('gives back the time that was lost until people can answer again', giveTimeBack, longest);

test('keeps what came in time, once, on a disk that is slow and stalls', playOnSlowDisk, longest);

test('finds what a faulty bot would leave behind', plantFaults, longest);

test('does everything once with two instances on one PostgreSQL, one killed now and then', shareDatabase, longest);

test('asks everybody for what is due, once and in time, over days, kills and two instances', practiseForDays, longest);

test('doubles nothing on Slack where it may not look, and rather leaves a date out', killWithoutHistory, longest);

it.runIf(isLong)('runs 20 quizzes in one workspace on time', (context) => playAtOnce(20, 3, context), longest);

it.runIf(isLong)(
  'keeps the budgets with 200 quizzes in one workspace',
  (context) => playAtOnce(200, 1, context),
  longest,
);
