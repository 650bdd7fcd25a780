/** Further answers to one question (see pt-br-asked.ts): red flags of water, blood, limbs, burns and harm. */
import type { AskedReplies } from './pt-br-asked';

const person =
  'marido|esposo|ex|namorado|companheiro|padrasto|pai|mae|filho|irmao|tio|primo|avo|vizinho|chefe|patrao|cunhado|sogro|esposa|namorada|professor';

export const ptAskedUrgent: AskedReplies = {
  cannot_complete_sentences: {
    yes: 'so|umas|apenas? palavras|palavra|palavrinha por|de vez / o? ar|folego nao da|deixa|chega para? falar|fala|tudo / so responde|fala|comunica com|por|pela a? cabeca|gesto|sinal|olho|mao / frase sai picada|pela_metade|cortada',
    no: 'audio|audios enorme|grande|longo|gigante|comprido|de_5_minutos|toda_hora / audio|audios',
  },
  cyanosis: {
    yes: 'roxinhos|roxinhas|azuizinhos|lilas|roxeados|arroxeados|violeta|meio_roxo',
    no: 'mudou|muda de? cor nao? / nao|nem mudou|muda|mudaram de? cor',
  },
  headache_sudden_worst: {
    yes: 'a? pior|maior de todas|disparado|da_vida? / pior|soco|pancada|paulada',
    no: 'enxaqueca|dor de? costume|sempre|todo_mes|todo_dia|antiga / a? de sempre',
  },
  vomits_everything: {
    no: 'nem|nao tudo / so|foi vomitou|vomitei|uma uma|1|vez vez? / ta|fica|ficando|parando|segurando|para parando|ficando|no|dentro estomago|barriga?',
    yes: 'nem|ate a? agua|soro|saliva|remedio nao? para?',
  },
  cannot_drink_or_feed: {
    yes: 'nem na|com|de|um|uma seringa|colher|golinho|gole|gotinha|conta_gotas / fraco|fraca demais',
    no: 'mama|mamando|bebe|bebendo|toma que e uma? beleza|delicia|so_vendo / ta|esta bebendo|mamando|tomando|engolindo|aceitando',
  },
  severe_abdominal_pain: {
    yes: 'nao passa nunca|com_nada|de_jeito_nenhum|nem_com_remedio / sua|suar|suando|chora|chorar|gritar|grito|grita de dor|tanta_dor / de gritar|chorar|rolar|matar',
    no: 'doi mas passa|melhora|da_para_aguentar|e_pouco|pouco|aguento|logo_passa|suporto / dorzinha|colicazinha|incomodozinho|dor boba|leve|fraca|chata|de_leve|a_toa|besta? / nada forte|demais|insuportavel|grave',
  },
  vomiting_blood: {
    yes: 'parecia|parece|tipo|igual|cor|cor_de|feito borra|cafe|vinho|sangue|coca_cola|carvao / risco|risquinhos|raia|raias|fio|pedaco|pedacos|coagulo|coagulos|pinguinho|pinguinhos de? sangue?',
    no: 'comida|almoco|janta|bile|agua|espuma|leite|suco|catarro|claro|clarinho|amarelo|verde|transparente|baba|saliva|o_que_comi / mas? sem sangue',
  },
  black_stool: {
    yes: 'parece|tipo|igual|cor|cor_de|feito|que_nem|preto|escuro que_nem? graxa|piche|carvao|borra|borra_de_cafe|asfalto|petroleo|alcatrao|cafe|tinta / pretas|pretos|pretinhas',
    no: 'so ta? mole|molinho|mole_mesmo|liquido|ressecado / da? cor costume|sempre|normal|castanho|marrom|caramelo / marronzinho|marronzinha|marrom|amarelinho|esverdeado|clarinho / so? mole',
  },
  coughing_blood: {
    yes: 'fiapo|fiapos|raja|rajas|rajado|risco|riscos|fio|fios|pinguinho|pinta|pintas|raias de? sangue?',
    no: 'amarelado|amarelo|verde|branco|transparente|clarinho|claro|limpo|esverdeado / tosse sem|seca catarro? / nao|nem sai|vem|saiu|veio nada|sangue / sem sangue nenhum|algum? / so|apenas catarro|saliva|baba',
  },
  bleeding_heavy: {
    yes: 'troquei|trocando|troco varios|varias|2|3|4|5|muito|muitos|tres|quatro|dois|toda_hora panos|pano|toalhas|gaze|gazes|curativo|curativos|absorvente / pano|toalha|gaze|camisa encharcado|encharcada|ensopada|ensopado|cheio / escorrendo|esguichando|jorrando|bicas',
    no: 'corte|cortinho|arranhao|machucado|furinho bobo|bobinho|pequeno|pequenininho|superficial|de_nada|raso / so um? corte|arranhao|pinguinho|risco|raladinho bobo|pequeno? / estancou|secou|coagulou|fechou|estancado|parou',
  },
  confusion: {
    no: 'fala|diz|falando coisa com coisa / raciocina|raciocinando|pensa|pensando|responde bem|normal|direito|claro|direitinho / lucido|lucida|lucidissimo|orientado|orientada|sabe_tudo|sabe_onde_ta|esperto',
    yes: 'nao|num|nem fala|diz coisa com coisa / variando|tresvariando|zureta|delira|delirando|alucinando|perdido|perdida|embaralhado|embaralhada',
  },
  drowsiness: {
    yes: 'apagadinho|apagadinha|apagado|apagada|molinho|molinha|largado|largada|largadinho|caidinho|caidinha|sonolento|sonolenta|prostrado|prostrada|grogue|dopado / demora|demorou|custa|custou para|a responder|acordar|abrir',
    no: 'ligadao|ligadinho|ligado|ligada|ligadona|esperto|esperta|espertinho|espertinha|acordadao|acordadona|ativo|ativa|eletrico / acorda|acordou na|rapido|facil|logo|normal|sozinho|de hora|boa?',
  },
  fainting: {
    no: 'so|apenas|foi so? escureceu|escurecendo|embacou|rodou a? vista|tudo|cabeca / quase so|que_foi / so|foi tontura|tonteira|tonta|tonto|fraqueza|zonzo|zonza|vertigem|mal_estar|uma_tontura',
    yes: 'fiquei|ficou desacordado|desacordada|apagado|apagada|inconsciente / uns? segundos|segundinhos|minutinho|minutos|alguns_segundos',
  },
  seizure: {
    no: 'so|foi|era|apenas so? calafrio|calafrios|frio|tremor|tremores|tremedeira|susto|arrepio|frio_mesmo de? febre|frio|mesmo? / tremor so de? febre|frio',
    yes: 'deu|teve uma|duas|varias|tres agora|hoje|ontem|ha_pouco|aqui|seguidas / ficou|fica dura|duro|durinho|durinha|rigido|rigida / tremeu|treme|tremendo todo|toda|todinho|corpo o? corpo? todo|inteiro',
  },
  face_droop: {
    yes: 'despencou|despencado|murcho|murchou|caidinho|caida|caido|assimetrico|assimetrica|tortinho|tortinha',
  },
  limb_weakness: {
    yes: 'braco|perna|mao despenca|despencou|cai|caiu|nao_vai|nao_sobe|pesado|pesada|bambo|bamba|bobo|boba / despenca|despencou',
    no: 'com|tem|tenho toda? forca|forcas / aperta|segura|levanta bem|forte|igual|normal|os_dois|firme / forca normal|boa|total|igual|de_touro',
  },
  speech_trouble: {
    yes: 'lingua nao|num vai|obedece|mexe|solta / parece|parecendo|igual que? ta? bebado|bebada|bebo / embola|embolou|enrola|enrolou|gagueja|gaguejando|engrolado|pastosa',
    no: 'tagarelando|tagarela|falante|matraca|falando_pelos_cotovelos / fala|voz|falando perfeita|perfeito|normal|clara|claro|direitinho|bem|igual',
  },
  vision_loss: {
    yes: 'de um olho so|apenas? / metade|a_metade|so_metade / um|olho lado|direito|esquerdo nao ve|vejo|enxerga|enxergo',
    no: 'so|apenas|e a? vista|olho cansada|cansado|embacada_de_sono|ardendo / vejo|enxergo|enxergando|vendo bem|tudo|normal|direito|perfeitamente',
  },
  swelling_face_tongue: {
    yes: 'balao|bola|bico|monstro|sapo|botox|enorme|gigante|desfigurado|desfigurada|deformado / so o|a|um beico|labio|lingua|olho|boca|rosto',
    no: 'desinchado|desinchada|desinchou|tamanho_normal|nada_inchado',
  },
  incontinence_new: {
    yes: 'sai|saiu|vaza|vazou|escapa|solta|escorre sem|sozinho eu? perceber|sentir|controle|querer? / vaza|vazando|escapa|escapou|escapando',
    no: 'so|apenas|xixi|coco|tudo so? no banheiro|vaso|penico / nao|nem|num escapa|vaza|sai|solta nada|sozinho|xixi? / consigo|consegue segurar|controlar|prender',
  },
  no_urine: {
    yes: 'nada ainda|ate_agora|desde|hoje|de_xixi / travada|travado|trancada|trancado|presa|preso|seca',
    no: 'troquei|trocou|trocamos uma|duas|tres|quatro|2|3|4|5|varias|a|umas? fralda|fraldas / acabei|acabou|terminei de? fazer|urinar|mijar|ir',
  },
  vaginal_bleeding: {
    yes: 'desceu|saiu|veio|apareceu um|uma|uns? pouco|sangue|sanguinho|pinguinho|borra|coagulo|muito / tipo|igual|como|parece menstruacao|regra|menstruada / com? coagulo|coagulos|pedacos|pelotas',
    no: 'nao|nem|num desceu|saiu|veio|sujou|manchou nada|sangue|gota',
  },
  fluid_loss_pregnancy: {
    yes: 'pingando|pinga|gotejando|escorrendo|minando|molhando|encharcando',
    no: 'bolsa ta|e|segue|continua? inteira|intacta|fechada / so|apenas corrimento|muco|xixi|suor / nao|nem saiu|vazou|molhou|desceu|escorreu nada|agua|liquido / nada de agua|liquido',
  },
  fewer_fetal_movements: {
    yes: 'quase|mal|bem|muito nada|pouco|pouquinho|nao / so|apenas|foi uma|duas|1|2|poucas vez|vezes hoje?',
  },
  postpartum_bleeding: {
    yes: 'saindo|sai|saiu|com|uns|desceu muito? pedaco|pedacos|coagulo|coagulos|pelota|pelotas|bola / encharca|encharcando|encharcou|ensopa|jorrando|a_rodo',
    no: 'acabando|diminuindo|diminuiu|parando|parou|pouquinho|fraquinho|borra|borrinha|clarinho|rosado|amarelado|quase_nada / ja ta acabando|parando|diminuindo',
  },
  animal_sting: {
    yes: 'amarelo|amarelinho|preto|marrom|jararaca|cascavel|cobra|escorpiao|lacraia|aranha|armadeira|abelhas|enxame|taturana|lagarta / no|na pe|mao|dedo|perna|braco|costas|barriga / ferrou|picou|ferroada|picada',
    no: 'nada|nenhum|nenhuma|ninguem bicho|inseto|cobra|me|foi|escorpiao desses|picou|picado|ferrou|mordeu? / so|apenas|foi um|uma? mosquito|pernilongo|formiga|muriçoca|borrachudo|pulga|carrapato|maruim|mutuca / nunca|nao levei|levou|tomei picada|ferroada',
  },
  poisoning: {
    yes: 'exagerei|exagerou|demais|dobro|dobrado|cartela|frasco|caixa|um_monte|monte|errei|trocado|overdose|gole|golinho / uns|umas|quase|mais_de 6|7|8|10|12|15|20|30|dez|quinze|vinte|trinta comprimidos|comprimido|pilulas|remedios|ml|gotas?',
    no: 'so|apenas|foi|tomei|tomou|tomo|tomamos so? a|o|um|conforme|como|na|certinho|direitinho|certo|normal|do dose|que|certa|normal|receitado|receita|medico|remedio|jeito certa|normal|receitada|medico|receita|passou|mandou|certo|prescrita|recomendada? / um|uma|so|1|dois|2 comprimido|dipirona|paracetamol|novalgina|tylenol|remedio so|apenas? / dose certa|normal|correta|receitada|do_medico|da_bula|recomendada / nada alem|diferente|fora|errado|de do|da|errado? receitado|receita|normal|prescrito?',
  },
  suicidal_ideation: {
    yes: 'seria|ia_ser mais? facil|melhor|alivio / nao aguento|suporto|to_aguentando mais? / nao vejo saida|sentido|jeito / passa|vem|veio|bate|fica na|pela cabeca / para que viver',
    no: 'tenho|tem|penso meus|minha|nos|minhas|meu|um filhos|filho|familia|neto|netos|filha|filhas|planos|sonhos para_criar|para_cuidar? / gosto|amo|adoro da|a|de|minha|estar vida|viver|viva|vivo / so|apenas|e to|ta|uma? triste|tristeza|chateada|chateado|desanimada|desanimado|estressada|estressado|ansiosa|ansioso mesmo? / credo|deus_me_livre|vira_essa_boca|bate_na_madeira|isola nao?',
  },
  self_harm: {
    no: 'nunca|jamais|nao encostei|peguei|passei|toquei|usei|fiz|faria|me em|uma|uma|numa|isso|machuquei|cortei|machuco|corto lamina|gilete|faca|comigo|isso?',
  },
  violence: {
    yes: `meu|minha|do_meu|pelo_meu|foi_meu|o_meu|foi_o_meu ${person} / ele|ela me|ja bateu|empurrou|chutou|ameaca|bate|xinga_e_bate|machucou`,
    no: 'marido|namorado|companheiro|familia|pai|todos|ele e|sao|me um|uns|muito|otimo amor|anjo|anjos|amores|bom|calmo|trata_bem? / em_casa|aqui|la e|ta|tudo|so e? paz|amor|tranquilo|harmonia|calmo|respeito / so|apenas|umas|e discussao|discussoes|briga_de_boca|bate_boca|briguinha|bobagem|conversa / trata|tratam|cuidam me? bem',
  },
  sexual_violence: {
    yes: `meu|foi_meu|um|pelo_meu|o_meu|do_meu ${person}|cara|homem|colega|desconhecido|conhecido / dormindo|bebada|apagada|desacordada|dopada e|ele|quando ele|fez|abusou|acordei / a_forca|contra_a_minha_vontade|sem_eu_querer|nao_deixei|eu_nao_queria`,
    no: 'nunca|jamais|nao|ninguem passei|sofri|aconteceu|me|mexeu|fez|encostou|abusou|tocou por|isso|nada|comigo|forcou|obrigou|tocou|abusou isso|nada|sem|de_mim? eu? querer? / consentido|consensual|eu_quis|eu_que_quis|foi_porque_quis',
  },
  stridor: {
    yes: 'faz|da|solta|sai|tem um|uns? som|barulho|ruido|assobio|guincho|chiado_alto|ronco|apito estranho|alto|esquisito|feio|agudo|fino? / da para ouvir|escutar de? longe|outro_comodo|da_sala',
    no: 'sem|nenhum|nada_de|nao_faz|nao_tem|zero ruido|barulho|som|chiado|apito nenhum|algum? / em|no silencio / silencioso|silenciosa|quietinho|quietinha|calminho / so|apenas o? nariz entupido|tampado|escorrendo / respira normal|tranquilo|bem|sem_barulho|quietinho',
  },
  chest_indrawing: {
    yes: 'da para ver|contar as? costelas|costelinhas|costela|ossos|ossinhos / aparece|marca|marcando|aparecendo|vejo as|os|a|o costela|costelas|ossinhos|osso|buraco|buraquinho',
    no: 'respira|respirando tranquilo|tranquila|bem|normal|calmo|calminho|suave / nao|nem|num puxa|afunda|marca|entra|aparece nada / nada afundando|puxando|marcando|entrando',
  },
  unresponsive: {
    yes: 'nada|nem nem|se belisco|beliscando|sacudindo|chamando|gritando / so|apenas respira|respirando|geme|gemendo / apagado|apagada|desacordado|desacordada|inerte|imovel',
    no: 'aperta|apertou|mexe|pisca|segura|levanta a|o|minha mao|dedo|olho|braco / responde|respondeu|fala|falou|conversa|conversando|acordado|acordada|consciente|olha|olhando|acordou|reage|reagiu',
  },
  choking: {
    yes: 'nao sai|saiu|desce|passa|consegue|consegue_tossir|consegue_falar|tosse / com|foi|um|uma osso|espinha|bala|uva|carne|moeda|pipoca|pao|caroco|brinquedo|comida|leite / preso|presa|entalado|entalada|atravessado ainda?',
    no: 'so|foi|apenas so? tosse|tossiu|susto|um_susto|um_engasguinho / consegue|conseguiu|ja engolir|respirar|tossir|falar|saiu|desceu|passou|cuspiu / desengasgou|desentalou|cuspiu|vomitou_o_pedaco|desceu|saiu',
  },
  pale_cold_skin: {
    yes: 'geladinha|geladinho|geladas|gelados|friazinha|descorado|descorada|sem_sangue|amarelo|pegajosa|pegajoso|suada|suado|marmorizada|cera|papel',
  },
  bulging_fontanelle: {
    yes: 'pulada|pulando|calombo|galo|alto|altinha|altinho|saltada|ovo|ta_para_fora|estufou|inchou',
    no: 'no lugar / lisa|lisinha|certinha|igual|de_sempre|baixinha|afundadinha_normal / nada de? diferente|estranho|alto / fechou|ja_fechou|fechada',
  },
  saddle_numbness: {
    yes: 'dormente|dormentes|adormecido|adormecida|anestesiado|anestesiada|formigando|amortecido|sem_sensibilidade',
    no: 'nao sinto|tenho isso|dormencia|formigamento|nada_disso|nada_diso|nenhuma_dormencia nao? / sinto|sente|sentindo tudo|normal|bem|as_pernas|direitinho|perfeitamente|normalmente|direito / nao|nem sinto|tenho|ta dormencia|dormente|formigando / sensibilidade normal|boa|total',
  },
  testicular_pain: {
    yes: 'o|so_o|do|no|lado esquerdo|direito|lado / comecou|veio|foi do_nada|de_repente|agora / nao posso|da|consigo nem|para? encostar|tocar|andar|relar / inchado|inchou|vermelho|duro|roxo',
    no: 'nada la|ali embaixo|em_baixo? / sou mulher|menina / mulher|menina|nao_tenho_testiculo',
  },
  burn_severe: {
    yes: 'no|na|nos|nas|pegou|o|a|meu|minha|foi|so|bem|queimou|do|da no|na|o|a|meu|minha|todo|metade_do? rosto|cara|olho|olhos|boca|genital|partes|virilha|pescoco|face|rostinho todo|toda|inteiro|inteira|dele|dela|do_bebe? / o|a|no|na|pegou|todo|toda|queimou|metade_do|metade_da braco|perna|peito|barriga|costas|mao|pe|corpo|coxa todo|toda|inteiro|inteira|e / metade|bastante|muito|tudo|enorme|grandona|gigante / acido|eletrica|choque|quimico|soda|carne_viva|bolhas|bolhas_grandes|pele_soltou|pele_caiu / partes|genitais|genital|intimas',
    no: 'uma|um|duas|so|apenas bolhinha|manchinha|marquinha|vermelhidao|vermelhinho|pontinho|marca|pinguinho|bolha_pequena so? / bolhinha|manchinha|marquinha|pequenininha|pequenininho|pequena|pequeno|pontinha|superficial|leve / ponta|pontinha do dedo / nada|nem no|pegou|atingiu o|a? rosto|grave|serio|demais / nao foi|pegou|atingiu no|o|a rosto|cara|mao',
  },
  eye_injury: {
    yes: 'caiu|entrou|espirrou|foi|jogaram um|uma? produto|cal|cloro|acido|alcool|oleo|cola|detergente|pimenta|cimento|areia_e_ta_doendo_muito|ferro|metal / levei|levou|tomei|bateu|bati um|uma|a|na|no? soco|bola|bolada|pancada|cotovelada|quina|porta|pedrada|galho / furou|furei|perfurou|rasgou',
    no: 'so|apenas|e|foi um|uns|ta|deu? cisco|ciscos|coceira|coca|cocando|irritacao|vermelho|vermelhinho|poeira|cilio|conjuntivite|alergia|sono / nada|nem no|bati|caiu o? olho|olhos|nada? / olho|olhos normal|normais|bem|bom|sem_nada',
  },
  electric_shock: {
    yes: 'no|na|foi|do|da no|na|em? chuveiro|tomada|fio|geladeira|cerca|poste|maquina|torneira|ferro|extensao|carregador|interruptor|microondas / 220|110|alta_tensao|voltz|volts / tomei|levei|levou|tomou um|uma? leve|forte|choque|descarga?',
    no: 'so_estatica|eletricidade_estatica|so_um_choquinho / foi so estatica|choquinho / nao|nem|nunca encostei|levei|tomei|toquei|peguei em|nada|nenhum|choque|fio?',
  },
  smoke_gas_inhalation: {
    yes: 'fiquei|ficou|tava|preso|presa|fomos la|dentro|no|na|uns|um dentro|uns|minutos|incendio|fogo|fumaca|tempo / tossi|tosse|cuspi|catarro|escarro preto|preta|fuligem|escuro / foi|do|da|no|num incendio|fogo|queimada|vazamento|carro|fogao|churrasqueira',
    no: 'longe|distante|de_longe|fora da|de|dali|la? fumaca|fogo|incendio? / sai|saimos|saiu|corri|corremos antes|a_tempo|logo|rapido de? respirar|a_fumaca? / nao|nem inalei|respirei|cheguei|inalou|respirou|engoli nada|fumaca|a|nenhuma|a_respirar? / so|apenas vi|olhei|cheiro|senti_o_cheiro de_longe|leve|fraco?',
  },
  foreign_body_swallowed: {
    yes: 'uma|um|dois|duas|uns|umas|tres|a|o moeda|moedinha|pilha|bateria|botao|brinquedo|peca|prego|agulha|ima|imas|parafuso|anel|brinco|bolinha|tampa|tampinha|chave|palito|caroco|pedra|pedrinha|alfinete|osso|espinha|clipe|pecinha|miçanga',
    no: 'so|apenas comida|leite|fruta|papa|remedio|agua / achei|achamos|encontrei|apareceu|ta_aqui|tava a|o|aqui|no_chao? peca|pecinha|moeda|moedinha|brinquedo|pilha|objeto|bolinha|tampinha|botao? e? ela|ele|nao? nao? engoliu? / cuspiu|cuspi|tirei|tiramos|tossiu|botou da_boca|para_fora|a_tempo? / nao engoliu|engoli',
  },
  harm_others: {
    yes: `da|dando|tenho|bate|sinto|medo|vontade uma? vontade|medo|impulso|raiva de sacudir|bater|machucar|jogar|perder|fazer|matar|esganar|apertar o|besteira|controle|nele|nela? / meu|minha|o_meu|no_meu|do_meu ${person}|bebe|filha / sacudir|esganar|apertar o|ele|ela|nele|bebe?`,
    no: 'amo|adoro|protejo|cuido meu|minha|meus|dele|dela|demais filho|filha|filhos|bebe|marido|familia|demais / nunca|jamais|nao|nem machuquei|machucaria|faria|fiz|faco|machuco|mato ninguem|alguem|mal|uma|isso|mosca mosca|formiga? / nem|uma uma? mosca|formiga',
  },
  hearing_voices: {
    no: 'nenhuma|nada|zero|sem|nunca|nao|nem voz|vozes|ouvi|ouco|escuto|de|tem nenhuma|nada|voz|vozes|disso? / voz|vozes nenhuma|nao / so|apenas|ouco|escuto ouco|escuto|o|a|meu|minha vizinho|vizinhos|tv|televisao|consciencia|pensamento|pensamentos|musica|radio|cachorro|mae',
  },
  missed_dialysis: {
    yes: 'nao|num|nem consegui|conseguiu|pude|deu|fui|foi ir|fazer|para|hoje|ontem|essa|na? / uma|duas|tres|2|3|1|umas sessao|sessoes|vezes|vez / pulei|perdi|faltei|falhei|faltou a|uma|na|duas|transporte|carro|de|tres? / sem|faltou carona|transporte|ambulancia|carro|vaga|maquina',
    no: 'fui|fiz|vou|faco|foi|fez em|ontem|hoje|todas|tudo|certinho|toda|sem|na|segunda|terca|normal|direitinho todas|falta|direitinho|certinho|sessao|semana? / nao|nunca|nenhuma faltei|perdi|faltou|perdeu|falto|pulei nenhuma|nunca|sessao|uma|nada? / nao faco|faz|preciso de? dialise|hemodialise|hemo|isso? / em dia',
  },
  flood_or_rat_contact: {
    no: 'nao|nem|nenhuma|nenhum|sem passou|tem|vi|teve|entrou|piso|pisei|pego|enchente|rato|alaga enchente|rato|ratos|aqui|isso|alagamento|nada|nenhum|em? / enchente|rato|ratos|alagamento|enchentes nao passou|tem|teve|vi|chegou|entrou|aqui aqui|nenhum? / moro|predio|apartamento|andar em|no predio|apartamento|alto|andar nao_tem? / nada de enchente|rato|alagamento nem? rato?',
  },
  malaria_area: {
    no: 'nao|nunca|nem fui|estive|viajei|sai|ando|vou para|no|na|em|da|a? mato|mata|floresta|amazonia|area|cidade|casa|sitio|lugar|nenhum nenhum|nenhuma? / mato|mata|floresta|viagem nenhum|nenhuma|nao / moro|vivo|fico na|no|em cidade|centro|capital|predio|apartamento|sp|sao_paulo|rio nao_fui?',
  },
  recent_vaccine: {
    no: 'atrasado|atrasada|vencida|pendente nas|as|a|com|minhas? vacinas|vacina|vacinacao|carteirinha? / ultima|a_ultima foi|ha|faz ha? anos|muito_tempo|meses|2019|2020|2021|2022|2023|tempo|na_pandemia',
  },
  substance_use: {
    no: 'larguei|parei|deixei|abandonei|limpo|limpa|sobrio|sobria faz|ha|de|tem|tudo|o|a|beber|anos? anos|tempo|meses|beber|usar|vicio|droga|alcool?',
  },
  smoking: {
    no: 'larguei|parei|deixei|abandonei|ex|nunca|never|quit o|de|com|um|fumante|botei|coloquei|pus|fumei|smoked|touched|last? cigarro|fumar|vicio|um|fumante|a? cigarro|cigarette|year? / ex fumante|smoker / quit|gave_up|used_to|not_anymore|stopped',
  },
  obesity: {
    no: 'peso|imc certo|ideal|normal|adequado|bom|saudavel|em_dia|ok / magro|magra|magrinho|magrinha|magricela|seca|seco|esbelta|sarada',
  },
  fall: {
    no: 'nao|nem cair|caiu|cai|chegou|cheguei a|so|foi|foi_por_pouco? cair|tropecou|tropecei|escorregou|desequilibrou|queda? / so|quase|apenas tropecou|tropecei|escorregou|escorreguei|caiu|cai|desequilibrou|perdeu_o_equilibrio',
  },
  anosmia: {
    yes: 'nem|nao o|os|do|da|de|sinto o|do|da|de|nem? cafe|perfume|gas|comida|cheiro|alho|cebola|fralda do|de|da|eu? cafe|sinto|gas|nada?',
  },
  animal_bite: {
    no: 'nao|nem|nunca|ninguem|nenhum me|mordeu|bicho|foi|fui|mim|a mordeu|me|foi|mordido|mordida|nao mordeu|mordido? / a|em mim nao|nem|nunca mordeu|arranhou|pegou?',
  },
  chills: { no: 'mas|so nao|frio_normal|de_frio_mesmo' },
  dizziness: { no: 'tonta|tonto|tonteira|tontura eu|comigo nao' },
};
