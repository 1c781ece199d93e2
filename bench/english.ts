import { writeFile } from 'node:fs/promises';
import { packEnglish } from './pack-english.ts';

/** Writes `src/search/english/word-counts.json`, after another version of the package that has the frequencies: `npm run bench:english`. */
const path = 'src/search/english/word-counts.json';

const packed = packEnglish();
await writeFile(path, `${JSON.stringify(packed, null, 2)}\n`);
console.log(`${path}: ${packed.words.split(' ').length / 2} words`);
