/**
 * Everyday English that is near in spelling to words of the field, or common in questions. Such a word is what it is:
 * it is never corrected into a technical term.
 */
const everyday = `
able above account across act action actor add address adult advice afraid after age agent agree air alarm album alive allow alone along
already alpaca amount angry animal answer apart apple apply april area argue arm army arrive art ask asleep attack attempt attend august aunt author autumn
avoid away baby back bad bag bake baker ball band bank bar bare barn base basic basket bat bath beach bean bear beat beautiful become bed beer
before begin behave behind believe bell belong below belt bend beside bet beyond big bike bill bird birth birthday bit bite black blame blank blind block
blood blow blue board boat body boil bone bonus book boot bore born boss bottle bottom bowl box boy brain brand brave bread break breakfast breath brick
bridge bright bring broad broken brother brown brush budget burn bus business busy butter button buy cabin cake calendar call calm camera camp capital car
card care carry case cash cat catch cause cell cent center chain chair chance chat cheap check cheese chef chicken child choice church circle city claim
class clean clear climb clock close cloth cloud club coach coal coast coat code coffee coin cold collect college colony company contest contract control cook cool
copy corn corner cost cotton couch count country couple courage course court cousin cow crash crazy cream create credit crew crime cross crowd cry
cup cure current curve custom cut daily dance danger dark date daughter day dead deal dear death debt decade december decide deer defend degree delay
deliver demand deny dentist desert desk destroy diet dinner dirt dish doctor dog dollar door doubt down draft drag drama dream dress drink drive drop dry duck
dust duty each eager ear early earn earth east eat economy edit effort egg eight elect else email emotion employee empty end enemy energy enjoy enter
error escape estate event exact exam excite exit expert express eye face fact factory fail fair faith fall false family famous fan far farm fashion
fat father favor fear february feed feel fence few field fight file fill film final find fine finger finish fire firm fish five flag flat flight
floor flower fly fold follow food fool foot force forest forget fork form fort four frame free fresh friday friend front fruit fuel full fun funny future
gain game garden gas gate gather ghost giant gift girl glad glass goal goat gold golf grade grain grand grass gray green greet grocery ground group grow
guard guess guest guide guitar gun gym habit hair half hall hammer hand handle hang happy harbor hard hat hate head heal health hear heart heat heaven heavy
height hell hero hide high hill hire history hit hobby hole holiday home honest honey hook hope horse hospital host hot hotel hour house huge human hundred
hungry hunt hurry hurt husband ice idea ill inch index indoor injury inn insect invoice iron island item jacket jail january jar jazz jeans jelly jet jewel job
join joke journey joy judge juice july jump june jungle jury just keen key kick kid kill kind king kiss kitchen kite knee knife knock label labor lady lake lamp
land lane lap large late laugh launch laundry law lawn lawyer lazy lead leader leaf lean leave left leg lemon length lens less letter liar library lie lift light
limit lion liner lip list listen live llama load loan local lock log lonely long look loose lord lot loud love luck lunch lung machine mad mail main make male mall man
manage manager many march mark market marry mass master match mate math matter may mayor meal meat medal medicine meet meeting melt member memory menu mercy mess
metal middle mile milk mind mine minute miracle mirror miss mix modern moment monday money monkey month mood moon moral morning mother mouse mouth move movie much mud
murder muscle museum music nail name narrow nation nature near neat neck needle neighbor nerve nest net never news next nice night nine noble noise noon
normal north nose note novel november nurse ocean october odd offer office oil old olive once onion only open opera orange orchestra order oven own
owner pack page pain paint pair palace pale pan panel panic pants paper parade parcel parent paris park parrot part partner party pass past pasta pastry path patient pause pay
payday payroll peace peach peak pearl pen pencil penguin people pepper perfect period person pet phone piano picnic pie piece pig pilot pin pine pink pipe pirate pitch pizza
place plan planet plant plastic plate platform play player please plenty pocket poem poet poison pole police policy polite pond poor pope pork port pose position
pot potato pound power praise pray president press pretty price pride priest prince print prison prize profit promise proof proud public pull pump punch pupil
purse push queen queue quest quick quiet quit quote rabbit race radio rail rain raise random range rank rare rat rate raw reach react read ready real reason receipt
recipe record red refund regret relax rely rent repair repeat reply report rescue rest result retire return reveal review reward rhyme rhythm rice rich ride ring
ripe rise risk rival river road roast rob rock role roll roof room root rope rose rough round route royal rubber ruin rule run rural rush sad safe safety sail
salad salary sale salt same sand sauce sausage save saw scale scarf scene school science score scream sea search season seat second secret sell send september series
serve set seven shade shadow shake shame shape share sharp sheep sheet shelf shell ship shirt shock shoe shoot shop shore short shot shout shut shy sick sign silence
silk silver sing single sink sister site size skill skin skirt sky sleep slip slow smart smell smile smoke smooth snake snow soap soccer social sock soft soil
soldier song soon soul sound soup sour south space spare speak speech speed spell spend spice spider spin spirit spoon sport spring square stable staff stage stair stamp
stand star start state stay steak steal steam steel stick still stomach stone stop store storm story stove strange street stress strike string strong student study style
subject sugar suit summer sun sunday supper supply sure surf surgery sweater sweet swim sword synergy table tail tale talent talk tall tape task taste tax taxi tea teach teacher team tear
tell ten tennis tent tenor tension thank theater thick thief thin think third thirst thousand throat throw thursday ticket tie tiger tight tile timber tin tip tire title toast
printer scanner subscription keyboard monitor laptop headphone charger battery cable wifi router password username login account email inbox mailbox attachment
folder document spreadsheet browser website page homepage bookmark download upload backup antivirus desktop taskbar wallpaper cursor emoji sticker gif meme podcast
newsletter advertisement marketing customer client supplier vendor warehouse shipment delivery courier refund coupon discount checkout cart purchase payment bankruptcy
mortgage insurance pension inflation dividend investor shareholder lawyer solicitor landlord neighbourhood apartment kitchen bathroom bedroom balcony garage basement
furniture carpet curtain pillow blanket mattress vacuum dishwasher refrigerator microwave oven toaster kettle saucepan sandwich burger noodle dumpling pancake
chocolate biscuit cookie yogurt banana strawberry pineapple avocado spinach cucumber broccoli garlic mushroom shrimp lobster bicycle motorcycle scooter
helicopter rocket satellite airport passport luggage suitcase itinerary boarding departure visa embassy tourist souvenir museum gallery concert festival theatre
cinema actress singer musician guitarist drummer painter sculptor novelist journalist politician senator minister governor chancellor parliament election candidate
president democracy monarchy republic constitution treaty refugee soldier army navy airforce missile weapon bullet pistol sheriff detective burglar thief murderer
vaccine antibiotic allergy headache fever cough asthma diabetes cancer surgeon pharmacist dentist therapist ambulance pregnancy marathon treadmill football basketball
baseball volleyball hockey cricket rugby tennis badminton boxing wrestling karate yoga swimming skiing surfing fishing camping hiking dinosaur elephant giraffe
crocodile dolphin whale shark butterfly mosquito caterpillar hamster rabbit squirrel hedgehog
tenure tenant tender torso pudding polling pulling pouring parking lager bench mattress condo candy canvas cuba filler filet victor gradual divide stripe strip
toe toilet tomato tone tongue tool tooth top touch tour tower town toy trade traffic train travel treasure tree trend trial trick trip trouble truck true trust truth try tuesday tune turkey turn
twin two ugly uncle uniform union upset urban vacation valley van vegan verb village vine violin virus visa visit voice volcano volume vote voter wage wait
walk wall war warm warn wash waste watch water wave weak wealth weapon wear weather wedding wednesday week weekend weigh welcome west wet wheat wheel white wife wild win
wind window wine wing winner winter wise wish wolf woman wonder wood wool world worm worry wound wrap wrist wrong yard year yellow yoga young zebra zoo
`;

const words = new Set(everyday.split(/\s+/).filter((word) => word !== ''));

/** True for a common English word (lower case, as listed); a plural counts as its singular. */
export function isEverydayWord(word: string): boolean {
  return words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)));
}
