/** Spanish as typed on phones. */
import { esCommon } from './es-common';
import { esSaid } from './en-es-said';
import { esHarm } from './es-harm';
import { esUrgent } from './es-urgent';
import { together, words, type Lexicon } from './lexicon';

export const es: Lexicon = {
  concepts: together({ ...esUrgent, ...esHarm, ...esCommon }, esSaid),
  normal: {
    dyspnea: [
      'respiro|respira|respirando|respirar|respiracion bien|normal|normalmente|tranquilo|tranquila',
      'puedo|puede|logro respirar',
    ],
    cannot_drink_or_feed: [
      'toma|tomo|tomando|bebe|bebo|bebiendo|mama|mamando|come agua|pecho|leche|liquidos? bien|normal|normalmente',
    ],
    no_urine: ['orino|orina|orinando|pipi|pis bien|normal|normalmente'],
    black_stool: ['heces|popo|caca normal|normales', 'heces|diarrea pero? sin sangre'],
    vomiting_blood: ['vomite|vomito|vomitos|vomitando pero? sin sangre'],
    coughing_blood: ['tos|flema|flemas pero? sin sangre'],
    fewer_fetal_movements: ['bebe se_mueve|moviendo|mueve|patea bien|normal|mucho'],
    speech_trouble: ['hablo|habla|hablando bien|normal'],
    vision_loss: ['veo|ve|vista bien|normal'],
    fever: ['temperatura normal'],
    substance_use: ['ni tomo|bebo'],
    loss_of_appetite: ['come|como|comiendo|apetito bien|normal|bueno'],
  },
  idioms: [
    'prefiero|quiero|gusta|quisiera no contestar|responder|decirlo|decir',
    'me_corte pierna|dedo|mano|pie con? machete|lata|sierra|vidrio',
    'ahogo|ahogas|ahoga|ahogando|ahogarse en? un? vaso agua',
    'quede|quedo|quedas|estoy|estaba? ciego|ciega de amor|rabia|celos|ira|odio',
    'cayo acido|aceite|agua|lejia|cloro|algo|polvo|producto|cafe|sopa',
    'quedo sin_fuerza|sin_fuerzas',
    'intoxicacion alimentaria|alimenticia',
    'murio|fallecio|murieron|muerte de|por|del infarto|acv|derrame|ictus|ataque_cardiaco',
    'me? muriendo|muero|morir|muerto|muerta|murio de risa|hambre|verguenza|sueno|calor|frio|ganas|sed|aburrimiento|cansancio|amor|miedo',
    'matar tiempo|hambre|rato',
    'sin|falta|falta_el|no_hay? aire acondicionado',
    'analisis|examen|examenes|prueba|donar|tipo de? sangre',
    'corazon roto',
    'vacuna|vacunas|vacunar|vacunacion de|contra|para? gripe|fiebre|fiebre_amarilla|dengue|covid|hepatitis|varicela|sarampion|neumonia|tetano|rabia|rubeola',
    'me muero por|sin',
    'primeros auxilios',
    'contacto|numero|telefono|en_caso de emergencia|urgencia|emergencias|urgencias',
    'arma|pistola de juguete|agua',
    'no veo|puedo_ver mensaje|mensajes|opcion|boton|resultado|resultados|pagina|enlace|pantalla',
    'me pego sol|calor',
  ],
  negators: [
    'no',
    'sin',
    'nunca',
    'jamas',
    'ni',
    'ningun',
    'ninguna',
    'ninguno',
    'niego',
    'niega',
    'tampoco',
  ],
  concord: ['ni', 'ningun', 'ninguna', 'ninguno', 'nada', 'nunca', 'jamas', 'tampoco'],
  never: ['nunca', 'jamas'],
  transparent: words(`
    tengo tiene tuve tuvo tener tenido he ha hay hubo siento siente senti sentido sentir estoy esta
    es fue con mas ningun ninguna nada de el la los un una mucho mucha presento presenta ya signos
    sintomas en me le quiero voy pienso a pensando se
  `),
  fillers: words(`
    el la los las un una de del en mi mis su sus al a muy mucho mucha fuerte mas me se le con ya que
    bien tan tanto este esta lado izquierdo derecho izquierda derecha y poco terrible horrible
    intenso todo toda como aqui por tengo esta estan ha
  `),
  or: ['o', 'u', 'ni'],
  and: ['y'],
  but: ['pero', 'aunque', 'sino', 'excepto', 'embargo'],
  contrast: ['solo', 'solamente', 'ademas', 'salvo', 'menos'],
  articles: words(`
    el la los las un una de ningun ninguna mucho algun alguna
  `),
  pointing: ['esta', 'este', 'tan', 'asi', 'esto'],
  doubt: ['creo', 'quizas', 'quiza', 'talvez', 'parece', 'supongo', 'probablemente', 'dudo', 'imagino'],
  novelty: ['alivio', 'asi', 'antes', 'igual', 'tan', 'hasta', 'como'],
  deniedAfter: ['tengo', 'tiene', 'hay', 'tuve', 'siento', 'he'],
  markers: words(`
    no el la los una tengo y mi dolor siento estoy con muy pero fiebre desde ayer hijo hija pecho
    cabeza puedo aire tiene es del hace sin en que yo me ni o esta un bebe al mucho
  `),
  answers: {
    yes: words(`
      👍 👌 ✅ ✔ simon sip aja obvio seguro efectivamente asi_mismo eso_es por_desgracia_si un_poquito mas_o_menos a_veces desde_ayer mucho bastante si_senor si_senora lamentablemente_si
   
      si s sip claro claro_que_si por_supuesto correcto exacto afirmativo tengo si_tengo asi_es verdad
      cierto un_poco lo_tengo siento acepto de_acuerdo vale desde_luego estoy soy sii
    `),
    no: words(`
      👎 ❌ ✖ 🚫 nel no_que_yo_sepa que_yo_sepa_no no_senor no_senora ni_un_poco nunca_jamas ni_hablar de_ningun_modo en_lo_absoluto nunca_he_tenido
   
      no no_tengo nop nunca negativo para_nada ninguno ninguna nada jamas claro_que_no
      de_ninguna_manera no_siento no_estoy todavia_no ya_no en_absoluto no_acepto no_he_tenido tampoco
      no_gracias
    `),
    unknown: words(`
      🤷 no_la_medi no_lo_he_medido no_me_la_tome no_me_la_he_tomado no_la_he_tomado no_lo_medi no_medi no_sabria no_sabria_decirte no_se_decirte ni_la_menor_idea quien_sabe prefiero_no_decir prefiero_no_responder no_me_fije no_he_mirado
   
      no_se no_lo_se no_estoy_seguro no_estoy_segura creo quizas quiza tal_vez a_lo_mejor puede_ser
      no_recuerdo no_me_acuerdo ni_idea no_tengo_idea supongo depende
      no_tengo_termometro no_me_lo_medi probablemente desconozco dudo
    `),
    probablyYes: words(
      `creo_que_si me_parece_que_si supongo_que_si yo_creo_que_si diria_que_si probablemente_si`,
    ),
    probablyNo: words(
      `creo_que_no me_parece_que_no supongo_que_no yo_creo_que_no probablemente_no no_creo no_lo_creo`,
    ),
    lead: words(
      `ay ah oh bueno pues uy hola gracias_a_dios la_verdad sinceramente mira doctora doctor senor senora jaja`,
    ),
    neutralVerbs: words(`tengo tuve he hay hubo siento estoy soy tome pense vi`),
    plainNo: words(`
      👎 ❌ ✖ 🚫 no_que_yo_sepa que_yo_sepa_no no_senor no_senora de_ningun_modo
   
      no nop no_tengo no_estoy no_he_tenido ninguno ninguna nunca jamas negativo para_nada
      claro_que_no de_ninguna_manera en_absoluto
    `),
    courtesy: words(`
      gracias muchas_gracias mil_gracias gracias_a_dios nada senor senora doctor doctora por_favor por_ahora hola
      buenos_dias buenas_tardes buenas_noches eso
    `),
    notADenial: words(`
      puedo puede podemos pude pudo logro logra aguanto aguanta pasa paso para mejora mejoro alivia baja
      entra come como comio bebe bebo toma camino camina respiro respira duerme responde despierta
      mueve sale habla deja entiendo entendi comprendo
    `),
    onlyPartly: words(`
      veces
      solo solamente cuando si mucho tanto siempre pero excepto salvo menos
    `),
  },
  intents: {
    human: [
      'agente|humano|humana|persona_real|asesor|asesora|operador|operadora|recepcionista',
      'hablar|hablo|comunicar|conversar|comunicarme con una? persona|alguien|medico|medica|doctor|doctora|enfermero|enfermera|gente|profesional',
      'quiero|necesito|pasame|llama|llame un? medico|medica|doctor|doctora|alguien|persona|enfermera',
      'persona|personas',
      'no quiero hablar con robot|bot|maquina',
    ],
    greeting: [
      'hola',
      'holi',
      'holis',
      'buenos_dias',
      'buen_dia',
      'buenas_tardes',
      'buenas_noches',
      'buenas',
      'que_tal',
      'ola',
      'saludos',
    ],
    thanks: ['gracias', 'muchas_gracias', 'mil_gracias', 'agradezco', 'agradecido', 'agradecida'],
    restart: [
      'reiniciar',
      'empezar|comenzar|empecemos|comencemos|empezamos|empieza|arranquemos de? nuevo',
      'empezar|comenzar otra vez',
      'volver al? inicio|principio',
      'desde cero',
    ],
  },
  numbers: {
    cero: 0,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciseis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
    veinte: 20,
    treinta: 30,
    cuarenta: 40,
    cincuenta: 50,
    sesenta: 60,
    setenta: 70,
    ochenta: 80,
    noventa: 90,
    cien: 100,
  },
};
