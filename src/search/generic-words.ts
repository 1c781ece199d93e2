import { stem } from './word-forms.ts';

/**
 * Words that colour a question more than they name its subject. Where no question of a bank knows one, it is weak
 * evidence that the subject is missing; compared by stem.
 */
const list = `
main major important popular common famous typical basic general special particular specific certain various several
big small large little huge tiny new old modern current recent early late first second third last final next previous single double
simple easy hard difficult complicated complex tricky possible impossible necessary required proper correct right wrong bad true false real
way method approach technique trick tool process procedure step case situation scenario example instance problem issue task goal aim thing
part piece place point side end start begin beginning middle number amount value result effect impact influence
people person developer engineer researcher student beginner user company world life time day year moment
create build write code program call run execute apply perform handle treat deal try start stop keep put set turn take bring change move
look see find think believe guess say hear read learn teach study remember forget choose pick decide prefer recommend suggest
allow enable let require involve include contain consist belong depend become remain stay seem appear look act behave
look inside behind instead else enough almost nearly around together separately directly automatically internally practically
correctly properly quickly easily fast slow job deal reason thing matter sense advantage famous nowadays
together several another same similar whole per besides outside across along against towards during before after
short long high low deep full empty open close free available ready able useful handy
exist invent made called named known considered supposed happen occur
implement implementation return give accept pass receive produce build
solve answer ask cannot explain calculate compute print display output input matter care worth ever whole hear
actual official standard default normal regular usual ordinary
python library framework model data system machine computer software function project
`;

const stems = new Set(
  list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(stem),
);

/** True for the stem of such a word. */
export function isGenericWord(wordStem: string): boolean {
  return stems.has(wordStem);
}
