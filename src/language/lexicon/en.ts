/** English as typed on phones. Apostrophes are gone by the time words are looked up ("can't" is `cant`, "i'm" is `am`). */
import { enCommon } from './en-common';
import { enSaid } from './en-es-said';
import { enHarm } from './en-harm';
import { enUrgent } from './en-urgent';
import { together, words, type Lexicon } from './lexicon';

export const en: Lexicon = {
  concepts: together({ ...enUrgent, ...enHarm, ...enCommon }, enSaid),
  normal: {
    dyspnea: ['breathe|breathing|breathes fine|ok|okay|normally|normal|well|easily|alright', 'can breathe'],
    cannot_drink_or_feed: [
      'drinking|drinks|feeding|feeds|eating|eats|nursing fine|well|ok|okay|normally|normal',
    ],
    no_urine: ['peeing|urinating|pees fine|well|ok|okay|normally|normal'],
    black_stool: ['stool|stools|poop normal|brown|fine', 'stool|diarrhea without|no blood'],
    vomiting_blood: ['vomited|vomiting|vomit|puked without|no blood'],
    coughing_blood: ['cough|coughing|phlegm without|no blood'],
    fewer_fetal_movements: ['baby moving|moves|kicking|kicks fine|well|lot|normally|normal'],
    speech_trouble: ['speech|speaking|talking normal|fine|normally'],
    vision_loss: ['see|vision|sight fine|ok|normal|well'],
    fever: ['temperature normal', 'normal temperature'],
    loss_of_appetite: ['appetite|eating fine|good|well|normal|normally'],
  },
  idioms: [
    'movie|film|song|show|game|price|bill|boss|teacher|email|trailer gave|gives|giving|nearly_gave|almost_gave me? heart_attack',
    'am? dying|die laughing|of_laughter|of_boredom|to_know|to_see|for',
    'killing time',
    'food poisoning',
    'hit by a? truck|bus|train feeling|kind',
    'feel|feels|feeling|felt like|as_if been|i_was|i_got|i_have_been|ive_been? hit by a? truck|bus|train',
    'hay fever',
    'died|passed_away|passed|dead of|from|after stroke|heart_attack|infarction',
    'like|as_if someone|somebody hit|kicked|punched|stabbed me',
    'cant see result|results|message|option|button|page|link|screen|appointment|picture|image',
    'cant speak|talk to anyone|someone|doctor|anybody|portuguese|english|spanish',
    'panic attack',
    'am? dying to|hungry|thirst|of_hunger|of_heat|of_embarrassment',
    'emergency contact|contacts|room|number|department|exit|pill|contraception',
    'have|has|got gun license|permit|safe',
    'phone|battery|cellphone|cell|laptop is? dead|died|dying',
    'kill time',
    'passed out flyers|papers',
    'heart attack of laughter',
    'no|without|lack_of air conditioning|con|conditioner|freshener',
    'blood test|tests|pressure|type|work|sugar|donation|draw',
    'working|work|study|studying myself to? death',
    'flu|covid|tetanus|booster|vaccine|allergy|vitamin|b12|hpv|rabies|measles|pneumonia|pneumococcal|shingles|hepatitis|polio|whooping_cough shot|shots|jab|jabs|vaccine|vaccines|vaccination|booster',
    'got|get|gets|getting|need|needs|gave|give|received a shot',
  ],
  negators: words(`
    no not dont doesnt didnt havent hasnt hadnt isnt arent wasnt aint never without nor neither none
    denies denied deny
  `),
  concord: ['any', 'nor', 'neither', 'never', 'none'],
  never: ['never'],
  transparent: words(`
    have has had having feel feeling felt get got getting experiencing any a an the of signs sign
    more longer really been with is real currently want to going do any it there also in much take
    am suffer from hear thinking about pain
  `),
  fillers: words(`
    a an the of my his her your in on at so very really much is are am been being some bad severe
    sharp terrible horrible awful with to kind all has have just too i he she even properly like it
    feels feel feeling getting gets got has its left right side into that this their any up was
    really strong intense
  `),
  or: ['or', 'nor'],
  and: ['and'],
  but: ['but', 'however', 'though', 'although', 'yet', 'except', 'still'],
  contrast: ['only', 'just', 'besides'],
  articles: ['a', 'an', 'the', 'any', 'of', 'or', 'much', 'my', 'her', 'his'],
  pointing: ['this', 'that', 'such', 'so', 'like'],
  doubt: [
    'think',
    'maybe',
    'perhaps',
    'guess',
    'sure',
    'probably',
    'suppose',
    'possibly',
    'believe',
    'hopefully',
  ],
  novelty: ['relief', 'improvement', 'before', 'like', 'until', 'this', 'so'],
  deniedAfter: ['have', 'present', 'there', 'really'],
  markers: words(`
    i the and my have is it am a in with of feel pain not dont cant you he she since fever chest
    breath or but any for was cough of having without head shortness
  `),
  answers: {
    yes: words(`
      👍 👌 ✅ ✔ kinda sorta yup yea ya sure_do y certainly absolutely definitely indeed affirmative a_little a_bit kind_of sort_of sometimes more_or_less a_lot quite yes_sir yes_maam i_do i_have unfortunately_yes of_course for_sure
   
      yes yep yeah y ya yup yea sure of_course correct right true affirmative i_do i_have i_am i_did
      definitely absolutely indeed a_little a_bit agree i_agree yes_i_do ok okay i_accept accept
    `),
    no: words(`
      👎 ❌ ✖ 🚫 nah nope no_way not_at_all not_that_i_know not_that_i_know_of never_had no_sir no_maam negative none nothing nil
   
      no nope nah not never negative i_dont dont i_havent havent am_not i_am_not i_didnt none
      not_really not_at_all of_course_not not_anymore no_i_dont false no_thanks i_dont_agree
    `),
    unknown: words(`
      🤷 dunno no_idea no_clue idk havent_checked havent_measured didnt_measure didnt_check didnt_measure_it havent_measured_it cant_tell hard_to_say rather_not_say prefer_not_to_say not_certain unsure cant_remember dont_remember never_checked never_measured
   
      dont_know not_sure unsure no_idea maybe i_think think perhaps guess dunno idk dont_remember
      cant_remember not_certain probably possibly unknown dont_have_a_thermometer didnt_measure
      hard_to_say depends cant_tell no_clue havent_measured believe
    `),
    probablyYes: words(
      `i_think_so think_so probably i_guess_so i_believe_so guess_so most_likely i_suppose_so`,
    ),
    probablyNo: words(
      `i_dont_think_so dont_think_so probably_not i_guess_not i_think_not dont_believe_so i_doubt_it`,
    ),
    lead: words(
      `oh well uh ugh hm hmm hi hello hey thank_god thankfully honestly unfortunately god man lol haha`,
    ),
    neutralVerbs: words(`have havent am had did never any not nothing never_had i ive`),
    plainNo: words(`
      👎 ❌ ✖ 🚫 nah no_way not_that_i_know not_that_i_know_of no_sir no_maam
   
      not_really no nope nah not_at_all never negative i_dont i_do_not i_havent am_not i_am_not i_didnt none of_course_not
      no_i_dont
    `),
    courtesy: words(`
      thanks thank_you thank_u thx ty tks please sir maam doctor thank_god ok nothing many_thanks hi
      hello
    `),
    notADenial: words(`
      cant can cannot able unable couldnt could stop stops stopping stopped stand better improving
      eat eats eating drink drinks drinking breathe breathing walk sleep wake move understand
    `),
    onlyPartly: words(`
      sometimes occasionally
      only just when if much really always very unless but except while often
    `),
  },
  intents: {
    human: [
      'agent|human|attendant|representative|operator|receptionist',
      'real person|human',
      'talk|speak|chat to|with a|an|some? person|someone|somebody|doctor|nurse|people|physician|professional',
      'talk|speak a|an|to? person|someone|doctor|nurse',
      'need|want|get|connect|transfer|call me? to? a|an? doctor|nurse|person|someone',
      'live person|chat|support',
      'dont want talk|speak to|with bot|robot|machine',
    ],
    greeting: [
      'hi',
      'hello',
      'hey',
      'good_morning',
      'good_afternoon',
      'good_evening',
      'hiya',
      'greetings',
      'howdy',
    ],
    thanks: ['thanks', 'thank_you', 'thx', 'ty', 'cheers', 'thank_u', 'tks'],
    restart: ['restart', 'start over|again', 'begin again', 'reset', 'new triage', 'from scratch'],
  },
  numbers: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
  },
};
