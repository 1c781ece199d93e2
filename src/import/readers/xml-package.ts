import type { Archive } from '../archive.ts';
import type { Entry } from '../candidate.ts';
import { note, refusal } from '../candidate.ts';
import type { Limits } from '../limits.ts';
import { cut } from '../text/cut.ts';
import { decodeText } from '../text/decode-text.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { isXml, readXml } from './xml.ts';

const isXmlFile = (name: string) => /\.xml$/i.test(name);

/** Files that say what else is in a package, and hold no question. */
const frame = /(^|\/)(imsmanifest|assessment_meta|assessment-?test|manifest)[^/]*\.xml$/i;

/** Whether an archive holds files of XML that may have questions, and no document of an office program. */
export function isXmlPackage(names: readonly string[]): boolean {
  const isOther = names.some((name) => /^(xl|word|ppt)\/|^(content|moodle_backup)\.xml$/.test(name));
  return !isOther && names.some((name) => isXmlFile(name) && !frame.test(name));
}

/** The questions of a package of QTI, or of any archive of XML files, in the order of the archive. */
export async function* readXmlPackage(archive: Archive, limits: Limits): AsyncGenerator<Entry> {
  const files = archive.names.filter((name) => isXmlFile(name) && !frame.test(name));
  let left = limits.unpackedBytes;
  for (const name of files) {
    try {
      const bytes = await archive.bytesOf(name, Math.min(left, limits.fileBytes));
      left -= bytes.length;
      const text = decodeText(bytes)?.text ?? '';
      if (!isXml(text)) throw new UnreadableSource('It is no XML.');
      for (const entry of readXml(text)) yield placedIn(name, entry);
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      yield refusal(cut(name, 200), error.message);
    }
  }
  const others = archive.names.filter((name) => !isXmlFile(name)).length + archive.numbered;
  if (others > 0) yield note(`Pictures and other files are not taken: ${others} in the archive.`);
}

function placedIn(name: string, entry: Entry): Entry {
  return entry.kind === 'note' ? entry : { ...entry, place: `${cut(name, 200)}, ${entry.place}` };
}
