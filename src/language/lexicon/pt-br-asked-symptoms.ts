/**
 * What answers one question in Brazil without its name, and says nothing where it was not asked: "apitando" to wheezing, "encosta sim" to a
 * stiff neck.
 */
import { itIsNormal, is, pain, well, type AskedReplies } from './pt-br-asked';

export const ptAskedSymptoms: AskedReplies = {
  fever: {
    yes: 'to|ta|esta|fiquei|ficou|fica|ando|parece|parecendo quente|quentinho|quentinha|pelando|fervendo|queimando|ardendo|febril|quentao|quentona / pelando|febrao|febrinha|febril / subiu|sobe|subindo|vai_e_volta|vai_e_vem|volta_a_noite|deu_alta / passa de|dos 38|39|40',
    no: 'to|ta frio|fria|fresco|fresca|fresquinho|fresquinha|geladinho|geladinha / baixou|abaixou|cedeu ja? / temperatura normal|boa',
  },
  chills: {
    yes: 'tremendo|tremo|treme|tremi|tremedeira|tremeu|batendo_o_queixo|bate_o_queixo|batendo_queixo|batendo_os_dentes|arrepiado|arrepiada|arrepio|arrepios',
  },
  cough: {
    yes: 'seca|carregada|de_cachorro|com_catarro|cheia|feia|direto|noite_toda|noite_inteira|a_noite|sem_parar|nao_para|rouca|catarro|pigarro / tossindo|tosso|tossi|tossiu',
  },
  dyspnea: {
    yes: 'canso|cansa|cansando|cansado|cansada para|so_de|quando|qdo|qnd|ao andar|falar|subir|tomar_banho|escada|respirar|levantar / ofegante|ofegando|esbaforido|esbaforida|arfando|arfa|puxado|puxada|puxando|abafado|abafada|sufocado|sufocada|sufocando / ar nao vem|entra|chega|desce / falta sim|as_vezes|muito|bastante|um_pouco',
    no: `respiro|respira|respirando|respiracao|folego ${well}|de_boa|ok / consigo|consegue|da_para respirar|correr|subir_escada|andar|conversar normal|normalmente|bem|tranquilo|de_boa`,
  },
  cannot_complete_sentences: {
    yes: 'termino|termina|consigo|consegue|falo|da nao paro|para|preciso|tem_que|tenho_que / paro|para|parando|pausa|pauso no_meio|para_respirar|para_puxar_ar|no_meio_da_frase|toda_hora / so|apenas palavras|palavra|picado|pedacinho|aos_poucos|pouquinho / falo|fala picado|picadinho|entrecortado|aos_poucos|sussurrando / nao termino|termina|consigo|consegue|completo|completa',
    no: `falo|fala|falando|converso|conversa|conversando ${well}|sem_parar|de_boa|pelos_cotovelos / consigo|consegue sim? falar|conversar|completar|terminar / frase|frases inteira|completa|inteiras|completas`,
  },
  cyanosis: {
    yes: 'roxo|roxa|roxinho|roxinha|roxeado|roxeada|arroxeado|arroxeada|azul|azulado|azulada|azulzinha|azulzinho|roxos|roxas|azuis',
    no: 'rosado|rosada|rosinha|rosados|rosadas|vermelhinha|vermelhinho|corado|corada|coradinho|coradinha|cor_normal / cor normal|boa',
  },
  chest_pain: {
    ...pain,
    yes: `${pain.yes} / elefante|tijolo|peso|pressao em_cima|no_peito|sentado / pontada|pontadas|opressao|aperto|pressao|angustia_no_peito|peso|queimacao|ardencia`,
  },
  sore_throat: {
    ...pain,
    yes: `${pain.yes} / arranhando|arranha|raspando|raspa|inflamada|inflamado|irritada|irritado|vermelha|pus|placas|placa|engolir`,
  },
  runny_nose: {
    yes: 'pinga|pingando|escorre|escorrendo|escorreu|correndo|torneira|entupido|entupida|entupidinho|trancado|fungando|assoando|catarro|ranho|meleca|espirrando|espirro|espirros|constipado|constipada',
    no: 'limpo|limpinho|seco|sequinho|desentupido|livre',
  },
  headache: {
    ...pain,
    yes: `${pain.yes} / latejante|enxaqueca|cabeca_pesada|cabeca_cheia|explodir|explodindo`,
  },
  headache_sudden_worst: {
    yes: 'nunca senti|tive|doeu igual|assim|nada_igual|tao_forte|parecido|algo_assim|uma_dessas / a? pior|mais_forte da|de_minha|que_ja vida|tive|senti / veio|comecou|chegou|bateu|deu de|do|num|em|subito|de_repente|repente|nada|segundo|vez|um_segundo|uma_vez / num|em_um|de_um segundo|estalo|minuto_para_o_outro|instante|repente / do_nada|de_repente|de_supetao|de_uma_vez|de_uma_hora_para_outra|explodiu|pancada|paulada|trovoada',
    no: 'devagar|aos_poucos|aos_pouquinhos|foi_aumentando|veio_vindo|gradual|gradualmente|pouco_a_pouco / de_sempre|como_sempre|igual_sempre|a_mesma|costumo_ter|normal|comum|enxaqueca_de_sempre|ja_conheco / ja tive pior|piores',
  },
  retro_orbital_pain: pain,
  myalgia: {
    ...pain,
    yes: `${pain.yes} / todinho|inteiro|inteirinho|tudo|dos_pes_a_cabeca|da_cabeca_aos_pes|ate_o_cabelo|moido|moida|quebrado|quebrada|surrado|surrada|surra / trator|caminhao|onibus passou|atropelou / atropelado|atropelada`,
  },
  arthralgia: {
    ...pain,
    yes: `${pain.yes} / juntas|joelho|joelhos|punho|punhos|tornozelo|tornozelos|dedos|ombro|ombros|cotovelo|mao|maos`,
  },
  anosmia: {
    yes: 'nem o? cafe|perfume|alho|do_cafe|cheiro_do_cafe|do_alho|do_perfume|alcool / nao|num sinto cheiro|nada|cheiro_de_nada|nadinha / perdi|sumiu|zerou|foi_embora|nada|cheiro_nenhum',
    no: `sinto|sentindo ${well}|tudo|todos / cafe|perfume|alho sinto|cheiro|cheirei|senti / voltou|voltando`,
  },
  ageusia: {
    yes: 'nao|num sinto gosto|nada|gosto_de_nada|sabor / tudo sem_gosto|igual|insosso|sem_graca|com_gosto_de_papel|sem_sabor / perdi|sumiu|zerou|foi_embora|sem_sabor|isopor|papelao',
    no: `sinto|sentindo ${well}|tudo|gosto|gosto_de_tudo / voltou|voltando`,
  },
  fatigue: {
    yes: 'cansado|cansada|exausto|exausta|acabado|acabada|moido|moida|morto|morta|quebrado|quebrada|sem_forca|sem_forcas|sem_energia|sem_disposicao|mole|molinho|molinha|so_quero_dormir|so_quero_cama|derrubado|derrubada|arriado|arriada',
    no: 'disposto|disposta|animado|animada|cheio_de_energia|cheia_de_energia|com_energia|ligado|ligada / na? ativa|correria',
  },
  bedridden: {
    yes: 'so|nao|nem saio|sai|levanto|levanta da? cama|para_banheiro|para_ir_no_banheiro|para_comer|rede|sofa|para_nada / so de_cama|na_cama|deitado|deitada|dormindo / dia|tempo todo|inteiro na|de cama|rede / na|da cama|rede o|todo dia|tempo inteiro|todo / de_cama|acamado|acamada|entrevado|entrevada|prostrado|prostrada / nao|nem consigo|consegue|da_para|to_conseguindo|aguento levantar|sair|ficar_em_pe|andar',
    no: 'levanto|levanta|ando|anda|andando|caminho|caminha|trabalho|trabalha|trabalhando|faco_comida|faco|brincando|brinca|correndo|passeio|saio|de_pe|em_pe',
  },
  diarrhea: {
    yes: 'mole|molinho|molinha|moles|liquida|liquido|liquidas|aguado|aguada|agua|aguinha|pastoso|pastosa|piriri|desandou|solto|soltinho|desarranjo|desarranjado|caganeira / umas|ja? fui|vou|corri|foi ao|no|para_o banheiro / toda_hora|nao_saio_do_banheiro|direto_no_banheiro|de_hora_em_hora',
    no: `durinho|durinha|duro|seco|ressecado|ressecada|preso|presa|trancado|firme|firminho|formado|formadinho / ${itIsNormal}`,
  },
  nausea: {
    yes: 'enjoado|enjoada|enjoadinha|enjoadinho|embrulhado|embrulhada|embrulho|embrulhando|ansia|enjoo|gofando|engulho|agonia_no_estomago|revirado|virado',
  },
  vomiting: {
    yes: 'botei|coloquei|boto|joguei|jogando|pus|tudo para|pra fora / devolvi|devolvendo|gorfei|gofou|gorfou|chamei_o_raul|lancei|golfei|golfou',
    no: 'so|apenas enjoo|enjoado|enjoada|ansia|nausea|vontade',
  },
  persistent_vomiting: {
    yes: 'sem|nao para|parar|parou|cessa|da_tregua|passa|paro / direto|toda_hora|a_cada|um_atras_do_outro|o_tempo_todo|dia_inteiro|noite_inteira|noite_toda / ja? umas? cinco|seis|sete|oito|nove|dez|quinze|vinte|5|6|7|8|9|10|12|15|20 vezes|vez',
    no: 'so|foi|apenas uma|umas|1|duas|2 vez|vezes|so|unica / parou|passou|parei|melhorou|cessou|aliviou / uma vez so|apenas|somente',
  },
  vomits_everything: {
    yes: 'tudo|tudinho|td ate|que|q|volta|sai / ate agua|remedio|remedios|leite|saliva|a_agua|o_remedio|peito|soro volta|vomita|sai? / nao|nada|nem|num para|segura|seguro|fica|parou|desce|aceita / volta|voltou|devolve|bota_para_fora|poe_para_fora tudo|td|tudinho|logo_em_seguida|na_hora',
    no: 'segura|seguro|segurou|segurando|ficou|fica|parou|para|aceitou|aceita|aceitando|toma|tomou|consegue_segurar|consigo_segurar agua|agua_de_coco|soro|liquido|alguma_coisa|algo|um_pouco|o_soro|a_agua|no_estomago|caldo|sopa|chazinho|biscoito|bem / agua|soro|liquido|remedio|agua_de_coco|cha|sopa|caldo ta? fica|ficou|para|parou|segura|segurou|desce|desceu|aceita|aceitou',
  },
  cannot_drink_or_feed: {
    yes: 'nada|nao|nem|recusa|recusando|recusou aceita|quer|pega|mama|bebe|desce|engole|agua|peito|mamadeira|tudo|suga / cospe|cospe_tudo|travou_a_boca|vira_o_rosto|cuspiu|nao_desce',
    no: 'mamou|mama|mamando|bebeu|bebendo|bebe|tomou|toma|tomando|aceitou|aceita|aceitando|sugou|pegou|pega|comeu|comendo|engole|engolindo|engoliu agora|bem|normal|tudo|os_dois_peitos|o_peito|peito|mamadeira|agua|leite|soro|suco|bastante|direitinho|certinho|um_pouco|um_pouquinho|sopa|liquido|liquidos / bebo|tomo|engulo|como agua|bem|normal|liquido|de_tudo|tudo|suco|normalmente',
  },
  abdominal_pain: {
    ...pain,
    yes: `${pain.yes} / colica|colicas|embrulho|estufado|estufada|gases|torcendo|nos_dois_lados|no_pe_da_barriga|em_volta_do_umbigo`,
  },
  severe_abdominal_pain: {
    yes: 'insuportavel|fortissima|fortissimo|horrivel|terrivel|forte|muito|demais|a_pior|de_gritar|gritando|chorando_de_dor|torcendo|torcido|dobrado|dobrada|encolhido|encolhida|suando_de_dor|de_parto|rolando|rolo|contorcendo|contorcido / nao|nem consigo|aguento|consegue|aguenta|da|to_aguentando / 8|9|10|nove|dez|oito',
    no: 'fraca|fraquinha|leve|levinha|suportavel|pouca|pouquinho|pouquinha|de_leve|da_para_aguentar|tolero|toleravel|aguentavel|incomodo|so_incomoda / 1|2|3|4|dois|tres|quatro',
  },
  rash: {
    yes: 'pintinhas|pintinha|pintas|pinta|manchas|mancha|manchinhas|manchinha|bolinhas|bolinha|carocinho|carocinhos|vermelhidao|vermelho|vermelha|vermelhas|vermelhos|empolado|empolada|brotoeja|brotoejas|placas|placa|pipocado|pipocou|pipocando|empipocado|empipocada',
    no: 'lisa|lisinha|limpa|limpinha|pele normal / pele ta? lisa|limpa|normal|boa',
  },
  itching: { yes: 'coca|cocando|cocar|coceira|cocei|pinica|pinicando|comichao|coceirinha|cocegas' },
  petechiae: {
    yes: 'pintinhas|pontinhos|manchinhas|bolinhas|pintas|pontos|manchas|umas|bolinha|pontinho|pintinha vermelhas|roxas|roxinhas|vermelhos|roxos|vermelhinhas|vermelhinhos|roxinhos|de_sangue|vermelha|roxa / roxinhas|roxinhos|roxas|roxos|hematomas|hematoma|nao_somem|nao_some',
    no: 'some|somem|sumiu|somem quando? aperta|aperto|apertar',
  },
  bleeding_mucosal: {
    yes: 'nariz|gengiva|gengivas|boca|escovar|escovo|escovei|cuspi|cuspo|lenco sangue|sangra|sangrou|sangrando / sangrou|sangra|sangrando|sangue|sangrinho',
    no: 'cor? normal|rosadinha|rosada',
  },
  vomiting_blood: {
    yes: 'veio|saiu|tinha|tem|vem|sai|vi um|uns|umas? pouco|pouquinho|bastante|raios|rajas|rajada|coagulo|coagulos|fiozinho|fio|pedaco / vivo|escuro|borra|borra_de_cafe|cor_de_cafe|vermelho|coagulo|coagulos|rajado|raiado|sanguinho|pretinho|preto',
    no: 'so|era|foi comida|agua|bile|beterraba|suco|espuma|liquido|amarelo|verde|acai|transparente|saliva / amarelo|amarelinho|verde|transparente|branco|agua|espuma|clarinho',
  },
  black_stool: {
    yes: 'preto|preta|pretas|pretinho|pretinha|escuro|escura|escuras|piche|borra_de_cafe|carvao|petroleo|asfalto|alcatrao|com_sangue|sangue_vivo|vermelho|sangue',
    no: `marrom|marronzinho|clarinho|clara|claro|verde|amarelo|amarelado|esverdeado|cor_normal|caramelo / ${itIsNormal}`,
  },
  coughing_blood: {
    yes: 'veio|saiu|tinha|tem|vem|sai|vi um|uns|umas? pouco|pouquinho|bastante|raios|rajas|coagulo|fiozinho|fio|sangue|risquinho|risco / rajado|raiado|vermelho|rosado|rosa|ferrugem|sanguinho|vivo',
    no: 'so? catarro|amarelo|amarelinho|verde|transparente|branco|clarinho|claro|esverdeado|seca|saliva / limpo|limpinho',
  },
  bleeding_heavy: {
    yes: 'nao|sem parar|para|parou|estanca|estancou|estancar|cessa / jorrando|esguichando|escorrendo|ensopou|ensopando|encharcou|encharcado|encharcada|encharcando|pingando_muito|pocas|poca|jato|jatos|muito|demais|bastante|de_monte|pulsando',
    no: 'estancou|estancado|parou|parado|estanquei|coagulou|secou|controlado|cessou / so? pouco|pouquinho|gotinha|gotinhas|gota|gotas|arranhao|arranhaozinho|superficial|cortinho|pinguinho|fiozinho|manchinha|sujou_o_papel|de_leve|fraco|fraquinho',
  },
  conjunctivitis: {
    yes: 'vermelho|vermelhos|remela|remelando|ramelando|remelado|colado|colados|grudado|grudados|inchado|inchados|coçando|lacrimejando|secrecao|pus|irritado|irritados|areia|terra_no_olho',
    no: `limpo|limpos|branco|branquinho|branquinhos|brancos|claros / ${itIsNormal}`,
  },
  confusion: {
    yes: 'nao sabe|sei|reconhece|lembra|fala|diz|reconheceu|sabia|entende|fala_coisa_com_coisa|diz_coisa_com_coisa / perdido|perdida|desorientado|desorientada|variando|varia|delirando|delira|trocando|troca|falando_besteira|falando_bobagem|aereo|aerea|aluado|abobado|abobada|atrapalhado|atrapalhada|fora_do_ar|caducando|embaralhado|desnorteado|desnorteada',
    no: `lucido|lucida|orientado|orientada|esperto|esperta|espertinho|espertinha|consciente|cabeca_boa|bem_da_cabeca|ligado|ligada|concentrado / sabe|sei|reconhece|lembra|lembro|conversa|conversando|fala|responde tudo|quem|onde|direitinho|normal|bem|certinho|o_dia|todo_mundo / ${itIsNormal}`,
  },
  drowsiness: {
    yes: 'so|dorme|dormindo|dormir|cochila|cochilando|apagado|apagada|molinho|molinha|mole|desanimadinho|custa|demora|dificil|trabalho dormindo|dorme|direto|acordar|o_tempo_todo|toda_hora|dia_todo|dia_inteiro / nao acorda|acordo|desperta|abre_os_olhos|reage / sonolento|sonolenta|sonolencia|apagado|apagada|grogue|prostrado|prostrada|mole|molinho|molinha|largado|largada|largadinha|caido|caida|caidinho',
    no: `acordado|acordada|acordadinho|acordadinha|esperto|esperta|espertinho|espertinha|ligado|ligada|ativo|ativa|brincando|brinca|animado|animada|correndo|sorrindo|rindo|alerta|desperto|desperta|arteiro|sapeca|pulando|bem_acordado / acorda|desperta ${well}|facil|sozinho|sozinha|rapido / ${itIsNormal}`,
  },
  fainting: {
    yes: 'apaguei|apagou|cai|caiu|desfaleci|desfaleceu|passamento|sumiu_tudo|fiquei_sem_sentidos|perdi_os_sentidos|perdeu_os_sentidos|capotei|capotou|turvou|escureceu_tudo|escureceu_a_vista|vista_escureceu|quase|por_pouco',
    no: 'consciente|acordado|acordada|de_pe o? tempo|todo|sempre / tempo todo acordado|acordada|consciente|lucido|lucida',
  },
  seizure: {
    yes: 'se_debateu|se_debatendo|se_batendo|tremeu_todo|tremeu_toda|tremendo_todo|tremendo_toda|enrijeceu|enrijeceu_todo|duro|espumando|espumou|revirou_os_olhos|virou_os_olhos|olho_virado|olhos_virados|babando|ataque|convulsionou|convulsionando|abalo|abalos',
  },
  stiff_neck: {
    yes: 'nao|dificil|dificuldade encosta|encosto|encostar|consigo|consegue|dobra|dobro|dobrar|vira|viro|mexe|abaixar|abaixo / duro|dura|rigido|rigida|travado|travada|endurecido|endurecida|preso|presa|trava|travou|endurecida',
    no: `encosta|encosto|encostei|encostou|dobra|dobro|dobrei|dobrou|viro|vira|mexo|mexe|abaixo|abaixa|abaixei queixo|bem|normal|de_boa|sim|para_os_dois_lados|pescoco|no_peito|a_cabeca|facil|tranquilo|direitinho / queixo encosta|encostou|chega|encostei|vai / molinho|mole|soltinho|flexivel|livre / ${itIsNormal}`,
  },
  face_droop: {
    yes: 'torto|torta|tortinho|tortinha|tortinhos|entortou|entortada|entortado|caido|caida|caiu|caidinho|puxado|puxada|puxou|repuxou|repuxado|repuxada|paralisado|paralisada|paralisou|desviado|desviada|mole|murcho|murchou|assimetrico / um lado so? nao|num|sobe|mexe|caiu|mais|diferente|caido / lado nao|num sobe|mexe|levanta|responde',
    no: `igual|iguais|simetrico|simetrica|reto|reta|retinho|retinha|certinho|certinha|direitinho dos? dois? lados? / dois lados iguais|igual|normais|sobem|mexem / sorri|sorrio|sorriu|sorrindo normal|bem|igual|direito|certinho|reto|direitinho|os_dois_lados / ${itIsNormal}`,
  },
  limb_weakness: {
    yes: 'nao|num levanta|levanto|consigo|consegue|mexe|mexo|segura|seguro|sinto|fecha|obedece|responde|sobe|sustenta / caiu|cai|caindo|mole|molinho|bambo|bamba|dormente|dormentes|pesado|pesada|pesadao|morto|morta|paralisado|paralisada|paralisou|formigando|formigamento|fraco|fraca|bobo|boba|sem_forca|deixa_cair|deixei_cair|arrastando|um_lado_so|metade_do_corpo',
    no: `levanto|levanta|levantei|levantou|mexo|mexe|aperto|aperta|ergueu|ergo|seguro|segura os? dois|normal|bem|iguais|igual|direitinho|certinho|de_boa|as_duas|tudo|forte|com_forca|as_duas_maos|os_dois_bracos / forca normal|boa|igual|nos_dois|nas_duas / ${itIsNormal}`,
  },
  speech_trouble: {
    yes: 'enrolado|enrolada|enrolando|enrola|arrastado|arrastada|arrastando|embolado|embolada|embolando|embaralhado|embaralhada|pastoso|pastosa|trocando|troca|troca_as_palavras|gaguejando|travando|travada|atrapalhada|atrapalhado|mole|lingua_pesada|nao_sai|nao_entendo|ninguem_entende|nao_da_para_entender|grunhindo|balbuciando',
    no: `falo|fala|falando|fala|conversa|conversando|voz|pronuncia ${is}? ${well}|claro|clara|clarinho|limpo|limpa / da_para|consigo|consegue entender|falar / ${itIsNormal}`,
  },
  vision_loss: {
    yes: 'nao|num|nada|deixei|parei|parou|perdi enxergo|enxerga|vejo|ve|enxergando|vendo|de_enxergar|de_ver|vista|visao / apagou|apagado|escureceu|escuro|preto|breu|cego|cega|cortina|sombra|sumiu|vulto|vultos|branco olho|vista|tudo|metade?',
    no: `enxergo|enxerga|enxergando|vejo|ve|vendo|vista|visao dos? dois? ${well}|tudo|ok|nitido|perfeito / ${itIsNormal}`,
  },
  visual_disturbance: {
    yes: 'embacado|embacada|embacando|turvo|turva|dobrado|dupla|duplicado|borrado|borrada|embaralhada|embaralhado|pontinhos|pontos|luzes|luzinhas|faiscas|estrelinhas|moscas|mosquinhas|brilhos|nublada|nublado|escurecendo|tremida',
    no: `enxergo|enxerga|vejo|ve|vista|visao dos? dois? ${well}|tudo|nitido|perfeito / ${itIsNormal}`,
  },
  dizziness: {
    yes: 'roda|rodando|rodar|girando|gira|balancando|zonzo|zonza|tonto|tonta|tontinha|tontinho|tonteira|tontura|cabeca_leve|aerea|aereo|desequilibrado|desequilibrada|labirintite|chao_foge|quando_levanto|so_quando_levanto|ao_levantar',
    no: 'firme|firminha|firminho|equilibrado|equilibrada',
  },
  palpitations: {
    yes: 'disparado|disparada|disparou|dispara|acelerado|acelerada|acelerou|acelera|batendo_forte|batendo_rapido|pulando|saindo_pela_boca|sai_pela_boca|batedeira|descompassado|a_mil|tum_tum|falhando|falha',
    no: `batendo? calmo|calminho|ritmo_normal|compassado / ${itIsNormal}`,
  },
  sweating_cold: {
    yes: 'suando|suo|suei|suor|suadeira|pingando|ensopado|ensopada|molhado|molhada|gelado|gelada|frio',
    no: 'seco|seca|sequinho|sequinha',
  },
  swelling_face_tongue: {
    yes: 'inchou|inchado|inchada|inchando|inchados|inchadas|grosso|grossa|grossos|enorme|deste_tamanho|desse_tamanho|beicudo|beicuda|deformado|estufado|estufada|fechando|inchadinho|inchadinha',
    no: `desinchou|desinchado|desinchada|tamanho_normal / ${itIsNormal}`,
  },
  hives: {
    yes: 'empolado|empolada|calombo|calombos|placas|vergao|vergoes|urticaria|placa|caroco|carocos|coca|cocando|inchadinhas',
  },
  back_pain: { ...pain, no: `${pain.no} / costas|coluna|lombar to|ta bem|otima|otimo|de_boa|boa` },
};
