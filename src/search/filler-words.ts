import { stem } from './word-forms.ts';

/**
 * Words of the situation in which somebody asks: people, places of learning, times, feelings, and the verbs and
 * adverbs of plain English. They are evidence neither for a question nor for a subject that the bank lacks; compared
 * by stem. Nouns that could be a subject of their own stay out.
 */
const list = `
mentor colleague coworker boss manager lecturer professor prof tutor instructor recruiter candidate interviewee friend
buddy classmate roommate senior junior intern nobody everybody anybody somebody guy girl fellow peer girlfriend
boyfriend grandma grandmother grandpa nephew niece toddler professional layman dummy dummies fresher trainee freshman
beginners bootcamp course lecture lesson tutorial workshop seminar internship assignment prep preparation revision
revising flashcard flashcards mock whiteboard onboarding semester chapter article blog post thread docs documentation
doc book paper wiki wikipedia stackoverflow reddit medium youtube udemy coursera github forum screenshot snippet week
weeks month months weekend hour hours minute minutes morning afternoon evening tonight night days years ago now later
soon already recently lately earlier meanwhile currently presently nowadays eventually finally suddenly immediately
afterwards afterward beforehand once twice forever usually normally typically generally commonly rarely seldom
frequently mostly mainly partly told tells telling heard hears hearing listened reads reading watched watching
mentioned mentions claims claimed claim argues argued insists insisted spoke replied replies responded writes wrote
written scribbled joked joking whispered shouted complained calls called calling named naming says quoted quoting
stating suggests suggested recommended recommending promised stuck struggle struggling struggled puzzled puzzling
baffled clueless embarrassed afraid scared worried nervous panic panicking annoyed frustrated bored tired happy sad
glad proud honest honestly frankly hopefully unfortunately luckily obviously apparently supposedly seriously literally
kinda sorta pretty totally completely absolutely entirely fully truly definitely certainly surely likely roughly
approximately nearly barely hardly merely purely slightly somewhat somehow somewhere anywhere everywhere nowhere hate
hates hated enjoy enjoyed wish wished hope hoped prefer trust doubt doubts doubted assume assumed assuming imagine
suppose pretend realize realized notice noticed noticing forget forgets forgot forgotten forgetting bother bothers
bothered matter matters care cares sits sit sitting stands stood standing living stays staying stayed goes going gone
came coming arrives arrive puts putting places placed placing takes taking took taken brings brought bringing gets
grabbed grab grabs throws threw thrown eats eating drink swallow swallows tries tried trying attempt attempts
attempted manage managed manages fails failed failing begins began begun started starts starting finish finished
finishing ended ends ending stops stopped continue continues continued wants wanted wishing needs needing requires
required requiring lets letting allows allowed allowing permit permits happens happened occurs occurred appears
appeared appearing seems seemed seeming becomes became becoming turns turned looks looked looking seen sees seeing saw
watch watches finds found finding discover discovered sounds sounded gives gave given giving hands handed handing owns
owned keeps kept keeping strange weird odd funny interesting boring awesome amazing terrible horrible awful fancy
crazy magic magical magically nice beautiful clear unclear obvious clever silly wise brave serious sensible reasonable
fair sure unsure uncertain true exact correct proper decent fine perfect ideal worse superb handy useful useless
helpful whole entire own other others another different else instead besides except without together apart alone aside
away ahead underneath beneath above below please kindly appreciate appreciated grateful cheers regards greetings
welcome stuffs thingy thingie gizmo thingamajig whatsit deal story reason actually essentially fundamentally
technically theoretically practically formally informally intuitively conceptually internally layperson intuition
intuitive analogy laymans eli eli5 cheatsheet cheat sheet shortly quickly concise summarise recap paste pasted
question quiz exams tomorrow upcoming tricky asked asks third fourth fifth former latter
`;

const stems = new Set(
  list
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(stem),
);

/** True for the stem of such a word. */
export function isFillerWord(wordStem: string): boolean {
  return stems.has(wordStem);
}
