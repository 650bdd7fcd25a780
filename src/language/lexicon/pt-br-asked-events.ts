/**
 * What answers one question in Brazil without its name, and says nothing where it was not asked: "seguro direitinho" to
 * incontinence, "tá plana" to the fontanelle.
 */
import { itIsNormal, neverHad, pain, well, type AskedReplies } from './pt-br-asked';

export const ptAskedEvents: AskedReplies = {
  incontinence_new: {
    yes: 'escapa|escapou|escapando|vaza|vazou|vazando|solta|soltou|sai|saiu|escorre|escorreu|desce sozinho|nem_sinto|sem_sentir|sem_querer|na_calca|na_roupa|na_cama / nao|num|nem seguro|segura|consigo_segurar|consegue_segurar|deu_tempo|sinto / fralda|molhei_a_cama|mijei_na_calca|fiz_na_roupa|fiz_nas_calcas|mijei_na_cama',
    no: `seguro|segura|segurando|controlo|controla|prendo|prende ${well}|sim|tudo|os_dois / vou|vai ao|no banheiro normal|normalmente|sozinho|sozinha|direitinho|na_hora_certa / seguro|controlo|controla / ${itIsNormal}`,
  },
  urinary_pain: {
    ...pain,
    yes: `${pain.yes} / arde|ardendo|ardencia|queima|queimando|fogo|pimenta|toda_hora|gotinhas|vidro`,
    no: `faco|mijo|urino|xixi ${well} / ${itIsNormal}`,
  },
  no_urine: {
    yes: 'nenhuma|nem|nada|zero gota|gotinha|pingo|xixi|desde|um_pingo / fralda seca|sequinha|sequinhas|secas / nao|num fiz|fez|faz|faco|sai|saiu|desce|mijei|mijou|urinei|urinou|consigo / preso|presa|trancado|trancada|trancou|travou|travado|seca|sequinha',
    no: `fiz|fez|faz|faco|fazendo|mijei|mijou|mijo|urinei|urinou|urino|saiu|molhou|molhada|molhado|molhadas|cheia|encharcada xixi|agora|agorinha|hoje|normal|bastante|fralda|varias_vezes|de_manha|pouquinho? / fralda molhada|cheia|encharcada|pesada|troquei / ${itIsNormal}`,
  },
  pregnancy: {
    yes: 'gravida|gravidinha|gestante|prenha|barriguda|barrigudinha|esperando|buchuda|embarazada / semanas|meses|semana|mes / primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono mes|trimestre',
    no: 'sou|ele homem|e_homem|menino|macho|e_um_menino|do_sexo_masculino / homem|menopausa|operada|laqueada|laqueadura|ligada|liguei|trompas_ligadas|histerectomia|tirei_o_utero|sem_utero|virgem|tomo_pilula|uso_diu|diu|vasectomia|anticoncepcional|masculino / crianca|muito novo|nova|pequena / passei da|dessa idade|fase',
  },
  possible_pregnancy: {
    yes: 'atrasada|atrasado|atrasou|atraso|nao_desceu|nao_veio|nao_desce|nao_vem|suspeita|desconfio|desconfiando|esqueci_a_pilula|sem_camisinha|sem_protecao|faz_tempo_que_nao_vem / teste|exame deu|foi positivo|dois_risquinhos|dois_tracinhos',
    no: 'veio|desceu|chegou|ta|tou|to|desce|vem certinha|certinho|normal|em_dia|menstruada|no_dia_certo|na_data|ontem|hoje|semana_passada|esse_mes|direitinho|regular|regulada|naqueles_dias / menstruada|menstruei|menopausa|laqueadura|laqueada|ligada|operada|virgem|homem|diu|anticoncepcional|em_dia|vasectomia|tirei_o_utero|sem_utero / impossivel|sem_chance|nem_pensar|de_jeito_nenhum',
  },
  vaginal_bleeding: {
    yes: 'sangue|sangra|sangrou|sangrando|sangrinho|vermelho|borra|rosado|coagulo|pedaco|sujou|manchou|manchinha|pinguinho|gotinhas|absorvente|corrimento_com_sangue|escape',
    no: 'nem|nenhuma|nenhum|nada|zero gota|gotinha|pingo|pinguinho|manchinha|sinal|de_sangue / limpinho|limpinha|limpo|limpa|seco|seca|corrimento_branco|transparente|clarinho',
  },
  fluid_loss_pregnancy: {
    yes: 'molhou|molhada|encharcou|escorreu|escorrendo|vazou|vazando|estourou|rompeu|pocou|bolsa_estourou|desceu_agua|aguinha|agua|liquido|ensopou|ploc',
    no: 'sequinha|seca|seco|so_xixi|era_xixi|bolsa_inteira|intacta',
  },
  fewer_fetal_movements: {
    yes: 'quase|mal|nao|num|nada|menos|pouco|pouquinho|parado|paradinho|quietinho|quieto|parou sinto|senti|mexe|mexeu|mexendo|hoje|de_mexer|que_o_normal|que_antes|do_que_antes|chuta|chutou / quietinho|quietinha|quieto|quieta|parado|parada|paradinho|paradinha|parou|sumiu|diminuiu|diminuiram',
    no: `mexe|mexendo|mexeu|chuta|chutando|chutou|pula|pulando|dancando|danca|agitado|agitada|agitadinho|agitadinha|capoeira|nao_para|festa|jogando_bola bem|muito|direto|o_dia_inteiro|sem_parar|normal|toda_hora|bastante? / ${itIsNormal}`,
  },
  contractions: {
    yes: 'endurece|endurecendo|endureceu|dura|apertando|aperta|colica|colicas|vai_e_volta|vem_e_vai|de_5_em_5|de_10_em_10|a_cada|minutos|minuto',
    no: `mole|molinha|relaxada|treinamento / ${itIsNormal}`,
  },
  postpartum: {
    yes: 'tive|ganhei|pari|nasceu|dei_a_luz|cesarea|parto|resguardo faz|ha|semana|mes|dias|semanas|ontem|bebe|nenem?',
    no: 'nunca pari|tive_filho|engravidei|ganhei_nenem / sou homem / homem|anos',
  },
  postpartum_bleeding: {
    yes: 'muito|bastante|demais|encharca|encharcando|encharcou|ensopa|ensopando|coagulos|coagulo|pedacos|absorvente_por_hora|jorrando|hemorragia|forte|aumentou|escorrendo|a_cada_hora|de_hora_em_hora',
    no: 'so? pouco|pouquinho|pinguinho|fraquinho|fraco|quase_nada|clarinho|rosinha|rosa|marrom|diminuindo|diminuiu|secando|parou|parando|borrinha|normal / forte nao',
  },
  injury: {
    yes: 'cortei|cortou|torci|torceu|quebrei|quebrou|ralei|ralou|bati|bateu|machuquei|machucou|furei|furou|prensei|esmaguei|corte|tombo|pancada|ferida|ferimento|luxou|destroncou|arranhao|roxo|batida',
    no: 'inteiro|inteira|nenhum|ileso|ilesa arranhao|machucado|ferimento?',
  },
  head_injury: {
    yes: 'bati|bateu|batemos|pancada|galo|caiu_de_cabeca|cai_de_cabeca|testa|nuca|quengo|coco|rachou|abriu|cortou_a_cabeca|levou_uma|pedrada',
    no: 'cabeca|testa|nuca|coco nao|num bati|bateu|encostou|machucou|pegou|foi|tocou / so|foi|bati|bateu o|a|no|na|so? braco|perna|joelho|bunda|bumbum|costas|pe|mao|ombro|cotovelo|quadril|traseiro|corpo / de bunda|bumbum|joelho|pe|lado|mao|maos',
  },
  fall: {
    yes: 'cai|caiu|caimos|tombo|queda|escorreguei|escorregou|levou_um_tombo|levei_um_tombo|estabaquei|se_estabacou|despencou|rolou|foi_ao_chao|foi_para_o_chao|desabou|capotou|levou_uma_queda|levei_uma_queda',
    no: 'so|apenas tropecei|tropecou|escorreguei|escorregou|sentei|se_desequilibrou|desequilibrei / caiu|cai nao / nao|num cai|caiu|caimos',
  },
  burn: {
    yes: 'queimei|queimou|queimado|queimada|bolha|bolhas|vermelho|vermelhinho|agua_quente|oleo|panela|ferro|escaldei|escaldou|fogo|cafe',
  },
  burn_severe: {
    yes: 'rosto|cara|mao|maos|pe|pes|genital|olho|peito_todo|corpo_todo|costas_todas|carne_viva|bolhas|bolha|enorme|grande|pele_saiu|soltou_a_pele|preto|fogo|acido|choque|barriga_toda|perna_toda|braco_todo|metade',
    no: 'nem|sem|nao bolha|bolhas|fez_bolha|fez / pequena|pequenininha|pequeno|pequenininho|pequenina|pontinha|so_vermelho|so_vermelhinho|so_ficou_vermelho|vermelhinho|vermelhinha|superficial|de_leve|levinha|leve|so_no_dedo|no_dedinho|na_pontinha|tamanho_de_uma_moeda|moeda',
  },
  animal_sting: {
    yes: 'cobra|jararaca|cascavel|escorpiao|lacraia|lacrau|aranha|picada|picou|mordeu|ferroada|ferrou|coral|surucucu|viuva_negra|armadeira|agua_viva|arraia|taturana',
    no: 'so? mosquito|muricoca|pernilongo|formiga|mutuca|borrachudo|carapana|inseto|maruim|pulga / cobra|escorpiao|bicho nao|nenhum|nenhuma',
  },
  animal_bite: {
    yes: 'mordeu|mordida|mordendo|arranhou|unhou|abocanhou|dentada|cachorro|gato|morcego|macaco|rato|cao',
    no: 'nao mordeu|me_mordeu|chegou_a_morder|pegou|encostou / so? latiu|rosnou|lambeu|brincou|assustou|pulou',
  },
  poisoning: {
    yes: 'tomei|tomou|bebi|bebeu|engoli|engoliu|ingeri|ingeriu|cartela|caixa|vidro|frasco|varios|todos|veneno|alvejante|chumbinho|agua_sanitaria|soda|misturei',
    no: 'so|apenas um|1|dois|2|meio|uma comprimido|comprimidos|dose|remedio|gotas / como|que|conforme o? medico|doutor|doutora|receita|bula mandou|passou|receitou|prescreveu / so os meus? remedios|da_pressao|de_sempre|do_dia_a_dia / nao tomou|tomei|bebeu|bebi|engoliu|engoli|chegou_a_beber|colocou_na_boca',
  },
  suicidal_ideation: {
    no: 'quero|amo|gosto_de|adoro viver|a_vida|minha_vida|muito / deus_me_livre|jamais|nunca_pensei|nunca_faria|nem_pensar|de_jeito_nenhum|longe_disso|credo|cruz_credo|vira_essa_boca|amo_a_vida / tenho|pelos|por meus? filhos|familia|motivos para_viver',
    yes: 'as_vezes|penso|pensei|pensando|passa_pela_cabeca|todo_dia|direto|ja_pensei|vontade|quero_sumir|quero_morrer|queria_morrer|queria_sumir|nao_quero_mais_viver|cansei_de_viver|ultimamente',
  },
  self_harm: {
    yes: 'cortei|me_cortei|cortou|tentei|tentou|me_machuco|me_machuquei|me_queimei|ja_fiz|faco|fiz_isso|ontem|tomei_tudo|remedio_separado|corda|lamina|gilete|faca|plano|planejei',
    no: 'nunca fiz|tentei|me_cortei|faria|pensei / jamais|deus_me_livre|de_jeito_nenhum|nem_pensar',
  },
  harm_others: {
    yes: 'vontade|quero|penso|pensei de? em? matar|machucar|bater|esganar|esfaquear|fazer_mal / raiva|odio de_matar|tao_grande',
    no: 'nunca faria|faria_isso|machucaria|pensei|mataria / jamais|deus_me_livre|so_raiva|so_estou_com_raiva|incapaz|de_jeito_nenhum|nem_pensar|nem_mato_barata|nem_uma_mosca',
  },
  hearing_voices: {
    yes: 'ouco|ouve|escuto|escuta|ouvindo|escutando|falam|mandam|mandando|sussurram|chamam|me_chamam voz|vozes|comigo|sim|coisas?',
    no: 'so a_minha|a_tv|a_sua|o_vizinho|musica / nao ouco|ouve|escuto|escuta voz|vozes|nada|nenhuma?',
  },
  violence: {
    yes: 'bateu|bate|batia|me_bateu|me_bate|apanho|apanhei|ameaca|ameacou|empurrou|agrediu|agride|xinga|xingou|chutou|esmurrou|enforcou|tapa|soco|murro|trancada|trancou|persegue|medo_dele',
    no: 'tratam|trata|cuidam|convivo|vivemos bem|em_paz|com_carinho / tranquilo|seguro|segura|em_paz|carinhoso|carinhosa|ambiente_bom|moro_sozinho|moro_sozinha|nunca_me_bateu|ninguem',
  },
  sexual_violence: {
    yes: 'forcou|me_forcou|me_obrigou|obrigou|abusou|abusaram|me_tocou|passou_a_mao|contra_minha_vontade|eu_nao_queria|disse_que_nao_queria|disse_nao|a_forca|estuprou|me_pegou_a_forca|me_agarrou',
    no: 'foi consentido|com_meu_consentimento|porque_eu_quis / eu quis|queria|deixei|consenti / consentido|consensual|consentiu',
  },
  anxiety: {
    yes: 'nervoso|nervosa|ansioso|ansiosa|aflito|aflita|agoniado|agoniada|angustiado|angustiada|preocupado|preocupada|desesperado|desesperada|panico|agonia|pilha|inquieto|inquieta|medo|a_flor_da_pele|a_mil',
    no: `calmo|calma|calminho|calminha|tranquilo|tranquila|relaxado|relaxada|em_paz|zen|de_boa|de_boas|sossegado|sossegada|sereno|serena|suave / ${itIsNormal}`,
  },
  stridor: {
    yes: 'apito|apitando|chiado_puxando|barulho|barulhinho|barulhao|guincho|ronco|ronca|assobio|assobiando|chiando|galo|foca|cachorro|agudo puxando? puxar? o? ar?',
    no: `silencioso|silenciosa|silencio|quietinho|sem_barulho|sem_som|nenhum_barulho / barulho|som nenhum|nao / ${itIsNormal}`,
  },
  chest_indrawing: {
    yes: 'afunda|afundando|afundou|entra|entrando|marca|marcando|marcadas|aparecendo|aparecem|aparece|repuxa|repuxando|buraco|buraquinho|chupa|chupando|encovada|funda|fundo|esforco|forca_a_barriga|puxando',
    no: `nao|num|nem afunda|afundam|entra|marca|marcam|aparece|aparecem|repuxa|afundando|ta_afundando|faz_isso|ta_entrando / ${itIsNormal}`,
  },
  bulging_fontanelle: {
    yes: 'alta|inchada|dura|estufada|saltada|pulando|tufada|abaulada|elevada|para_fora|cheia|duro|durinha|inchadinha|altinha|gordinha',
    no: `plana|planinha|reta|retinha|baixa|baixinha|molinha|mole|macia|fechada|ja_fechou|fechou|fundinha|funda / ${itIsNormal}`,
  },
  inconsolable_crying: {
    yes: 'nao|num|nada|sem para|acalma|parar|parou|consola|consolo|cessa|sossega|dorme|calma / berra|berrando|gritando|grita|esgoela|esgoelando|chora_sem_parar|chora_o_tempo_todo|horas',
    no: `acalmou|acalma|acalmei|calmo|calma|calminho|calminha|dormiu|dormindo|dorme|parou|sossegou|quietinho|quietinha|sorri|sorriu|sorrindo|consolou|tranquilo|tranquila|mamou_e_parou|no_colo / ${itIsNormal}`,
  },
  unresponsive: {
    yes: 'nao|num|nada responde|acorda|reage|abre|mexe|fala|se_mexe|desperta|respondeu|acordou|reagiu / desacordado|desacordada|apagado|apagada|mole|molinho|largado|inconsciente|desmaiado|desmaiada|parado|parada',
    no: 'responde|respondeu|respondendo|conversa|conversando|fala|falando|falou|acordou|acordado|acordada|reage|reagiu|reagindo|mexe|mexendo|mexeu|abriu|abre|consciente|acorda|olha|olhou|chora|chorou|chorando|voltou sim|normal|comigo|os_olhos|quando_chamo|bem|agora?',
  },
  choking: {
    yes: 'engasgou|engasgado|engasgada|entalado|entalada|entalou|sufocando|preso|presa|atravessado|nao_desce|na_garganta|roxo|ficou_roxo',
    no: `ja desengasgou|saiu|cuspiu|vomitou|respira|passou|tossiu|botou_para_fora / desengasgou|desentalou|saiu|cuspiu|tossiu_e_saiu|engoliu|desceu|voltou_a_respirar / respira|respirando|respiro|fala|falando|chora|chorando|tossindo ${well}`,
  },
  pale_cold_skin: {
    yes: 'palido|palida|branco|branca|branquinho|branquinha|cinza|acinzentado|amarelo|gelado|gelada|geladinho|frio|fria|marmorizada|marmorizado|manchada|papel|cera|sem_cor|roxa|roxo|suado|suada',
    no: `corado|corada|coradinho|coradinha|quentinho|quentinha|quente|rosado|rosada|rosadinho|rosadinha|cor_boa|boa_cor|moreninho / ${itIsNormal}`,
  },
  wheezing: {
    yes: 'chiando|chia|chiado|miando|mia|gatinho|gato|apito|apitando|assobio|assobia|piado|piando|ronco|roncando|sibilo',
    no: `limpo|limpinho|silencioso|livre / ${itIsNormal}`,
  },
  loss_of_appetite: {
    yes: 'nao|num|nem|nada|sem|zero como|come|quero|quer|desce|fome|vontade|aceita|apetite|comer|consigo / fastio|enjoei|belisca|beliscando|so_belisco|so_liquido|sem_fome|pouco|pouquinho',
    no: 'comendo|como|come|comi|comeu que_nem|feito|igual|bem|tudo|de_tudo|normal|muito|direitinho|um_leao|um_boi|bastante|um_pratao|prato_cheio|dois_pratos|o_dia_todo / fome demais|de_leao|normal|boa|grande / faminto|faminta|esfomeado|esfomeada',
  },
  dehydration_signs: {
    yes: 'seca|seco|sequinha|sequinho|sem_lagrima|sem_lagrimas|fundo|fundos|fundinho|murcha|murcho|rachado|rachada|rachados|sede|sedento',
    no: `molhada|molhado|molhadinha|molhadinho|umida|umido|hidratada|hidratado|com_saliva|saliva / chora|chorando|chorou com lagrima|lagrimas / ${itIsNormal}`,
  },
  jaundice: {
    yes: 'amarelo|amarela|amarelos|amarelas|amarelado|amarelada|amarelinho|amarelinha|amarelados|cor_de_coca|ictericia',
    no: `branco|brancos|branquinho|branquinhos|corado|corada|cor_normal|rosado|rosada / ${itIsNormal}`,
  },
  anticoagulant: {
    yes: 'xarelto|marevan|varfarina|eliquis|warfarina|rivaroxabana|apixabana|pradaxa|heparina|clexane|coumadin|enoxaparina|afinar_o_sangue|afinar_sangue|afina_o_sangue|aas|clopidogrel',
    no: 'so|apenas da|para|de|losartana|metformina pressao|diabetes|tireoide|colesterol? / nenhum remedio|medicamento / nao|nunca tomo|toma|uso|usa|tomei|usei nada|nenhum|remedio?',
  },
  saddle_numbness: {
    yes: 'dormente|dormencia|adormeceu|adormecido|adormecida|anestesiado|anestesiada|nao_sinto|nao_sente|formigando|formigamento|amortecido|amortecida|morto|morta',
    no: `sinto|sente|sensibilidade o? papel? higienico? ${well}|tudo / sem dormencia / sinto|sente sim / ${itIsNormal}`,
  },
  testicular_pain: {
    ...pain,
    yes: `${pain.yes} / inchado|inchada|inchou|vermelho`,
    no: `${pain.no} / nao tenho testiculo|testiculos|saco / sou mulher / ${itIsNormal} / de boa`,
  },
  leg_swelling_one_side: {
    yes: 'inchada|inchado|inchou|inchando|grossa|batata|panturrilha|so_uma|so_a direita|esquerda|uma? / uma|direita|esquerda maior|mais_grossa|mais_inchada|so',
    no: `as duas|ambas iguais|igual|incham|inchadas|normais / iguais|igual|fininha|finas|desinchou / ${itIsNormal}`,
  },
  eye_injury: {
    yes: 'entrou|respingou|espirrou|pegou|bateu|caiu|furou|cortou|arranhou|cisco|po|produto|cal|acido|limalha|bola no|nos? olho|olhos?',
    no: 'olho|olhos|vista nao|num pegou|entrou|atingiu|bateu|caiu|encostou / nao pegou|entrou|atingiu|caiu|foi nada? no? olho?',
  },
  electric_shock: {
    yes: 'levei|levou|tomei|tomou|deu|choque|eletrocutado|grudou|220|110|descarga',
    no: 'nao|num encostei|encostou|levei|levou|tomei|tomou|peguei / encostei|encostou|levei|levou nao',
  },
  smoke_gas_inhalation: {
    yes: 'respirei|respirou|inalei|inalou|engoli|cheirei|fumaca|gas|fumaceiro|tossindo_preto|fuligem',
    no: 'sai|saiu|saimos antes|a_tempo|logo|na_hora / ar puro|livre|limpo',
  },
  heat_exposure: {
    yes: 'sol|praia|roca|calorao|forno|calor|quentura|estufa|obra|debaixo_do_sol|no_sol|torrando|laje',
    no: 'sol nenhum|nao / dentro_de_casa|na_sombra|ar_condicionado|em_casa|no_fresco|no_frio|ventilador',
  },
  foreign_body_swallowed: {
    yes: 'engoliu|engoli|moeda|pilha|bateria|ima|imas|botao|brinco|parafuso|osso|espinha|prego|peca|brinquedo|bolinha|tampinha',
    no: 'engoliu|engoli nada|nao / nao|num|nada engoliu|engoli|chegou_a_engolir / achei|achamos|cuspiu|encontrei|ta_aqui|estava',
  },
  substance_use: {
    yes: 'bebo|bebi|bebe|bebeu|cerveja|cachaca|pinga|cana|maconha|cocaina|crack|fumo_maconha|usei|uso|cheiro|cheirei|vinho|whisky|fim_de_semana|socialmente|todo_dia|balada',
    no: 'nao|nunca|num|nem bebo|uso|bebe|usa|bebi|usei|fumo|coloquei nada? / careta|abstemio|crente|evangelico|limpo|parei|largo / so agua|suco|refrigerante|cafe',
  },
  smoking: {
    yes: 'fumo|fumei|fuma|fumante|cigarro|cigarros|maco|macos|vape|paiero|narguile|socialmente|um_maco|por_dia',
    no: 'nunca fumei|fumou|botei|coloquei|gostei / parei|larguei|deixei|ex_fumante|nao_fumo|odeio|detesto / nem perto',
  },
  recent_vaccine: {
    yes: 'tomei|tomou|vacinei|vacinou|vacinado|vacinada|reforco|dose|da_gripe|da_covid|antitetanica|febre_amarela|hepatite|postinho|campanha|bivalente|segunda_dose|primeira_dose',
    no: 'faz|ha anos|tempo|muito_tempo|mais_de_ano|meses|decadas / nenhuma|nenhum|nunca ultimamente|tomei|esse_ano|recente? / nao tomo|tomei|to_vacinado',
  },
  covid_test_positive: {
    yes: 'positivo|positivou|reagente|dois_risquinhos|dois_risquinho|duas_linhas|dois_tracos|dois_tracinhos|duas_listras|detectado|testei_positivo',
    no: 'negativo|negativa|negativou|nao_reagente|nao_detectado|um_risquinho|so_um_risco|um_traco|uma_linha|nao_fiz|nao_testei',
    unknown: 'inconclusivo|aguardando|esperando|ainda_nao_saiu|nao_saiu',
  },
  covid_contact: {
    yes: 'marido|esposa|filho|filha|mae|pai|colega|chefe|todo_mundo|escritorio|familia|vizinho|amigo|turma|trabalho|casa ta|tao|pegou|teve|positivou|positivo|com_covid|doente|testou / cuidei|convivi|dormi|almocei|abracei|fiquei perto|com?',
    no: 'nao|ninguem|num|nem encontrei|saio|saiu|doente|ninguem_doente|convivo|vi|com_covid|perto / isolado|isolada|sozinho|sozinha|so_em_casa|nao_saio',
  },
  covid_past: {
    yes: 'tive|peguei|teve|pegou|ano_passado|2020|2021|2022|pandemia|duas_vezes|uma_vez',
    no: neverHad,
  },
  diabetes: {
    yes: 'tipo 1|2|um|dois / insulina|metformina|glifage|glicose_alta|acucar_alto|diabetico|diabetica|diabete|controlada|gestacional',
    no: `glicose|acucar normal|boa / pre_diabetico|pre_diabetes|pre_diabetica|quase / ${neverHad}`,
  },
  hypertension: {
    yes: 'losartana|enalapril|captopril|hidroclorotiazida|anlodipino|atenolol|alta|hipertenso|hipertensa|controlada|remedio_de_pressao|tomo_remedio|trato',
    no: `baixa|12_por_8|normal|boa / ${neverHad}`,
  },
  heart_disease: {
    yes: 'infarto|infartei|stent|stents|marcapasso|marca_passo|ponte_de_safena|safena|arritmia|sopro|insuficiencia|cateterismo|angina|chagas|valvula|coracao_grande|operei_o_coracao|cardiaco|cardiaca',
    no: `coracao bom|otimo|normal|forte|de_touro|saudavel / ${neverHad}`,
  },
  lung_disease: {
    yes: 'enfisema|dpoc|bronquite|fibrose|tuberculose|asma|bombinha|oxigenio|bronquiectasia',
    no: `pulmao bom|otimo|limpo|normal|saudavel / ${neverHad}`,
  },
  asthma: {
    yes: 'bombinha|desde crianca|pequeno|pequena|bebe / bombinha|aerolin|berotec|alenia|bronquite|clenil|asmatico|asmatica|quando_muda_o_tempo|controlada|no_frio',
    no: neverHad,
  },
  kidney_disease: {
    yes: 'dialise|hemodialise|transplantado|transplantada|insuficiencia|cronico|cronica|um_rim_so|creatinina_alta|estagio',
    no: `rim|rins bom|bons|otimo|otimos|normal|normais / ${neverHad}`,
  },
  liver_disease: {
    yes: 'cirrose|hepatite|esteatose|gordura_no_figado|transplantado|varizes',
    no: `figado bom|otimo|normal / ${neverHad}`,
  },
  cancer: {
    yes: 'quimio|quimioterapia|radio|radioterapia|tumor|leucemia|linfoma|mama|prostata|metastase|operei|em_tratamento|tratando',
    no: `benigno|so_um_nodulo_benigno / ${neverHad}`,
  },
  immunosuppression: {
    yes: 'corticoide|prednisona|transplante|transplantado|transplantada|lupus|quimio|quimioterapia|biologico|imunidade baixa? / imunidade baixa|la_embaixo|zerada|fraca',
    no: `imunidade boa|otima|normal|alta|de_ferro|e_boa / ${neverHad}`,
  },
  obesity: {
    yes: 'gordo|gorda|gordinho|gordinha|cheinho|cheinha|acima_do_peso|imc|obeso|obesa|fofinho|fofinha|sobrepeso|110|120|130|140 kg|quilos / acima do peso',
    no: 'magro|magra|magrinho|magrinha|magrelo|magrela|peso_normal|no_peso|peso_ideal|em_forma|seco|palito / peso normal|ideal|bom',
  },
  sickle_cell: {
    yes: 'ss|sc|falciforme|falcemico|falcemica|desde_que_nasci|de_nascenca',
    no: `so? traco|tracinho|so_o_traco / ${neverHad}`,
    unknown: 'nunca fizeram|fiz exame|esse_exame|o_exame',
  },
  hiv: {
    yes: 'positivo|soropositivo|soropositiva|antirretroviral|coquetel|indetectavel|tomo_coquetel',
    no: `negativo|negativa|deu_negativo|nao_reagente / ${neverHad}`,
  },
  malaria_area: {
    yes: 'amazonas|amazonia|rondonia|acre|para|roraima|amapa|manaus|angola|mocambique|africa|garimpo|maranhao|porto_velho|boa_vista|macapa',
    no: 'nunca sai|viajei|fui / so|sempre em_casa|aqui|na_cidade / nao viajei|sai|fui',
  },
  flood_or_rat_contact: {
    yes: 'enchente|alagou|alagamento|agua_da_chuva|lama|rato|ratos|rata|ratazana|esgoto|bueiro|inundacao|poca',
    no: 'tudo seco|limpo|limpinho / rato|enchente nenhum|nenhuma|nao',
  },
  missed_dialysis: {
    yes: 'faltei|faltou|perdi|perdeu|pulei|pulou|nao_fui|nao_foi|nao_fiz|nao_fez|deixei_de_ir|deixou_de_ir|sem_transporte',
    no: 'fiz|fez|vou|vai|fui|foi|faco|faz|compareci|nunca_faltei|nunca_falto|nunca_faltou|nao_faltei|nao_falto|nao_faltou todas|certinho|em_todas|tudo|sempre|ontem|hoje|direitinho|segunda? / em dia / nao faco|faz dialise|hemodialise',
  },
};
