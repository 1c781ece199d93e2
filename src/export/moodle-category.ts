import type { Subject } from '../core/bank.ts';

/** The path of a topic's category in Moodle, below one of the subject; a slash within a name is doubled there. */
export function categoryOf({ name }: Pick<Subject, 'name'>, topic: string): string {
  return ['$course$', 'top', ...[name, topic].map((part) => part.replaceAll('/', '//'))].join('/');
}
