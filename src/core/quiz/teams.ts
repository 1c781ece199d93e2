import { createRandom, shuffle } from './random.ts';
import type { Player, Team } from './state.ts';

const teamNames = ['Red', 'Blue', 'Green', 'Yellow', 'Purple', 'Orange', 'Teal', 'Pink'];

/** `count` teams named after colours, always the same ones, so that a channel's team wins add up. */
export function createTeams(count: number | null): readonly Team[] {
  return Array.from({ length: count ?? 0 }, (_, no) => ({ no, name: teamNames[no] ?? `Team ${no + 1}` }));
}

/** How many players each team has. */
function teamSizes(players: readonly Player[], teams: readonly Team[]): readonly number[] {
  return teams.map(({ no }) => players.filter((player) => player.team?.no === no).length);
}

/** The smallest team, the first in a tie; null if there are none. */
export function smallestTeam(players: readonly Player[], teams: readonly Team[]): number | null {
  const sizes = teamSizes(players, teams);
  const team = sizes.indexOf(Math.min(...sizes));
  return team === -1 ? null : team;
}

/**
 * The team for somebody who joins a running quiz: the smallest one that has players. An empty team would become a team
 * of one and cut every other team's score to its best member.
 */
export function smallestCompetingTeam(players: readonly Player[], teams: readonly Team[]): number | null {
  const sizes = teamSizes(players, teams);
  const competing = teams.filter(({ no }) => (sizes[no] ?? 0) > 0);
  const least = Math.min(...competing.map(({ no }) => sizes[no] ?? 0));
  return competing.find(({ no }) => sizes[no] === least)?.no ?? smallestTeam(players, teams);
}

/** The players with teams as even as possible: those who did not choose are dealt out at random, from the seed. */
export function balanceTeams(players: readonly Player[], teams: readonly Team[], seed: number): readonly Player[] {
  const placed: Player[] = players.filter((player) => player.team?.chosen === true);
  const others = players.filter((player) => player.team?.chosen !== true);
  for (const player of shuffle(others, createRandom(seed))) {
    const no = smallestTeam(placed, teams);
    placed.push({ ...player, team: no === null ? null : { no, chosen: false } });
  }
  const byUser = new Map(placed.map((player) => [player.user, player]));
  return players.map((player) => byUser.get(player.user) ?? player);
}

export type TeamScore = Team & { readonly points: number; readonly members: number };

/**
 * Each competing team's score: the sum of its best k members' points, where k is the size of the smallest team that has
 * players. Teams without players do not compete. In the order of the teams.
 */
export function teamScores(
  teams: readonly Team[],
  members: readonly { readonly team: number | null; readonly points: number }[],
): readonly TeamScore[] {
  const pointsOfTeam = teams.map(({ no }) => members.filter(({ team }) => team === no).map(({ points }) => points));
  const smallest = Math.min(...pointsOfTeam.map(({ length }) => length).filter((size) => size > 0));
  return teams.flatMap((team, index) => {
    const points = pointsOfTeam[index] ?? [];
    if (points.length === 0) return [];
    const best = points.toSorted((one, other) => other - one).slice(0, smallest);
    return [{ ...team, points: best.reduce((sum, each) => sum + each, 0), members: points.length }];
  });
}
