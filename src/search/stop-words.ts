/** English words that ask, connect and fill: no evidence for or against any question. Compared before stemming. */
const list = `
a an the this that these those there here it its itself they them their theirs he she his her him we us our you your yours
i me my mine myself yourself one ones some any each every both either neither all many much more most few less least lot lots
of in on at by for from with within without into onto to up down over under about as than then so such too very just only also
even still yet again ever never always often sometimes maybe perhaps really actually basically exactly simply quite rather
is are was were be been being am do does did doing done has have had having can could should would will shall may might must
cant dont doesnt didnt isnt arent wasnt wont wouldnt couldnt shouldnt havent hasnt im ive id ill youre youve theyre were thats
whats hows whos wheres whens lets theres not no nor and or but if because while although though since until unless
what which who whom whose when where why how whether
please pls plz thanks thank thx ty hi hello hey ok okay yes yeah yep nope sorry quick question questions ask asking asked
tell explain explanation describe description define definition meaning means meant know knows known understand understanding
understood clarify elaborate discuss give gives say says said talk mention refer refers
wondering wonder curious confused remind recap overview idea ideas
want wanted wants need needed like liked would love help helps helping get gets got getting go going gone come comes
let lets make makes making thing things something anything everything stuff kind kinds
bit way ways exact concept concepts topic notion detail details briefly brief simple simply plain
use used uses using usage useful purpose role work works working happen happens happening mean term terms
etc eg ie via per vs versus regarding
interview exam homework today good great nice best well better
difference differences differ differs different compare compares compared comparing comparison distinguish
similar similarity between among example examples does cannot
im tho thats whatever anyway anyways though
`;

const stopWords = new Set(list.split(/\s+/));

/** True for a lower-case word that is no evidence for or against any question. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
