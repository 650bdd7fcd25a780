/** Pregnancy, injuries, conditions and exposures in further everyday and regional words of Brazil. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const bodyPart =
  'joelho|joelhos|braco|bracinho|perna|perninha|pe|pezinho|mao|dedo|dedao|dedinho|costela|costelas|ombro|canela|coxa|tornozelo|cotovelo|quadril|punho|pulso|calcanhar';
const kin =
  'marido|esposa|esposo|mulher|mae|pai|filho|filha|irmao|irma|chefe|colega|colegas|amigo|amiga|namorado|namorada|vizinho|vizinha|avo|sogra|sogro|tia|tio|patrao|patroa|primo|prima|familia|pessoal|galera|turma|casa|povo|cunhado|cunhada|sobrinho|sobrinha';

export const ptEverydayLife: Lexicon['concepts'] = {
  pregnancy: [
    'pejada|prenhe|amojada|em_estado_interessante|barriguda_de_6_meses|de_bucho|de_barriga_esperando|gestante_de|gravidona|gravidinhas',
    'to|estou|ta|minha_mulher|mulher|esposa|filha|irma esperando um|uma|meu|nosso? bebe|nenem|filho|filha|crianca|gemeos|menino|menina|primeiro_filho',
    'mes|meses|semanas|semana|trimestre|reta_final de|da|do|na? gestacao|gravidez|gestante|gravida',
  ],
  contractions: [
    'barriga|barrigao endurecer+|contrair+|endurece|endurecer|endurecendo|contrai|contraindo|apertando_e_soltando|fica_dura_e_mole|dura_de_tempo_em_tempo|dura_toda_hora|dura_de_vez_em_quando|dura_e_solta|retesando|enrijecendo',
    'endurecer+|endurecendo|endurece|contraindo a|minha|o|meu? barriga|barrigao|utero',
    'ta|ja|vai|bebe|nenem|crianca|menino|menina|comecou_a|acho_que_vai nascendo|nascer|coroando|coroou|descendo_para_nascer|para_nascer|encaixado_e_descendo',
    'bebe|nenem|crianca|cabeca|cabecinha vindo|saindo|coroando|apontando|descendo|aparecendo_la_embaixo',
    'dor|dores|colica|colicas que_vai_e_volta|vai_e_vem|que_vai_e_vem|que_vem_e_vai|de_parir|de_parto|de_dez_em_dez|de_cinco_em_cinco|de_5_em_5|de_10_em_10|de_3_em_3|ritmada|ritmadas|a_cada_5_minutos|a_cada_10_minutos|no_pe_da_barriga_ritmada gravida|gravidez|gestante|minutos|semanas|gestacao|de|em?',
    'trabalho_de_parto|dor_de_parto|dores_de_parto|perdi_o_tampao|tampao_mucoso|saiu_o_tampao|contracoes_de_treinamento',
  ],
  possible_pregnancy: [
    'atrasou|atrasada|atrasado|atraso|sumiu|falhou|pulou a|o|minha|meu|da|na|com? menstruacao|regra|regras|ciclo|mestruacao|menstruaçao|mens|chico',
    'menstruacao|regra|regras|monstra|monstrinha|chico|mulher_de_vermelho|bandeira_vermelha|mens|ciclo nao|num veio|vem|desceu|desce|chegou|apareceu|da_sinal|deu_as_caras',
    'to|tou|estou|tenho com|um|tendo? atraso|atrasada',
    'meses|semanas|mes|dias que? nao|num desce|desceu|menstruo|menstruei|veio_a_menstruacao|vem_a_menstruacao|fico_menstruada|fiquei_menstruada|desce_para_mim',
    'sera|desconfio|desconfiada|suspeito|suspeita|medo|duvida|acho|talvez|pode|posso que|de|ser|se? eu? to|esteja|estou|estar|ta|tou|pode_ser? gravida|gravidez|buchuda|prenha',
    'camisinha|preservativo estourou|rasgou|furou|saiu e? atrasou|medo_de_gravidez|gravidez|gravida',
  ],
  postpartum: [
    'tive|teve|ganhei|ganhou|pari|nasceu um|uma|meu|minha|o|a|nosso|nossa? filho|filha|nenem|nene|bebe|menino|menina|gemeos|crianca faz|ha|tem|esses|essa|no|na|semana|mes 1|2|3|4|5|6|7|8|9|10|12|15|20|30|40|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|quinze|vinte|trinta|pouco|poucos|passada|passado dia|dias|semana|semanas|mes|pouco|tempo?',
    'recem|acabei_de|acabou_de parida|parir|ganhar_nenem|ganhar_bebe|ter_nenem|ter_bebe|dar_a_luz|ter_filho|sair_da_maternidade',
    'sai|saiu|vim|voltei da|de? maternidade hoje|ontem|ha|faz|com|semana_passada',
  ],
  postpartum_bleeding: [
    'sangrar+|sangrando|sangue|sangramento|hemorragia|coagulo|coagulos|descendo_sangue muito|demais|horrores|sem_parar|forte|bastante|direto|em_jato|grande|grandes|enorme? desde|depois|apos|no|do|pos|com? que? a|o|da|do|de? parto|cesarea|cesaria|cesariana|ganhei_nenem|ganhei_bebe|ganhei|pari|tive_bebe|tive_nenem|tive_o_bebe|resguardo|puerperio',
    'troco|trocando|trocar|encho|enchendo|encharco|encharcando|ensopo|ensopando|molho um|o|uma|de? absorvente|fralda|modess|toalha toda|a_cada|cada|de|por|em|atras|a hora|meia_hora|do_outro|uma_hora|meia_em_meia_hora|hora_em_hora|quinze_minutos',
  ],
  injury: [
    `destroncar+|destronquei|destroncou|desmentir+|desmentiu|desmenti|esbagacar+|esbagacei|arrebentar+|arrebentei|arrebentou|abrir+|abri|abriu|estourar+|estourei|estropiar+|lascar+|lasquei|lascou|triturar+|moer+|pisotear+|estrepar+|entortar+|entortei|rachei|romper+|rompi|decepei|decepou|amputou|arrancar+|arranquei|arrancou o|a|meu|minha|os|as|um|uma|pedaco|ponta|do|da? ${bodyPart}|ligamento|tendao|menisco|unha|osso|nariz|queixo|dente`,
    `pancada|batida|bolada|porrada|pisao|pisada|coice|cotovelada|tranco|martelada|corte|talho|rasgo|furo|machucado|pontos|pontada_de_prego|topada|trauma|lesao|ferimento|ferida|esfolado|ralado|hematoma na|no|nas|nos|em|do|da|meu|minha? ${bodyPart}`,
    `caco|cacos|prego|espinho|farpa|vidro|anzol|agulha|lasca|estrepe|arame|ferpa no|na|dentro|entrou|enfiou|espetou|fincou|cravado|enterrado? ${bodyPart}|sola|planta_do_pe`,
    'levei|tomei|levou|tomou|dei|deram|precisou|precisei uns|de|5|3|4|6|8|10|varios|alguns? pontos|ponto no|na|dedo|braco|perna|mao|queixo|pe?',
    `levei|levou|tomei|tomou uma|um|umas? pancada|bolada|batida|pedrada|coice|porrada|pisao na|no|nas? ${bodyPart}|rosto|boca|queixo`,
    'me|se ralar+|ralei|ralou|esfolei|esfolou|espatifei|arrebentei|arrebentou|estropiei|estrepei|lasquei|esborrachei|cortei|furei|espetei|lanhei|lanhou todo|toda|no|na|feio|com? chao|asfalto|arame|cerca|faca|tesoura|prego|vidro|escada|bicicleta',
    'mau_jeito|jeito_ruim|luxei|luxou|destronquei|destroncou|desmenti|desmentiu|distensao|estiramento|distendi|estirei|contundi|contusao|escoriacao|escoriacoes|machucadura|ralado|raladinho|lanho|talho',
  ],
  head_injury: [
    'caiu|cairam|bateu|acertou|despencou|pegou|tacaram|jogaram|levei|levou|tomei|tomou um|uma|o|a|na|com? pau|pedra|telha|tijolo|galho|coco|ferro|objeto|bola|tabua|prateleira|quadro|armario|martelo|vaso|garrafa|madeira|chute|soco|pancada|paulada|cacetada|pedrada|cotovelada|joelhada|cabecada|bolada|tijolada|ripada|porta|caixa|lata|manga na|no|em|bem|em_cima? da|minha|dele|dela? cabeca|testa|nuca|quengo|cocuruto|moleira|cachola|coco|cuca|tampo_da_cabeca',
    'bater+|bati|bateu|bateram|machucar+|machucou|machuquei|rachar+|rachou|abrir+|abriu|cortar+|cortou|estourou|quebrou|lascou|meteu|deu_com com|a|o|de|no|na|seu? quengo|cocuruto|cachola|caixola|moleira|tampo_da_cabeca|cabecao|crânio|cocoruto|coroa_da_cabeca|testao|testinha|fronte|osso_da_testa',
    'cabecada|cabeçada na|no|em|contra|com? parede|porta|poste|quina|outro|colega|mesa|trave|movel|vidro',
    'cabeca|cabecinha|testa|nuca na|no|contra|em|com? quina|parede|poste|meio_fio|calcada|pia|porta|armario|vidro|mesa bateu|com_forca?',
    'galo|calombo|corte|ferida|buraco|machucado|rachadura na|no|em? cabeca|testa|nuca|cocuruto|quengo|cabecinha',
    'traumatismo|tce|concussao|pancada_na_cabeca',
  ],
  fall: [
    'ir|foi|fui|foram|veio|parei|parou|acabou com_tudo|direto|de_cara|de_costas|de_bunda|de_joelhos? ao|no|pro|para_o chao',
    'esborrachar+|se_esborrachou|estatelar+|se_estatelou|espatifar+|se_espatifou|esparramar+|se_esparramou|se_estabacou|me_estabaquei|me_esborrachei|me_estatelei|me_espatifei|estabacada|rolou|rolei no|na|pelo|pela? chao|piso|escada|calcada|asfalto|rua|cozinha|banheiro',
    'cair+|caiu|cai|desabar+|desabou|despencar+|despencou|tombar+|tombou|escorregar+|rolar+|rolou|pular+_e_caiu|virou da|do|de|na|no|em|com? cama|cadeira|cadeirinha|berco|rede|maca|trocador|carrinho|sofa|poltrona|arvore|pe_de_manga|pe_de_goiaba|mangueira|telhado|laje|escada|escadaria|degrau|altura|andaime|muro|janela|sacada|banheiro|box|banheira|moto|bicicleta|bike|cavalo|brinquedo|escorregador|balanco|colo|carroca|caminhao|onibus|ponte|barranco|buraco|bueiro|poco|piscina_vazia',
    'queda|tombo|capote|estabaco|escorregao|trambolhao|caida|tropecao|tropico feio|feia|de|da|do|no|na? altura|escada|banheiro|cama|rua|moto|metros|propria_altura?',
  ],
  burn: [
    'agua|oleo|cafe|gordura|leite|sopa|cera|vapor|cola|calda|cha|miojo|azeite quente|fervendo|fervente|pelando no|na|em|caiu|espirrou|respingou|derramei|derramou|entornei|entornou|virou|pulou|pegou|meu|minha? pe|braco|perna|dedo|dedos|coxa|joelho|bracinho|perninha|pezinho|antebraco|tornozelo',
    'respingar+|respingou|espirrar+|espirrou|caiu|pulou|derramou|pingou|voou oleo|agua|gordura|cafe|cola|brasa|cera|solda|fagulha|faisca quente|fervendo? no|na|em|meu|minha|me? pe|braco|perna|dedo|coxa|antebraco|queimei|queimou',
    'queimadurinha|queimadinha|queimada|chamuscar+|chamusquei|chamuscou|tostar+|tostei|pelei|pelou|assei o|a|meu|minha|no|na? dedo|mao|braco|perna|pe|lingua|boca|fogao|forno|ferro|panela',
    'queimar+|queimei|queimou|relar+|relei|encostar+|encostei|escaldar+ o|a|meu|minha|no|na|com|de? lingua|dedo|dedos|braco|perna|pe|panela|ferro|ferro_de_passar|forno|fogao|chapinha|escapamento|babyliss|secador|moto|cafe|sopa|brasa|churrasqueira|sol|cigarro|vela|isqueiro',
    'bolha|bolhas de|da|por? queimado|queimadura|agua_quente|oleo|sol|fogo|ferro',
  ],
  diabetes: [
    'glicemia|glicose|acucar|diabete|diabetes|glicada|dextro|insulina descontrolada|descontrolado|descompensada|descompensado|alta|alto|altissima|altissimo|nas_alturas|desregulada|desregulado|subindo|la_em_cima|no_ceu|estourada',
    'sou|ela_e|ele_e|tenho insulino_dependente|insulinodependente|diabetico_tipo_1|diabetica_tipo_1|docinho_no_sangue|sangue_doce|diabetes_gestacional',
    'tomo|toma|uso|usa|aplico|aplica metformina|glifage|insulina|gliclazida|diamicron|jardiance|ozempic_para_diabetes|forxiga|glibenclamida|remedio_da_diabete|remedio_para_diabetes|remedio_da_diabetes|remedio_de_diabetes|remedio_para_diabete',
  ],
  hypertension: [
    'pressao|preção|presao alta|altinha|subiu|sobe|descontrolada|descompensada|elevada|desregulada|altissima|nas_alturas|la_em_cima|subindo',
    'tomo|toma|uso|usa remedio_da_pressao|remedio_de_pressao|remedio_para_pressao|remedio_para_a_pressao|losartana|enalapril|captopril|anlodipino|hidroclorotiazida|atenolol|propranolol|remedios_da_pressao|olmesartana|valsartana|remedio_de_hipertensao',
    'sofro|sofre|problema|problemas|tratamento|trato de|com|da|do|para? pressao|hipertensao|pressao_alta',
    'hipertensa|hipertenso|hipertensos|hipertencao|hipertençao',
  ],
  heart_disease: [
    'fiz|fez|coloquei|colocou|tenho|tem|usa|uso|botei|implantei|ja? cateterismo|angioplastia|ponte_de_safena|pontes_de_safena|stent|stents|marcapasso|marca_passo|cdi|valvula|valvula_no_coracao|protese_de_valvula|mola_no_coracao|molinha_no_coracao|transplante_de_coracao',
    'coracao|miocardio fraco|grande|inchado|crescido|ruim|doente|dilatado|comprometido|operado|com_defeito|com_problema|furado_de_nascenca',
    'doenca|problema|problemas|cirurgia|operacao|operei|operou|operado|operada|mal|defeito|insuficiencia|sopro|trato|tratamento do|de|no|na? coracao|cardiaca|cardiaco|cardiologico|coronariana|coronarias|valvula',
    'cardiopatia|cardiopata|chagas|doenca_de_chagas|chagasico|miocardiopatia|fibrilacao_atrial|safenado|safenada|coronariano|icc|prolapso_da_valvula_mitral|cardiomegalia',
  ],
  lung_disease: [
    'oxigenio|concentrador em_casa|domiciliar|direto|continuo|o_dia_todo|24_horas|para_dormir',
    'uso|usa|dependo|depende de? oxigenio|concentrador|bipap|cilindro_de_oxigenio',
    'pulmao|pulmoes comprometido|comprometidos|ruim|ruins|fraco|fracos|doente|doentes|fibrosado|prejudicado|danificado|operado|so_um|pela_metade|enfisematoso|de_fumante',
    'doenca|problema|problemas|mal|tratamento|lesao|nodulo|fibrose|hipertensao do|de|no|nos|na? pulmao|pulmoes|pulmonar',
    'dpoc|enfisema|bronquiectasia|tuberculose|silicose|asbestose|pneumoconiose|sarcoidose|fibrose_cistica|tb_pulmonar',
  ],
  kidney_disease: [
    'rim|rins paralisado|paralisados|parado|parados|parou|pararam|falhando|fraco|fracos|falido|falidos|transplantado|ruim|ruins|doente|doentes|comprometido|comprometidos|so_um|nao_funciona|nao_funcionam|funciona_pouco|policistico|policisticos|atrofiado|perdi|perdeu',
    'transplante|transplantei|transplantado|transplantada|perdi|tirei|so_tenho|so_tem|doei|insuficiencia|doenca|problema|problemas de|do|no|nos|um|dos|cronica? rim|rins|renal|renais',
    'hemodialise|dialise|dialisar+|renal_cronico|renal_cronica|paciente_renal|fistula_para_dialise|insuficiencia_renal|doenca_renal|nefropatia|creatinina_alta',
  ],
  liver_disease: [
    'barriga_d_agua|barriga_dagua|ascite|esteatose|cirrose|cirrotico|cirrotica|hepatopata|hepatopatia|hepatite_b|hepatite_c|hepatite_cronica|varizes_no_esofago',
    'figado inchado|ruim|comprometido|doente|com_gordura|gordo|fraco|transplantado|detonado|estragado|aumentado|perdido|operado',
    'gordura|doenca|problema|problemas|cirrose|insuficiencia|transplante|nodulo|mal no|do|de|na? figado|hepatica|hepatico',
  ],
  cancer: [
    'ca|nodulo|tumor|neoplasia|cancro|carcinoma|caroco de|do|da|no|na? mama|prostata|utero|pulmao|intestino|estomago|pele|maligno|maligna|ovario|tireoide|reto|colo_do_utero|esofago|pancreas|cerebro|rim|bexiga',
    'fazendo|faco|faz|fiz|comecei|terminei|em|tratamento|sessao|ciclo de|da|na? quimio|quimioterapia|radio_e_quimio|radioterapia|iodoterapia|imunoterapia',
    'oncologico|oncologica|cancer|linfoma|leucemia|metastase|metastases|mieloma|melanoma|sarcoma|neoplasia|quimioterapia|quimio|mastectomia',
  ],
  immunosuppression: [
    'lupus|lupica|autoimune|auto_imune|autoimunes|imunodeficiencia|imunodeprimido|imunodeprimida|imunocomprometido|imunocomprometida|imunossupressor|imunossupressores|imunossuprimida|transplantado|transplantada|esplenectomizado|hipogamaglobulinemia',
    'prednisona|prednisolona|metotrexato|azatioprina|ciclosporina|tacrolimo|tacrolimus|micofenolato|humira|adalimumabe|infliximabe|rituximabe|imunobiologico|corticoide|corticoides|cortisona',
    'imunidade|defesas|defesa baixa|baixas|fraca|la_embaixo|no_chao|zerada|comprometida|ruim|pessima|baixissima|no_pe|caiu',
    'sem|tirei|tiraram|nao_tenho o|meu? baco',
    'fiz|fez transplante',
  ],
  obesity: [
    'imc de|e|ta|em|deu|meu? 30|31|32|33|34|35|36|37|38|39|40|41|42|43|44|45|46|47|48|49|50|52|55|60',
    'peso|pesa|pesando|to_com|mais_de|quase|passei_dos|acima_de 110|115|120|125|130|135|140|145|150|155|160|165|170|180|190|200|cento_e_vinte|cento_e_trinta|cento_e_quarenta|cento_e_cinquenta kg|kilos|quilos|quilo?',
    'muito|bem|bastante|super|extremamente|demais? gordo|gorda|gordao|gordona|obeso|obesa|acima_do_peso|gordissima|gordissimo|pesado_demais',
    'obesidade|obeso|obesa|obesidade_morbida|obeso_morbido|fila_da_bariatrica|gordo_morbido',
  ],
  sickle_cell: [
    'falciforme|falsiforme|falciformica|drepanocitose|drepanocitica|falcemico|falcemica|siclemia|hemoglobina_s|hemoglobina_ss|anemia_falsiforme|anemia_falciforme|falcemia|talassemia_s',
    'doenca|anemia|traco da|de? foice|falciforme|falcemica',
  ],
  covid_contact: [
    `${kin} ta|to|tao|ficou|esta|pegou|com|de|aqui|la|em_casa|do_trabalho|todo|toda? com covid|corona|coronavirus|covid19`,
    'estive|fiquei|passei|convivi|sentei|viajei|trabalhei|almocei|jantei|conversei|dormi|fui|tava|abracei|beijei|cuidei|cuidando|contato|perto|junto|lado|contigo com|de|do|da|ao|o|dia|domingo|festa|numa|mesma|sala|carro|perto|junto|lado|uma|um? pessoa|gente|colega|amigo|amiga|alguem|paciente|familiar|parente|doente|quem com|infectada|infectado|positiva|positivo|contaminada|contaminado|tava_com|ta_com|que_tava_com|que_ta_com|suspeita_de covid|corona|coronavirus|covid_confirmada|covid_confirmado?',
    'aqui|casa|trabalho|escola|predio|escritorio|igreja|sala|servico todo|todos|tudo|geral|mundo|muita_gente|varios|surto|um_surto|caso|casos|gente|pessoal com|de|pegou|pegaram|tem|esta? covid|corona|coronavirus',
  ],
  covid_past: [
    'pos|depois|sequela|sequelas da|de|do? covid|corona',
    'covid|corona em|no|na|la? janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|2020|2021|2022|2023|2024|2025|pandemia',
    'ja|tive|teve|peguei|pegou|sarei|curei|me_curei|me_recuperei da|a|essa|duas_vezes|2_vezes? covid|corona|coronavirus|covid19',
  ],
  covid_test_positive: [
    'deu|acusou|apontou|confirmou|confirmado|confirmada|mostrou|detectou que? covid|corona|coronavirus no|na|pelo|em|meu? teste|exame|farmacia|resultado|pcr?',
    'teste|exame|pcr|antigeno|autoteste|swab|testinho|resultado de|da|do|que|meu|o? farmacia|covid|rapido|corona|fiz? deu|acusou|confirmou|saiu|veio|foi|apontou covid|positivo|reagente|positivinho|corona',
    'covid|corona confirmado|confirmada|confirmou|detectado|detectada|positivo|positiva',
    'positivei|positivou|reagente_para_covid|reagente_pra_covid|to_com_covid_confirmado',
  ],
  recent_vaccine: [
    'levei|levou|tomei|tomou|recebi|recebeu|deram|dei|aplicou|aplicaram|fiz|fez|tomaram|botou|tomamos a|as|uma|duas|o|reforco|dose|ultima|injecao|da? vacina|vacinas|vacininha|reforco|imunizacao|picadinha_da_vacina|injecao_da_gripe|dose_da_vacina|bcg|pentavalente|triplice|antitetanica|antirrabica|vacina_da_gripe',
    'tomei|tomou|fiz|fez|recebi|levei|tomamos a|as|o_reforco|a_dose|uma|as_duas|dose? da gripe|covid|febre_amarela|tetano|hpv|hepatite|sarampo|meningite|pneumonia|polio|raiva|catapora',
    'a da gripe|covid|febre_amarela|tetano|hpv|hepatite|sarampo|meningite|pneumonia|catapora',
    'vacina|vacinas|injecao|dose dos|de|da|do|dois|quatro|seis|2|4|6|9|12|15|vacina? meses|reforco|vacina|gripe|covid ontem|hoje|anteontem|semana_passada|esta_semana|essa_semana',
    'me|foi|fui|to|ta|se vacinei|vacinou|vacinado|vacinada|imunizado|imunizada',
  ],
  malaria_area: [
    'fui|viajei|voltei|cheguei|estive|passei|passamos|tava|estava|moro|morei|trabalhei|trabalho|ferias|viagem|vim|venho|acampei|pesquei|pescando|morava do|da|de|para|pro|pra|no|na|em|ferias|uns|dias|la|a|o|as|la_no|la_na|la_em? amazonas|amazonia|acre|roraima|rondonia|amapa|manaus|porto_velho|rio_branco|boa_vista|macapa|maraba|altamira|santarem|itaituba|tabatinga|parintins|mocambique|angola|africa|nigeria|congo|guine|camaroes|gana|haiti|venezuela|guiana|suriname|para_do_norte|norte_do_pais|regiao_norte|tocantins_na_mata|aldeia|terra_indigena|garimpo|floresta',
    'fui|viajei|voltei|cheguei|vim|viagem para|do para',
    'area|zona|regiao endemica|de_malaria|de_garimpo|de_floresta|amazonica|com_malaria|ribeirinha',
    'malaria|maleita|sezao|paludismo|impaludismo',
  ],
  flood_or_rat_contact: [
    'agua|chuva|enchente|rio|lama|esgoto invadiu|entrou|alagou|subiu|tomou|inundou minha|a|na|em|la|toda|dentro? casa|quintal|rua|quarto|sala|loja|garagem e|eu? pisei|andei|limpei|entrei?',
    'cai|caiu|caí|pisei|pisou|mexi|mexeu|entrei|entrou|brincou|brinquei|nadou|nadei|andei|andou|limpei|limpou|atravessei|tomou_banho|trabalhei|desentupi|desentupiu|lavei descalco|descalca|na|no|em|num|numa|dentro|cheio|agua|lama|da|do|de|quintal|deposito|galpao|terreno|muito|com|um|uma|poco|limpando? esgoto|bueiro|fossa|valao|vala|corrego|enchente|alagamento|lama|enxurrada|inundacao|rato|ratos|ratazana|mijo_de_rato|urina_de_rato|xixi_de_rato|coco_de_rato|fezes_de_rato|agua_suja|agua_parada|caixa_de_gordura|boca_de_lobo|agua_de_enchente|agua_da_chuva_suja|agua_de_esgoto',
    'urina|xixi|mijo|coco|fezes|cocozinho|rastro|ninho|infestacao de|do? rato|ratos|ratazana|camundongo|ratazanas',
    'infestado|infestada|cheio|cheia|muito|tem|infestacao de|tanto|muito? rato|ratos|ratazana|ratazanas',
  ],
  hiv: [
    'hiv|aids|soropositivo|soropositiva|aidetico|aidetica|antirretroviral|antirretrovirais|antiretroviral|tarv|hiv_positivo|hiv_positiva|virus_da_aids|virus_hiv|pvha',
    'coquetel|remedio|remedios do|da|de|para|contra|pro? hiv|aids|soropositivo',
  ],
  smoking: [
    'pitar+|pitando|pitei|fumar+|fumando|fumante|tabagista|tabagismo|vaper|fumador|fumadora',
    'fumo|fuma|trago|traga|pito|uso|usa|puxo um|uns|de|umas|meu|so|muito|uma|10|20|5|15|30? cigarro|cigarros|cigarrinho|palheiro|paiero|cigarro_de_palha|narguile|vape|pod|charuto|cachimbo|maco|carteira|carteira_por_dia|maco_por_dia|macos|eletronico|cigarro_eletronico|rape|juul|fumo_de_corda|fumo_de_rolo',
    'cigarro|vape|narguile|pod|maco|palheiro|tabaco|nicotina|cigarrinho',
    'viciado|viciada|largar|largo|parar|diminuir no|em|o|de|nao? cigarro|vape|fumar|nicotina|tabaco|narguile',
  ],
  heat_exposure: [
    'tempo|horas|hora|manha|tarde|dia|dias|tempao inteiro|inteira|todo|toda|todinho|todinha? no|na|debaixo|embaixo|exposto|exposta|ao|do|de? sol|solao|solzao|sol_quente|sol_forte|calorao|mormaco|soleira',
    'muito|tanto|forte|um calor obra|cozinha|roca|fabrica|forno|caldeira|cozinha_industrial|padaria|onibus|carro_fechado|laje|telhado|fundicao',
    'sol a_pino|de_rachar|de_lascar|escaldante|do_meio_dia|de_matar|na_moleira|na_cabeca|do_cao|da_porra|o_dia_todo',
    'trancado|trancada|preso|presa|esquecido|esquecida|fechado|fechada|dentro|ficou no|na|do|dentro|num? carro quente|calor|sol|fechado|estacionado',
    'quentura|calor|calorao|mormaco do|no|de|o|com? sol|meio_dia|dia_todo|dia_inteiro|roca|obra',
    'trabalhar+|trabalhei|trabalhou|capinei|carpi|carpindo|cortando_cana|correndo|corri|caminhei|andei|jogando_bola|pedalei|pedalando|marchei dia|o_dia|todo|todinho|inteiro|na|no|tarde|debaixo|numa|num? sol|quentura|calorao|mormaco|calor|sol_quente|solao|quentura_do_sol|solzao',
  ],
  foreign_body_swallowed: [
    'engolir+|engoliu|engoli|ingeriu|mandou_para_dentro um|uma|dois|duas|2|3|tres|uns|umas|acho_que|sem_querer|a|o|pedaco|de|caco? moeda|moedinha|moedas|ima|imas|imazinho|imazinhos|imãzinho|botao|botaozinho|pilha|pilhinha|bateria|bateriazinha|pecinha|peca|lego|brinquedo|brinquedinho|brinco|anel|alianca|chave|chavinha|prego|parafuso|agulha|alfinete|grampo|clipe|tampinha|tampa|bolinha|bolinha_de_gude|bola_de_gude|micanga|micangas|conta|pedra|pedrinha|caroco|osso|ossinho|espinha|palito|vidro|dente|chiclete|plastico|papel|algodao|corrente|pingente|tachinha|ficha|botoezinhos|lamina|gilete|pilha_de_relogio|bateria_de_relogio|arame|anzol|protese|dentadura|ponte_dentaria|elastico|pregador|semente',
    'enfiar+|enfiou|enfiei|meter+|meteu|botar+|botou|colocar+|colocou|socou|entrou|enfiado|preso|presa|entalou um|uma|uns|o|a|pedaco|de|tem? feijao|milho|conta|micanga|caroco|semente|grao|borracha|brinquedo|papel|algodao|pedrinha|pedra|bolinha|pecinha|inseto|barata|bicho|lego|massinha|espuma|pilha|botao|amendoim|ervilha|lapis|cotonete|arroz|bateria no|na|dentro|nariz|pelo? nariz|ouvido|orelha|narina|ouvidinho|nariz_dele|nariz_dela',
    'feijao|milho|conta|micanga|semente|grao|borracha|pecinha|inseto|barata|bicho|espuma|algodao|cotonete no|preso|entalado|dentro|do|na|enfiado? nariz|ouvido|orelha|narina',
    'botar+|botou|colocar+|colocou|pos uma|um|a|o? pilha|moeda|bateria|ima|bolinha|peca na? boca e? engolir+|engoliu|sumiu',
  ],
  animal_bite: [
    'arranhao|arranhadura|mordida|mordidas|unhada|dentada|bicada|abocanhada|lambida|arranhada|ataque|mordidinha de|do|da|com|por|nosso|seu? gato|gata|gatinho|cachorro|cachorra|cachorrinho|cao|pitbull|rottweiler|vira_lata|macaco|morcego|rato|porco|cavalo|hamster|papagaio|galo|sagui|mico|furao|coelho|animal|bicho|raposa|gamba|jumento|capivara',
    'cao|cachorro|cachorra|cadela|pitbull|rottweiler|vira_lata|gato|gata|macaco|morcego|rato|porco|sagui|mico|animal|bicho|cachorrinho|gatinho|cavalo do|da|de|vizinho|vizinha|rua|meu|me|na|nela|nele|ele|ela|que|estranho|bravo? morder+|mordeu|atacar+|atacou|avancar+|avancou|arranhar+|arranhou|unhou|abocanhou|cravou_o_dente|cravou_os_dentes|pegou_a_perna|pegou_o_braco|pegou_minha_filha|pegou_meu_filho|pegou_a_mao|meteu_o_dente|lambeu_minha_ferida|grudou_na_perna|bicou',
    'morder+|mordeu|mordido|mordida|atacado|atacada|arranhado|arranhada|abocanhou|arranhou|avancou me|a|o|na|no|minha|meu|mao|perna|braco|rosto|dedo|por|pelo|pela|um|uma|em|de|do|nosso|proprio|meu_proprio? cachorro|cachorra|gato|gata|cao|pitbull|vira_lata|macaco|morcego|rato|sagui|porco|cavalo|cachorrinho|rottweiler|animal_de_rua',
  ],
  substance_use: [
    'encher+|enchi|encheu|enchendo a? cara|lata|caneca|caveira',
    'ele|ela|pai|marido|filho|irmao bebe muito|demais|todo_dia|todos_os_dias|direto',
    'bebo|bebia|bebendo|bebi|bebeu muito|demais|todo_dia|todo_santo_dia|todos_os_dias|toda_noite|direto|alem_da_conta|alem_do_limite|pra_caramba|horrores|todas|socialmente|no_fim_de_semana|fim_de_semana|final_de_semana|bebida_alcoolica|alcool',
    'exagerar+|exagerei|exagerou|passei|passou|abusei|perdi|perdi_a_linha|pesei_a_mao na|no|da|em|conta|do|ponto? bebida|alcool|cerveja|cachaca|pinga|goro|drinks|vodka|cana|birita',
    'misturar+|misturei|misturou|tomei|tomou bebida|alcool|cerveja|cachaca|vodka|pinga|vinho com|e|junto|mais|em_cima? @remedio|energetico|rivotril|droga|calmante',
    'spice|metanfetamina|cristal_da_droga|merla|oxi|rivotril_para_ficar_doidao|cogumelo_alucinogeno|ayahuasca|heroina|morfina_sem_receita|anabolizante|lanca_perfume|lanca|loló|cheirinho_da_lolo|lol_o|maconha|skunk|baseado|crack|cocaina|mdma|ketamina|fentanil',
    'usuario|usuaria|dependente|viciado|viciada|vicio|dependencia de|em|quimico|quimica|do|da|no|na? drogas|droga|crack|alcool|cocaina|po|pedra|maconha|bebida|quimica|alcoolismo|entorpecentes',
    'to|ta|vive|voltou|caiu na|no|para|pra pedra|po|crack|noia|cachaca|pinga|bebedeira',
    'bebedeira|alcoolismo|alcoolista|alcoolico|alcoolica|pinguco|pinguca|cachaceiro|cachaceira|bebum|manguacado|mamado_de_pinga|trebado|trêbada|trincado|drogou|drogado|ressaca|ressacado|de_porre|chapadao|noia|manguaca',
  ],
  eye_injury: [
    'algo|alguma_coisa|coisa|cisco|areia|poeira|farpa|po|inseto|sujeira|limalha|fagulha|graveto|galho|vidro|caco|ferro|cal|cimento|acido|produto|cola|soda|agua_sanitaria|desinfetante|cloro|spray|pimenta|espuma|tinta|serragem|unha|lapis|caneta|garfo|faca entrar+|entrou|caiu|cair+|bateu|espirrou|respingou|pegou|furou|grudou|preso|presa|acertou|espetou|perfurou|machucou|queimou|no|na|dentro no|na|nos|dentro|do|meu|minha|em|dele|dela|o? olho|olhos|olhinho|vista|zoio',
    'levei|levou|tomei|tomou um|uma? soco|bolada|pancada|pedrada|cotovelada|dedada|murro|chute|galhada|galho|dedo no|na|bem|em_cheio? olho|vista|olhinho|zoio',
    'olho|olhinho|vista|globo_ocular|zoio furado|furou|perfurado|perfurou|cortado|machucado|machucou|sangrando|estourado|estourou|ferido|arranhado|queimado|rasgado',
    'furar+|furou|arranhar+|arranhou|machucar+|machucou|espetar+|espetou|perfurar+|perfurou|cortar+|cortou|queimar+|queimou|cutucou o|meu|no|dele|dela|a|minha? olho|olhinho|vista|cornea|zoio',
    'cisco no? olho que? nao sai|saiu',
  ],
  anticoagulant: [
    'remedio|remedios|comprimido|medicamento|injecao|medicacao para|pra|de|que|pro|contra? o|meu|nao? afinar|afina|afinador|ralear|deixar_fino|coagular|engrossar|trombose|coagulo|sangue_grosso|sangue_nao_coagular|sangue_fino|sangue_nao_engrossar|nao_dar_coagulo|nao_dar_trombose sangue?',
    'afinador|afina|afinar|ralear de|o|do|meu? sangue',
    'sangue fino|ralo por_causa|por_conta|devido|de de|ao|do? remedio|anticoagulante|marevan|xarelto',
    'edoxabana|lixiana|coumadin|enoxaparina|fraxiparina|versa_injecao|varfarina|warfarina|marevan|marevam|xarelto|rivaroxabana|eliquis|apixabana|pradaxa|dabigatrana|heparina|clexane|anticoagulante|anticoagulantes',
  ],
};
