/** Words that say nothing about what is asked for, in prose and in chat; compared before stemming. */
const list = `
a an the this that these those there here it its itself they them their theirs he she his her him we us our you your yours
i me my mine myself yourself one ones some any each every both either neither all many much more most few less least lot lots
of in on at by for from with within without into onto to up down over under about as than then so such too very just only also
even still yet again ever never always often sometimes maybe perhaps really actually basically exactly simply quite rather
is are was were be been being am do does did doing done has have had having can could should would will shall may might must
cant dont doesnt didnt isnt arent wasnt wont wouldnt couldnt shouldnt havent hasnt im ive id ill youre youve theyre were thats
whats hows whos wheres whens lets theres not no nor and or but if because while although though since until unless
what which who whom whose when where why how whether
please pls plz thanks thank thx ty hi hello hey heya yo guys folks everyone everybody anyone anybody someone somebody team
mate dude bro lol haha ok okay yes yeah yep nope sorry dumb silly stupid noob newbie quick question questions ask asking asked
tell explain explanation describe description define definition meaning means meant know knows known understand understanding
understood clarify elaborate discuss give gives provide provides show shows say says said talk mention refer refers
wondering wonder curious confused remind refresh refresher recap summary summarize overview eli5 tldr idea ideas clue
want wanted wants need needed like liked would love help helps helping get gets got getting go going gone come comes
let lets make makes making thing things something anything everything stuff kind kinds sort sorts type term terms
bit way ways exact concept concepts topic notion detail details briefly brief short simple simply plain
use used uses using usage useful purpose role work works working happen happens happening mean
again etc eg ie via per vs versus versa vis regarding concerning
interview interviewer interviewers exam homework today tomorrow yesterday
good great nice cool better best well
difference differences differ differs different differentiates compare compares compared comparing comparison distinguish
distinction distinguishes distinguishing similar similarity between among
does cannot
wat wut wht hw abt bcz cuz coz bc cos teh u ur r y n ya yall pleeease fyi btw tho thats whatever anyway anyways though
`;

/** Query words that carry meaning in the bank's field in spite of being everyday words. */
const kept = ['mean', 'type', 'summary', 'usage', 'show', 'torch', 'provide'];

/** The words themselves, for the speller. */
export const stopWordList: readonly string[] = list.split(/\s+/).filter((word) => word !== '' && !kept.includes(word));

const stopWords = new Set(stopWordList);

/** True for a lower-case word that is no evidence for or against any question. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
