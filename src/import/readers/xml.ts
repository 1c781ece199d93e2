import type { Entry } from '../candidate.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { readMoodleXml } from './moodle-xml.ts';
import { isQti, readQti } from './qti.ts';

export function isXml(text: string): boolean {
  return /^\s*<[?!a-z]/i.test(text.slice(0, 200));
}

/** The questions of an XML file, by what its root is. Throws an `UnreadableSource` where it is none that is read. */
export function readXml(text: string): Iterable<Entry> {
  const root = parseXml(text);
  if (root.name === 'quiz') return readMoodleXml(root);
  if (isQti(root)) return readQti(root);
  throw new UnreadableSource(`It is XML of another kind, <${root.name.slice(0, 60)}>. Moodle XML and QTI are read.`);
}
