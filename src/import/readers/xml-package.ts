import { posix } from 'node:path';
import type { Archive } from '../archive.ts';
import type { Entry } from '../candidate.ts';
import { note, refusal } from '../candidate.ts';
import type { Limits } from '../limits.ts';
import { cut } from '../text/cut.ts';
import { decodeText } from '../text/decode-text.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { NamedFile, Rights } from './ims-manifest.ts';
import { filesOfManifest, manifestIn } from './ims-manifest.ts';
import { isXml, readXml } from './xml.ts';

const isXmlFile = (name: string) => /\.xml$/i.test(name);

/** Files that say what else is in a package, and hold no question. */
const frame = /(^|\/)(imsmanifest|assessment_meta|assessment-?test|manifest)[^/]*\.xml$/i;

/** Whether an archive holds files of XML that may have questions, and no document of an office program. */
export function isXmlPackage(names: readonly string[]): boolean {
  const isOther = names.some((name) => /^(xl|word|ppt)\/|^(content|moodle_backup)\.xml$/.test(name));
  return !isOther && names.some((name) => isXmlFile(name) && !frame.test(name));
}

/**
 * The questions of a package of QTI in the order of its manifest, with the author and licence that it names, and then those of other
 * files; without a manifest, of all files of XML.
 */
export async function* readXmlPackage(archive: Archive, limits: Limits): AsyncGenerator<Entry> {
  let left = limits.unpackedBytes;
  const textOf = async (name: string): Promise<string> => {
    const bytes = await archive.bytesOf(name, Math.min(left, limits.fileBytes));
    left -= bytes.length;
    const text = decodeText(bytes)?.text ?? '';
    if (!isXml(text)) throw new UnreadableSource('It is no XML.');
    return text;
  };
  const manifest = manifestIn(archive.names);
  const named =
    manifest === undefined ? [] : filesOfManifest(parseXml(await textOf(manifest)), posix.dirname(manifest));
  for (const { path, author, licence } of [...named, ...othersOf(archive.names, named)]) {
    try {
      if (!archive.names.includes(path)) throw new UnreadableSource(whyMissing(path));
      for (const entry of readXml(await textOf(path))) yield placedIn(path, entry, { author, licence });
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      yield refusal(cut(path, 200), error.message);
    }
  }
  const others = archive.names.filter((name) => !isXmlFile(name)).length + archive.numbered;
  if (others > 0) yield note(`Pictures and other files are not taken: ${others} in the archive.`);
}

function othersOf(names: readonly string[], named: readonly NamedFile[]): readonly NamedFile[] {
  const known = new Set(named.map(({ path }) => path));
  const others = names.filter((name) => isXmlFile(name) && !frame.test(name) && !known.has(name));
  return others.map((path) => ({ path, author: '', licence: '' }));
}

function whyMissing(path: string): string {
  const isOutside = path.startsWith('../') || path.startsWith('/');
  return isOutside ? 'It is outside of the package, and is not read.' : 'The manifest names it, and it is not there.';
}

function placedIn(name: string, entry: Entry, { author, licence }: Rights): Entry {
  if (entry.kind === 'note') return entry;
  const place = `${cut(name, 200)}, ${entry.place}`;
  if (entry.kind === 'refused') return { ...entry, place };
  return { ...entry, place, author: entry.author || author, licence: entry.licence || licence };
}
