import { isBankName, longestBankName } from '../core/bank-name.ts';
import { whatShellsExpand } from './database-location.ts';

/** Folders of banks by their names. */
export type BankFolders = ReadonlyMap<string, string>;

/**
 * Reads names and folders of banks, `git=../git,networks=/srv/networks`; or what is wrong with them, as what follows the
 * variable's name.
 */
export function readBanks(text: string): BankFolders | { readonly wrong: string } {
  const folders = new Map<string, string>();
  for (const entry of text.split(',').map((each) => each.trim())) {
    const [, name = '', folder = ''] = /^([^=]*)=(.*)$/s.exec(entry)?.map((part) => part.trim()) ?? [];
    if (name === '' || folder === '') {
      return {
        wrong: 'must be names of banks with their folders, such as git=../git; several with commas between them',
      };
    }
    if (!isBankName(name)) {
      return {
        wrong: `has a name that people cannot type; it may have up to ${longestBankName} lower-case letters, digits and single hyphens, and begins with a letter`,
      };
    }
    if (folders.has(name)) return { wrong: `has the name ${name} twice; give each bank its own` };
    const unexpanded = whatShellsExpand(folder);
    if (unexpanded !== null) return { wrong: unexpanded };
    folders.set(name, folder);
  }
  return folders;
}
