/** How patients in Brazil name the other symptoms, conditions and circumstances. */
import type { Lexicon } from './lexicon';
import { cannotDo } from './pt-br-cannot';

export const ptCommon: Lexicon['concepts'] = {
  fever: ['febre', 'febril', 'febrao', 'febrinha', 'to_quente|queimando de_febre?', 'corpo quente'],
  chills: ['calafrio|calafrios|arrepios', 'tremendo|tremedeira|tremores|tremor'],
  cough: ['tosse|tossindo|tussindo|tosindo|toce|tose'],
  sore_throat: [
    'dor|doendo|doi|inflamada|arranhando|irritada garganta',
    'garganta doi|doendo|inflamada|irritada|arranhando|ruim',
    'dor|doi para|ao engolir',
  ],
  runny_nose: [
    'coriza',
    'nariz|narinas entupido|escorrendo|pingando|tampado|entupida|congestionado',
    'resfriado|resfriada|gripe|gripado|gripada',
    'congestao_nasal',
    'espirrando|espirros',
  ],
  headache: [
    'dor|dores|doi|doendo cabeca',
    'cabeca doi|doendo|latejando|explodindo|estourando',
    'enxaqueca|cefaleia',
    'dordecabeca',
  ],
  retro_orbital_pain: ['dor|doi|doendo atras|fundo|tras olhos|olho', 'dor nos? olhos'],
  myalgia: [
    'dor|dores|doi|doendo|moido|moida|quebrado|quebrada corpo|muscular|musculos|musculo|costela',
    'corpo doi|doendo|moido|dolorido|ruim|quebrado',
    'mialgia',
  ],
  arthralgia: [
    'dor|dores|doi|doendo juntas|articulacoes|articulacao|junta|joelho|joelhos|tornozelo|punho',
    'juntas|articulacoes doendo|doem|inchadas',
  ],
  anosmia: [
    'perdi|perda|perdeu|sem|perdendo olfato|cheiro|faro',
    ...cannotDo('sentir_cheiro|sentir_o_cheiro|cheirar'),
    'nao sinto|sente|sentindo|to_sentindo cheiro|cheiros',
  ],
  ageusia: [
    'perdi|perda|perdeu|sem|perdendo paladar|gosto',
    'nao sinto|sente|sentindo|to_sentindo gosto|sabor',
    'nao sinto cheiro nem|e gosto',
  ],
  fatigue: [
    'cansaco|cansado|cansada|fraqueza|fraco|fraca|indisposto|indisposta|moleza|sem_forca|sem_forcas|esgotado|esgotada|prostrado|prostrada|fadiga|desanimo',
  ],
  bedridden: [
    'de cama',
    'nao consigo|consegue sair|levantar cama',
    'acamado|acamada',
    'o_dia_todo|dia_inteiro deitado|deitada',
  ],
  diarrhea: [
    'diarreia|diareia|diareira|caganeira|desarranjo',
    'barriga|intestino solta|solto|desarranjado',
    'coco mole|liquido',
  ],
  nausea: [
    'enjoo|enjoado|enjoada|nausea|nauseas|ansia|enjoando|nauseado|nauseada',
    'vontade de? vomitar',
    'estomago embrulhado|embrulhando',
  ],
  vomiting: ['vomito|vomitos|vomitando|vomitei|vomita|vomitou|vomitar|vomitado|gumitando|gomitando'],
  abdominal_pain: [
    'dor|dores|doi|doendo|colica|colicas|pontada barriga|estomago|abdomen|abdominal|abdome|boca_do_estomago|pe_da_barriga|baixo_ventre',
    'barriga|estomago doi|doendo|dolorido|dolorida',
    'colica|colicas',
  ],
  rash: [
    'manchas|mancha|manchinhas|vermelhidao|bolinhas|brotoeja|exantema|erupcao|rash vermelhas|vermelha|pele|corpo|rosto|bracos',
    'corpo|pele vermelho|vermelha|manchado|manchada|empolado',
    'empipocado|exantema|erupcao',
  ],
  itching: ['coceira|cocando|coco_o_corpo|coca', 'pele cocando'],
  petechiae: [
    'pintinhas|pintas|pontinhos|pintinha|pinta|pontinho vermelhas|roxas|roxos|vermelhos|de_sangue|vermelha|roxa|roxo|vermelho',
    'manchinhas|bolinhas|manchas|manchinha|bolinha|mancha roxas|roxos|de_sangue|roxa|roxo',
    'manchas|mancha|manchinhas|bolinhas vermelhas|vermelha que nao some|somem|desaparece|desaparecem|clareia|clareiam quando|ao|se aperto|apertar|pressiono|pressionar|pressionada',
    'petequias|petequia',
    'manchas roxas|roxos',
    'hematomas|hematoma',
  ],
  bleeding_mucosal: [
    'sangra|sangrando|sangramento|sangue|sangrou gengiva|gengivas|nariz|boca',
    'gengiva|gengivas|nariz sangra|sangrando|sangrou|sangram|sangramento',
  ],
  conjunctivitis: ['olho|olhos vermelho|vermelhos|remelento|remelando|irritado|irritados', 'conjuntivite'],
  stiff_neck: [
    'nuca|pescoco dura|duro|rigida|rigido|travado|travada|rigidez|endurecido',
    'rigidez|dureza nuca|pescoco',
    ...cannotDo('encostar_o_queixo|dobrar_o_pescoco|mexer_o_pescoco|mover_o_pescoco|abaixar_a_cabeca'),
  ],
  dizziness: [
    'tontura|tonturas|tonto|tonta|tontinha|tontinho|zonzo|zonza|vertigem|labirintite',
    'tudo|cabeca rodando|girando',
  ],
  palpitations: [
    'palpitacao|palpitacoes|taquicardia',
    'coracao acelerado|disparado|disparou|batendo|acelerou|pulando|disparando',
  ],
  sweating_cold: ['suor|suando|suor_frio|suores frio|gelado|frios', 'sudorese', 'suando frio|gelado'],
  hives: ['urticaria', 'vergoes|vergao|placas', 'empolou|empolando'],
  back_pain: [
    'dor|dores|doi|doendo|travada|travei costas|coluna|lombar|costa|espinha',
    'costas|coluna doi|doendo|doem|travada|travou',
    'lombalgia',
  ],
  urinary_pain: [
    'ardencia|ardendo|arde|dor|queima|doi|queimacao para|ao|quando urinar|xixi|mijar|fazer_xixi|fazer|urino|faco',
    'arde xixi',
    'infeccao_urinaria|infeccao_de_urina|cistite',
  ],
  pregnancy: [
    'gravida|gravidez|gestante|gestacao|gravidinha|gravides|gestacional|esperando_bebe|esperando_um_bebe|gravda',
  ],
  injury: [
    'acidente|machuquei|machucado|machucada|machucou|ferido|ferida|ferimento|atropelado|atropelada|atropelamento|fratura|fraturei|quebrei|quebrou|torci|corte|cortei|cortou|capotou|bati_o_carro|bati_a_moto',
  ],
  head_injury: [
    'bati|bateu|batida|pancada|pancadas|batendo|trauma|traumatismo|machuquei|machucou|caiu_de|cai_de|tombo cabeca|craniano|craneo|testa',
    'cabeca bateu|batida|rachada|aberta',
    'traumatismo craniano',
  ],
  burn: ['queimadura|queimei|queimou|queimado|queimada|escaldou|escaldei'],
  anxiety: ['ansiedade|ansioso|ansiosa|panico|nervoso|nervosa|crise_de_ansiedade|angustia'],
  diabetes: ['diabetes|diabetico|diabetica|diabete|diabetis'],
  hypertension: ['pressao alta', 'hipertenso|hipertensa|hipertensao'],
  heart_disease: [
    'doenca|problema|problemas|insuficiencia coracao|cardiaco|cardiaca|cardiacos',
    'cardiopata|cardiopatia|cardiaco|cardiaca|marcapasso',
  ],
  lung_disease: ['doenca|problema pulmonar|pulmao', 'dpoc|enfisema|bronquite'],
  asthma: ['asma|asmatico|asmatica'],
  kidney_disease: ['doenca|insuficiencia|problema renal|rim|rins|renais', 'hemodialise|dialise'],
  liver_disease: ['doenca|problema figado|hepatica', 'cirrose|hepatite'],
  cancer: ['cancer|quimioterapia|quimio|tumor|leucemia|linfoma|radioterapia|oncologico|oncologica'],
  immunosuppression: [
    'imunidade baixa',
    'imunossuprimido|imunossuprimida|imunodeprimido|imunodeprimida|transplantado|transplantada|transplante|imunossupressor|imunossupressao',
  ],
  obesity: ['obeso|obesa|obesidade'],
  sickle_cell: ['anemia|doenca|traco falciforme', 'falciforme'],
  covid_contact: ['contato covid|caso|positivo|infectado|confirmado|doente'],
  wheezing: [
    'chiado|chiando|chia|assobio|piado|miado|chiadeira peito|peitu|pulmao',
    'peito chiando|chiado|chia|miando',
    'chiado|chiando|sibilo|chiadeira',
  ],
  loss_of_appetite: [
    'sem apetite|fome',
    'perdi|perda|perdeu apetite|fome',
    'nao come|como|quer_comer|quero_comer|consigo_comer',
    'fastio|inapetencia|inapetente',
  ],
  dehydration_signs: [
    'boca seca',
    'olhos fundos',
    'desidratado|desidratada|desidratacao',
    'chora sem lagrima|lagrimas',
  ],
  jaundice: [
    'bebe|nenem|rn|recem_nascido|dias|meses amarelinho|amarelinha|amarelo|amarela',
    'pele|olho|olhos amarelo|amarela|amarelos|amarelado|amarelada|amarelados',
    'ictericia|amarelao',
    'bebe amarelo|amarelinho|amarelado',
  ],
  inconsolable_crying: [
    'chora|chorando|choro sem parar',
    'nao para|parou de? chorar',
    'choro inconsolavel|que_nao_para',
  ],
  visual_disturbance: [
    'vista|visao embacada|embacado|turva|borrada|embaralhada|nublada',
    'vendo|vejo|enxergo|enxergando luzinhas|pontinhos|estrelas|estrelinhas|embacado|borrado|pontos|luzes|turvo',
    'luzinhas|escotomas',
  ],
  contractions: [
    'contracao|contracoes|contracoes',
    'barriga dura|endurecendo|endurece',
    'dores de? parto',
    'trabalho_de_parto',
  ],
  possible_pregnancy: [
    'menstruacao|regra|regras atrasada|atrasou|nao_veio|nao_desceu|atrasadas',
    'atraso menstrual|menstruacao',
    'posso|talvez|suspeita|acho_que|pode gravida|estar_gravida|gravidez|to_gravida',
  ],
  postpartum: [
    'pos|depois|apos do|de|o? parto|cesarea|cesaria',
    'parto|bebe|cesarea|pari|ganhei|nasceu|ganhei_nenem|ganhei_bebe|dei_a_luz|dei_luz recente|semana|semanas|dias|mes|ontem',
    'puerperio|puerpera|resguardo|posparto',
    'tive|teve|ganhei|ganhou bebe|nenem',
    'dei|deu a luz',
  ],
  fall: ['cai|caiu|queda|tombo|tombei|levei_um_tombo|escorreguei|escorregou'],
  anticoagulant: [
    'anticoagulante|anticoagulantes|marevan|varfarina|warfarina|xarelto|rivaroxabana|eliquis|apixabana|pradaxa|dabigatrana|heparina|clexane',
  ],
  leg_swelling_one_side: [
    'perna|panturrilha|batata_da_perna inchada|inchado|inchou|inchaco|quente',
    'inchaco perna|panturrilha',
    'uma perna inchada',
    'trombose',
  ],
  heat_exposure: ['insolacao|intermacao'],
  foreign_body_swallowed: [
    'engoli|engoliu|engolindo pilha|bateria|ima|imas|prego|agulha|vidro|alfinete|parafuso|lamina|gilete|osso|espinha|moeda|objeto|brinquedo|anzol|caco|tachinha|bolinha_magnetica|peca',
  ],
  animal_bite: [
    'mordida|mordeu|mordido|mordida|mordedura|arranhou|arranhado|arranhada cachorro|gato|morcego|macaco|cao|raposa|rato|sagui|bicho|cachorra|quati',
    'cachorro|gato|morcego|macaco|cao|raposa|sagui mordeu|arranhou|me_mordeu|me_arranhou',
  ],
  substance_use: [
    'cachaca|cerveja|drogas|cocaina|crack|maconha|usei_droga|usou_droga|vodka|bebado|bebada|cheirei|lsd|ecstasy|whisky',
  ],
  recent_vaccine: ['tomei|tomou|dose vacina', 'vacinei|vacinado|vacinada'],
  covid_past: ['ja tive|teve covid|corona', 'tive covid'],
  covid_test_positive: [
    'teste|exame covid? positivo|reagente',
    'testei positivo',
    'positivo para|pra covid|corona',
    'positivei',
  ],
  malaria_area: ['area|regiao malaria|mata', 'malaria|amazonia|garimpo', 'fui mata|mato|floresta'],
  flood_or_rat_contact: [
    'enchente|alagamento|inundacao|enxurrada|leptospirose',
    'agua|contato|mijo|urina suja|esgoto|rato|ratos|lama',
    'rato|ratos|ratazana',
  ],
  hiv: ['hiv|aids|soropositivo|soropositiva'],
  smoking: ['fumo|fumante|cigarro|cigarros|fumando|fuma|tabagista'],
};
