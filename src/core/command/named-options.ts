/**
 * The words, in lower case, of a command whose options may be named as in a form (`count: 10 seconds:20 level:hard`), with each
 * option written as it is without its name (`10 20s hard`). Words that name none stay as they are.
 */
export function withoutNames(words: readonly string[]): readonly string[] {
  const plain = words
    .join(' ')
    .replaceAll(named('seconds', String.raw`(-?\d+) ?(?:s|secs?|seconds?)?(?=[\s,]|$)`), '$1s')
    .replaceAll(named('lobby', String.raw`(-?\d+) ?(?:m|mins?|minutes?)?(?=[\s,]|$)`), 'lobby $1m')
    .replaceAll(named('teams', String.raw`(-?\d+)(?=[\s,]|$)`), 'teams $1')
    .replaceAll(named('minutes', String.raw`(-?\d+) ?(?:m|mins?|minutes?)?(?=[\s,]|$)`), '$1')
    .replaceAll(named('(?:count|topics?|level|period|where)', ''), '');
  return plain.split(' ').filter((word) => word !== '');
}

function named(name: string, value: string): RegExp {
  return new RegExp(String.raw`(?<=^|[\s,])${name}:\s*${value}`, 'g');
}
