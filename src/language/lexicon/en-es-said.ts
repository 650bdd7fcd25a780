/** Red flags in the words of everyday talk: English and Spanish. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const sharp =
  'battery|batteries|button_battery|magnet|magnets|nail|needle|pin|screw|glass|blade|razor|tack|staple|hook|earring|toothpick|bone';
const sharpEs =
  'pila|pilas|bateria|iman|imanes|aguja|alfiler|clavo|tornillo|vidrio|grapa|anzuelo|arete|hueso|espina|hoja';

export const enSaid: Lexicon['concepts'] = {
  suicidal_ideation: [
    'better off|without if|without i|me was|were|am|died? dead|gone?',
    'dont|cant|no want|see|have|point|reason|any to|in|a? live|living|exist|be_alive|go_on|wake_up|keep_living',
    'wish i was|were|had|could dead|died|never_born|never_been_born|not_wake_up|disappear_forever|go_to_sleep_and_not_wake_up',
    'tired|sick|done of|with living|life|being_alive|this_life',
    'thinking|thoughts|thought of|about ending|killing|taking it|it_all|my_life|myself|things',
  ],
  foreign_body_swallowed: [`swallowed|ate|gulped a|an|some|two|three|the|my? ${sharp}|button battery?`],
  sharp_or_battery_swallowed: [`swallowed|ate|gulped a|an|some|two|three|the|my|button|coin|watch? ${sharp}`],
  contractions: [
    'belly|stomach|tummy|bump|womb|uterus gets|getting|goes|going|keeps_getting|tightens|turns|is hard|tight|rock_hard|stiff every|each|and|then|on',
    'belly|stomach|tummy|bump|womb tightens|tightening|hardens|hardening every|each|and|then|on?',
  ],
  pale_cold_skin: [
    'skin|he|she|face|hands|legs|arms is|are|looks|look|feels|went|turned|gone? pale|blotchy|mottled|ashen|grey|gray|clammy|cold|white',
    'pale|white|grey|gray|clammy|ashen and|with cold|clammy|sweaty|blotchy|mottled',
    'cold|clammy and|with pale|clammy|sweaty|blotchy|mottled|grey|white|blue',
  ],
  vision_loss: [
    'lost|losing|cant|couldnt|stopped|gone|no sight|vision|see|seeing|sight_in|eyesight in|from|out_of|of|anything|with? one|my|left|right|an|the? eye|left|right',
    'went|gone|going|suddenly blind|dark|black in|on|of? one|my|left|right|both? eye|eyes?',
    'everything|vision|sight|eye went|goes|turned|is black|dark|blank',
  ],
  speech_trouble: [
    'words|speech|talking|voice come|coming|comes|is|are|sounds|came|wont out|slurred|garbled|jumbled|mixed|wrong|funny|come_out|slurring',
    'cant|couldnt|unable|trouble|struggling|hard get|find|say|speak|talk|form|to_speak|to_talk|speaking|talking|getting the|my|her|his|words|out|properly|right? words|word|sentence|out|properly|right|clearly',
    'slurring|slurs|mumbling|gibberish|garbled',
  ],
  limb_weakness: [
    'arm|leg|hand|side|face went|gone|goes|is|feels|suddenly|wont|cant|gave numb|limp|dead|weak|move|lift|work|out|heavy|paralyzed|paralysed|droopy',
    'cant|couldnt|unable|wont move|lift|raise|feel|use my|his|her|one|left|right|the? arm|leg|hand|side|foot|left|right',
  ],
  chest_pain: [
    'chest feels|is|getting|hurts|burning|aching|pounding|heavy|tight tight|heavy|crushed|like|pressure|squeezed|sore|real_bad|a_lot|so_bad|bad',
    'pressure|tightness|squeezing|crushing|burning|heaviness|elephant|weight in|on|across|my|the? chest|breastbone',
    'pain|ache|hurts in|across|down|from|spreading|going|shooting my|the|to? chest|arm_and_chest|jaw_and_chest|left_arm_and_chest',
  ],
  dyspnea: [
    'cant|couldnt|hard|struggling|trouble|difficult|unable|fighting|gasping get|catch|to|for|breathing|breathe|draw|take a|my|any|enough? breath|air|breathe|breathing',
    'out of breath|air',
    'suffocating|smothering|gasping|breathless|winded',
  ],
  violence: [
    'husband|boyfriend|partner|ex|he|she|dad|father|mom|wife|son|brother|stepdad|girlfriend keeps|is|just|has|always? hit|hits|hitting|beat|beats|beating|punched|choked|choking|slapped|kicked|strangled|hurt|hurts|pushed|shoved|threatened|threatens me|us|my',
    'afraid|scared of my|that|he husband|boyfriend|partner|ex|will|dad|father|hurts|hit kill|hit|hurt|me?',
    'being|getting|was|been abused|beaten|attacked|assaulted|hit|strangled',
  ],
  self_harm: [
    'i|she|he|been|keep|started|my_daughter|my_son cut|cutting|burning|hurting|harming|cuts|hurts|burns|harms myself|herself|himself|themselves|my_wrists|my_arms|her_arms|her_wrists|his_arms',
    'tried|attempted|trying to? kill|hang|end|overdose|suicide|take myself|himself|herself|my_life|his_life|her_life?',
  ],
  poisoning: [
    'drank|swallowed|ate|licked|ingested|got_into|took some|the|a|of|my|too_many|whole|bottle|all|bunch|extra|double|two|wrong? bleach|detergent|cleaner|antifreeze|rat_poison|pills|tablets|tylenol|medicine|meds|perfume|gasoline|nail_polish_remover|pesticide|laundry_pod|dishwasher_pod|sleeping_pills|dose|grandma_pills|medication',
  ],
  unresponsive: [
    'wont|not|isnt|doesnt|stopped|unable wake|waking|respond|responding|react|wake_her|wake_him up?',
    'cant|couldnt get|wake him|her|them|my_dad|my_mom|my_baby|up to_wake|wake|up|respond?',
  ],
  no_urine: [
    'havent|hasnt|cant|not|no|unable peed|pee|urinated|urinate|wet_diaper|wet_diapers|wee|gone_pee|peeing all|since|for|in|today? day|hours|night|yesterday|morning|today|12',
  ],
};

export const esSaid: Lexicon['concepts'] = {
  chest_pain: [
    'pecho lo? que me|le? duele|aprieta|molesta|quema|arde|presiona',
    'me|le aprieta|oprime|quema|arde|presiona|pesa|duele el|aca|mucho|muy_fuerte|aqui? pecho|corazon',
    'presion|opresion|peso|puntada|puntadas|ardor|punzada|punzadas|apreton en|al el|medio_del? pecho|corazon',
  ],
  vision_loss: [
    'dejar|deje|dejo|perdi|perdio|no sin de|puedo|la? ver|veo|vista|vision con|por|de|en|del|nada? un|el|ojo|izquierdo|derecho|nada|uno? ojo|golpe|repente?',
    'deje|dejo|perdi|perdio de|la ver|vista|vision',
    'no veo|ve|puedo_ver|puede_ver con|por|de|nada? un|el|nada ojo|de_golpe|de_repente?',
    'quedar|quede|quedo  ciego|ciega|sin_ver|sin_vista',
  ],
  speech_trouble: [
    'hablo|habla|hablando|hablar|esta_hablando enredado|enredada|trabado|trabada|raro|rara|arrastrado|arrastrada|como_borracho|cruzado|dormido|mal_de_repente|atravesado|pastoso|enrevesado',
    'se me|le traba|enreda|duerme|pega|enredo|trabo|durmio la? lengua|palabras|habla',
    'no le|me? salen|sale|puede|puedo|encuentra|encuentro las|la|hablar|decir? palabras|voz|hablar|habla',
  ],
  dyspnea: [
    'me|le|nos falta|cuesta|esta_faltando|faltaba|esta_costando el|respirar|mucho|tomar? aire|respirar|oxigeno',
    'no|apenas puedo|puede|logro|alcanzo a? respirar|tomar_aire|jalar_aire|agarrar_aire|coger_aire bien?',
    'me|se ahogo|ahoga|estoy_ahogando|esta_ahogando|asfixio|asfixia|sofoco|sofoca cuando|al|de|y|mucho|acostado',
  ],
  limb_weakness: [
    'no puedo|puede|logra|consigue mover|levantar|sentir|alzar|cerrar el|la|un|una|su|mi? brazo|pierna|mano|lado',
    'brazo|pierna|mano|lado|cara se|me|le|quedo? durmio|paralizo|cayo|adormecio|quedo|debilito|sin_fuerza|dormido|dormida|floja|flojo|muerto|muerta sin_fuerza|dormido|dormida|muerto|inmovil?',
  ],
  suicidal_ideation: [
    'no|ya_no quiero|tengo|vale|encuentro|veo mas|ganas|la|sentido|pena|razon de|para? vivir|seguir_viviendo|existir|estar_vivo|estar_viva|vida',
    'estaria|estarian|seria|todos mejor|estarian mejor|muerto|muerta|sin_mi',
    'quisiera|quiero|pienso|ganas|deseo|pensando en|de? morirme|morir|matarme|desaparecer_para_siempre|no_despertar|quitarme_la_vida|acabar_con_mi_vida|suicidarme|terminar_con_todo',
  ],
  foreign_body_swallowed: [`trago|trague|tragado|comio se|un|una|unos|unas|dos|el|la? ${sharpEs}`],
  sharp_or_battery_swallowed: [`trago|trague|tragado|comio se|un|una|unos|unas|dos|el|la|de? ${sharpEs}`],
  animal_sting: [
    'me|le|nos|lo|la pico|mordio|picaron un|una|el|la alacran|escorpion|vibora|serpiente|culebra|arana|viuda_negra|coral|cascabel',
  ],
  violence: [
    'mi|el|la marido|esposo|novio|pareja|ex|padre|papa|padrastro|hijo|hermano|mujer|esposa me|nos pega|pego|golpea|golpeo|amenaza|amenazo|empujo|ahorca|ahorco|maltrata|patea|pateo',
  ],
  no_urine: [
    'no|sin orino|orina|orinar|hago_pipi|hace_pipi|mojado|moja|hacer_pipi desde|hace|en|el|panal|hoy|todo? ayer|anoche|dia|horas|manana|panal',
  ],
  cannot_drink_or_feed: [
    'no|ni puede|quiere|acepta|agarra|toma|logra tomar|tragar|mamar|beber|agua|pecho|teta|liquidos|nada|el|leche|biberon nada|agua|liquido|pecho?',
  ],
};
