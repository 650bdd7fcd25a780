/** Further answers to one question (see pt-br-asked.ts): pregnancy, injuries, mind and violence. */
import type { AskedReplies } from './pt-br-asked';

const noBlood =
  'sem|nenhum|nada_de|nem|zero|nao_tem|nao_tinha|nao_vi|nao_saiu|nao_veio|nao_desceu|nao_teve sangue|sangramento|sangrando nenhum? / sangue nao|nenhum|nada|zero';

export const ptAskedMoreEvents: AskedReplies = {
  pregnancy: {
    yes: 'teste|exame|beta|farmacia deu|foi|veio|saiu positivo|reagente|duas|dois|listras|listrinhas|risquinhos|tracinhos / duas|dois listrinhas|listras|risquinhos|riscos|tracinhos|tracos|linhas|pauzinhos / no|to_no|tou_no? comecinho|comeco|primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono|final|finalzinho mes|trimestre|da_gravidez|da_gestacao? / de|sao|espero|esperando gemeos|menino|menina|nenem|trigemeos / pra|para|quase ganhar|parir / prenhe|prenha|embuchada|buchuda|pejada / descobri / faco|fazendo|comecei pre_natal|prenatal|o_pre_natal / nasce|previsto|dpp em|para|mes',
    no: 'desceu|veio|menstruei|menstruada|menstruando ontem|hoje|essa|esse|semana|mes|certinho|agora|normal? / to|tou|estou menstruada|menstruando|naqueles|de_chico / e|sou|ele|paciente um|e? menino|senhor|homem|rapaz|idoso|idosa|crianca|lesbica|virgem|velha|velho|esteril|trans|macho / e_para|para meu|um|o filho|pai|marido|avo|irmao / tenho|com|ja 50|55|60|65|70|75|80|85|90 anos / so namoro mulher|mulheres|meninas / sem|nao|nunca tive|tenho|faco|transo relacao|relacoes|sexo|namorado|transado / injecao|implante|implanon|chip|mirena|fiz_o_teste_deu_negativo|deu_negativo|castrada|operei|operada',
    unknown:
      'nao fiz o|os? teste|exame|testei ainda? / desconfio|desconfiada|suspeita|suspeito mas|nao|sei|so? / atrasou|atrasada|atrasado mas|e|nao fiz|sei|testei|teste|o? teste|exame?',
  },
  possible_pregnancy: {
    yes: 'desconfiada|desconfiando|suspeitando|atrasadissima|atrasadinha|atrasadao / camisinha|preservativo estourou|rasgou|furou|escapou|saiu / esqueci|parei|falhei|tomei|errei de? a|uma|com|umas? pilula|anticoncepcional|pilulas / transei|relacao|transamos|transado|sexo sem|desprotegida / nao desce|desceu|veio|vem|menstruo|menstruei ainda|esse|ha|faz|desde|tem? / tem|ha|existe chance|risco|possibilidade|suspeita sim?',
    no: 'tomo|uso|coloquei|botei|tenho injecao|diu|pilula|anticoncepcional|implante|adesivo|mirena|anel|camisinha|chip certinho|certinha|sempre|direitinho? / nao|nunca|sem tenho|tive|faco|ha relacao|relacoes|vida|namorado|sexo sexual? / operada|ligada|esteril|castrada|menopausa / ja menstruei|desceu|veio / veio|desceu|menstruei|menstruada|menstruando certinho|ontem|semana|esse|hoje|normal|agora|passada',
    unknown: 'nao sei|testei|fiz_teste|fiz_o_teste',
  },
  vaginal_bleeding: {
    yes: 'sangue|coagulo|coagulos|pinguinhos|pingos|gotas|gotinhas|mancha|manchas|borra|borrinha|rosadinho|rosado|marrom|escape|vermelho no|na|de|escuro|vivo papel|calcinha|absorvente|sangue|quando? / quando|papel me? limpo|limpei|higienico / manchou|sujou|sangrei|sangrando|escorreu|desceu|saiu um|uns|uma? calcinha|sangue|pedaco|coagulo|coagulos|roupa|lencol|bastante|pouco|rosado',
    no: `${noBlood} / so|apenas um|o? corrimento|secrecao|muco|colica|coceira branco|normal|transparente? / sequinho|sequinha|limpo|limpa|limpinho / nao|nem sangrei|sangra|desceu|saiu|manchou|sujou nada?`,
  },
  fluid_loss_pregnancy: {
    yes: 'calcinha|cama|roupa|chao|lencol|perna|pernas|short encharcada|molhada|molhado|encharcado|ensopada|molhou|pingando / encharquei|molhei|ensopei|inundou|inundei a|o|tudo? cama|roupa|lencol|calcinha|chao|carro|sofa / vazou|vazando|escorrendo|desceu|saiu|saindo|pingando|perdendo um|muito|bastante? liquido|agua|aguinha|pelas_pernas|tampao',
    no: 'nao|nem saiu|molhou|estourou|vazou|rompeu|desceu|escorreu nada|ainda|liquido|agua? / nenhum|sem|zero liquido|agua|vazamento / calcinha|tudo seca|seco|sequinha / so|era|foi xixi|suor|corrimento',
  },
  fewer_fetal_movements: {
    yes: 'mexe|mexeu|mexendo|chuta|chutou|chutando menos|pouco|pouquinho|fraquinho|quase_nada|bem_menos|mal que|hoje|do? / nao|num|nem|mal|quase_nao|parou|pouco mexe|mexeu|senti|sinto|chuta|chutou|de_mexer|chutar|mexer|mexendo|tem_mexido / paradinho|paradinha|sumido|quietinho|quieto_demais|quietinho_demais',
    no: 'nao para quieto|quieta|de_mexer|de_chutar|um_minuto / sinto|senti|mexe|mexeu|chuta|chutou|sentindo ele|ela|o|bebe? mexer|mexendo|chutar|toda|agora|agorinha|sim|hoje|igual|normal|o_dia|bastante|muito|direto|de_manha|sempre|como_sempre hora? / igual|como|mesma|normal sempre|antes|coisa|de_sempre / ta|e? agitado|agitada|pulando|dancando|festa|carnaval|levado|serelepe|capoeirista|jogador',
  },
  contractions: {
    yes: 'comecou|comecaram|comecei|veio|vindo a|as? apertar|endurecer|doer|contracao|contracoes|dor|dores / barriga|pe_da_barriga dura|endurece|endurecendo|apertada|contrai|contraindo|fica|vira|aperta / ritmada|ritmadas|regular|regulares|compassada / vem|vindo|da|dando e|a|de|cada vai|passa|minutos|10|5|4|3|2|7|8|6|quatro|tres|cinco|dez',
    no: 'so|apenas chutes|chute|mexe|mexendo|treinamento|peso|gases / nao|nem|nunca endurece|endureceu|sinto|senti|veio|comecou|aperta|tive nada|ainda? / barriga mole|molinha|normal|tranquila|relaxada|de_boa / sem contracao|contracoes|dor',
  },
  postpartum: {
    yes: 'tive|ganhei|pari|nasceu|cesarea|cesariana|parto|parimos|dei_a_luz|resguardo|quarentena|puerperio|bebe|nenem|filho|filha tem|nasceu|faz|ha|dia|ontem|anteontem|semana|mes|hoje|normal|com|neném? / ha|faz|tem duas|tres|uma|um|1|2|3|4|5|6|10|15|20|30|vinte|dez|quinze semanas|semana|mes|dias|dia que? ganhei|pari|nasceu|tive?',
    no: 'nunca|nao tive|engravidei|pari|tenho|ganhei|fui|sou filho|filhos|bebe|nenem|mae? / ainda to|estou|nao gravida|gestante|ganhei|nasceu|pari / to|estou gravida / filho|filha|cacula|mais_novo|mais_nova|ultimo ja? tem|fez|com 2|3|4|5|6|7|8|9|10|12|15|20 anos? / faz|ha|tem anos|muitos_anos|muito_tempo|mais_de_ano|um_ano|dois_anos / sou homem|homem',
  },
  postpartum_bleeding: {
    yes: 'nao|nem para|parou|diminui|estanca de? sangrar|descer? / cada|toda|de|a hora|meia|cada|em troco|trocando|um|hora|absorvente o|um? absorvente? / descendo|saindo|saiu|desceu|com pedaco|pedacos|coagulo|coagulos|muito|bastante|placas / piorou|aumentou|voltou o|a? sangramento|sangrar|forte? / ensopa|ensopou|encharca|encharcou|molha|molhou|vazou|suja tudo|roupa|cama|absorvente|fralda|o|a / forte|muito_forte|fortissimo|hemorragia',
    no: 'so|apenas mancha|manchinha|borra|borrinha|pingo|escape|corrimento|um|o|gotinha pouquinho|normal? / normal|pouco|pouquinho|fraco|clarinho|quase_nada|rosinha|parou|marrom|amarelado|diminuiu / nao|ja|nem ta|saiu|parou|sangra|to|tem mais|nada|sangrando|quase|de_sangrar?',
  },
  head_injury: {
    yes: 'galo|testada|cabecada|bolada|pedrada|cotovelada|coronhada|paulada na? cabeca? / bati|bateu|machucou|cortou|abriu|rachou|ralou a|o|na|com|de? testa|cabeca|nuca|coco|cocuruto|quengo|queixo|rosto',
    no: 'caiu|cai|foi|tombou sentado|sentada|de_lado|de_joelho|de_bunda|em_pe|de_costas|de_maduro / so|apenas machucou|bateu|ralou|o|a|na|no braco|joelho|perna|bunda|costas|cotovelo|mao / cabeca|testa nao|nada|intacta|ok',
    unknown:
      'nao vi|viu|sei|lembro|estava|tava a|na|se|como|hora|perto|la|caiu|ele|ela|bati / ninguem viu|tava_perto|estava_perto|sabe / eu nao tava|estava perto|la|aqui / caiu sozinho',
  },
  fall: {
    no: 'so|apenas tropecei|tropecou|escorreguei|escorregou|sentei|sentou|ajoelhou|desequilibrei|bambeei|bambeou / quase|por_pouco cai|caiu|cair|foi|tombei / tropecei|escorreguei|desequilibrei|tropecou|escorregou mas|e? nao|me cai|caiu|segurei|equilibrei / me|se segurei|segurou|apoiei|equilibrei|agarrei|apoiou a_tempo|na|no|em? / nao|nem|nunca cheguei|chegou|cai|caiu|levei|teve a? cair|tombo|queda|nada? / nenhum|nenhuma|sem tombo|queda|quedas',
    yes: 'cai|caiu|rolou|rolei|despenquei|despencou|tombei|tombou|capotei|tropecei_e_cai|fui_ao_chao|foi_ao_chao|beijei_o_chao|me_espatifei|se_espatifou|estatelou|estatelei',
  },
  burn: {
    yes: 'agua|oleo|cafe|cha|leite|sopa|panela|ferro|forno|fogao|escapamento|fogo|chapinha|sol|cera|vapor|gordura|brasa|churrasqueira quente|fervendo|fervente|caiu|espirrou|derramou|no|na|nele|nela|em? / queimei|queimou|escaldou|sapecou|chamuscou|encostei|encostou|derramei|derramou|pelou a|o|no|na? / no|na|pelo escapamento|forno|fogao|panela|ferro|chapinha|sol|churrasqueira',
    no: 'nao|nem me? queimei|queimou|encostei|encostou|pegou|foi|chegou_a_queimar|deu_tempo / so|apenas esquentou|ficou_quente|quente|senti_calor|vermelhinho_e_passou|assustou|susto / nenhuma queimadura',
  },
  burn_severe: {
    yes: 'no|na|nos|nas|pegou|foi|queimou|pelo o|a|os|as|um|duas? rosto|cara|maos|mao|pes|costas|peito|barriga|pernas|bracos|genital|partes|virilha|pescoco|corpo|olho todo|toda|inteiro|inteira|todas|e|dois|duas|inteiras? / pele soltou|saiu|descolou|caiu|preta|branca|despregou|levantou / grande|enorme|grandona|extensa|profunda|funda|feia|maior|carne_viva|preto|preta|branco / bolha|bolhas enormes|enorme|grandes|grande|estourou|estouradas|cheia|gigante?',
    no: 'so|foi|apenas|pegou|e|bem? dedinho|pontinha|avermelhou|vermelho|vermelhinho|superficial|dedo|pequena|pequeno|pequenininha|um_pouquinho|um_pontinho|raspao|coisa|ponta|pouca_coisa do_dedo|pequena|pouca|leve? / nao|nem fez|deu|formou|teve|tem|saiu|foi bolha|bolhas|bolhinha|pele|grande|grave|fundo / coisa|queimadura pequena|leve|boba|pouca|simples|superficial',
  },
  animal_sting: {
    yes: 'abelha|abelhas|marimbondo|marimbondos|vespa|cobra|escorpiao|aranha|lagarta|arraia|jararaca|cascavel|agua_viva|caravela|ferrao|maribondo|cobrinha varias|muitas|no|na|picou? / fui|foi picado|picada|mordido|mordida|ferroado|ferroada|queimado por|de? / picou|ferrou|ferroou|mordeu meu|minha|o|a|no|na|ele|ela|me',
    no: 'nao|nem|nunca fui|foi|vi|teve|apareceu|senti|picou picado|picada|bicho|nada|nenhum|mordido? / bicho|cobra|escorpiao|aranha|abelha nenhum|nenhuma|nao / nenhum|nenhuma|nada_de bicho|cobra|aranha|escorpiao|picada|inseto desses|me|picou?',
  },
  animal_bite: {
    yes: 'foi|e|um|uma|o|meu|minha|do|cachorro cachorro|vira_lata|pitbull|gato|gata|morcego|rato|macaco|cavalo|hamster|gamba|sagui|raposa|porco|cao|poodle|pinscher|doberman|vizinho mordeu|arranhou|da|do|que|me? / levei|levou|tomei uma? mordida|dentada|arranhao|abocanhada|unhada',
    no: 'bicho|animal|cachorro|gato nenhum|nao|nunca / nao|nem|nunca fui|foi|levei|mordeu|pegou|encostou|chegou|fui_mordido|fui_mordida mordido|mordida|ninguem|a_morder? / so|apenas lambeu|latiu|cheirou|brincou|rosnou|pulou|passou|correu / nenhum animal|bicho|cachorro',
  },
  poisoning: {
    yes: 'tomei|tomou|tomaram|dei|bebi|bebeu|engoliu|ingeri|usei a|uma|dois|o|em|mais? dose|dobro|dobrada|dobrado|excesso|errado|errada|vencido|a_mais|da_conta|demais|vezes dobrada|errada|a_mais? / confundi|troquei|trocou|misturei|errei o|os|a? remedio|remedios|dose',
    no: 'so|apenas|foi tomei|tomou|tomo|o|os|um|meio|a|meus um|de|da|dose|meio|o|uma|certa|normal|sempre|pressao|comprimido|dipirona|receitado|receita|remedios|uma_vez / a? dose certa|normal|correta|recomendada|da_bula|receitada|indicada / tomei|tomou|tomo|uso como|conforme|do_jeito|so|certinho|o_que|a_dose o|a|que? medico|doutor|receita|bula|dose|certa|posto? / nada|nenhum|sem|nem|nao de? remedio|medicamento|veneno|produto|produto_de_limpeza / nao|nem|nunca tomei|tomou|bebi|bebeu|engoliu|comeu|mexeu|encostou|ingeri|usei nada|em|disso|isso|a_mais|nenhum?',
  },
  suicidal_ideation: {
    no: 'tenho|pelos|pelo|minha|meus|pela|por filho|filhos|familia|netos|mae|marido|deus pra|para|criar|precisam? / nunca|nao|jamais|nem passou|passa|pensei|pensaria|penso|cogitei|faria|tive|chego pela|minha|nisso|nessas|isso|cabeca|em|disso|coisas|a|morrer|vontade / so|apenas|e triste|tristeza|cansada|cansado|estressada|estressado|desanimada|desanimado|chateada|chateado|desabafo|preguica|ansiosa|saudade / feliz|tranquila|tranquilo|longe|otimista|fe / quero|amo|gosto|tenho|adoro|ainda viver|vida|vontade_de_viver|demais|muito|da_vida|muito_que_viver',
  },
  self_harm: {
    yes: 'separei|juntei|escondi|comprei|guardei|peguei|preparei|ja|to com os|a|o|uns|uma? remedio|remedios|faca|corda|gilete|veneno|arma|comprimidos|estilete / cortei|me_corto|cortava|queimei|machuquei|machuco|arranho|bato|furei|enforquei|pulei|joguei / plano|planejando|planejei|carta|despedida',
    no: 'nunca|jamais|nao|nem tentei|tentaria|me|faria|fiz|machuquei|machucaria|cortei|tenho|pensei|chego|teria nada|isso|machuquei|machucaria|cortei|coragem|nisso|a_isso|plano|uma_coisa_dessas?',
  },
  harm_others: {
    yes: 'quero|vontade|vou|penso|pensando|dou|to|sinto_vontade de? em? matar|esganar|machucar|bater|acabar|esfaquear|esmurrar|dar_um_tiro|fazer|fazer_mal|pegar',
    no: 'nao|nunca|jamais|nem machuco|faria|mataria|machucaria|bato|faco|penso|chegaria|tenho|sou ninguem|mal|isso|nada|nisso|a_tanto|a_isso|coragem|disso|violento|violenta|uma_mosca|capaz / so|e|apenas desabafo|raiva|brincadeira|modo_de_falar|forca_de_expressao|nervoso|nervosa|odio_mesmo|jeito_de_falar|zoeira|exagero / da paz|do_bem|tranquilo|calmo|calma / sou tranquilo|tranquila|pacifico|pacifica|incapaz',
  },
  hearing_voices: {
    yes: 'uma|umas|duas|varias|muitas|tem|vem voz|vozes|mulher|homem|gente|pessoas|alguem me|falando|chamando|mandando|xingando|que|na|dizendo / me|te chamam|chama|mandam|manda|xingam|falam|dizem / ouco|escuto|ouvindo|escutando|ouve|escuta me|gente|alguem|barulho|sussurros|vozes|pessoas|coisas|um|uma|voz',
    no: 'voz|vozes nenhuma|nao / nada|nenhuma|sem de? voz|vozes / nunca|nao|nem ouvi|ouco|escuto|escutei|escutou|ouve nada|voz|vozes|disso|isso|nenhuma? / so|apenas a|o|minha|meu? tv|televisao|radio|vizinho|musica|filhos|zumbido|vizinhos|marido|consciencia|propria|pensamento',
  },
  violence: {
    yes: 'ja|sempre|vive|ontem|hoje|me bateu|bate|empurrou|ameacou|ameaca|agrediu|xingou|chutou|esganou|humilha|humilhou|enforcou|tranca|apertou|queimou|quebrou / apanho|apanhei|levei|tomei dele|dela|um|uma|soco|tapa|murro|surra|empurrao|facada|chute / tenho|to|com medo dele|dela|de_morrer|do|da / quebra|quebrou tudo|as_coisas|meu_celular / me persegue|vigia|segue|controla|prende|tranca|trancou|obriga',
    no: 'marido|esposo|namorado|companheiro|familia|pais|esposa|todos|todo_mundo e|sao|me um|uma|muito|super|otimo|amor|bom|bons|otimos|calmo|respeita|respeitam|carinhoso|trata|anjo|tranquilo|gente_boa|paz|tratam|bem? / em|la|aqui|minha casa|ta|e? tudo|tranquilo|bem|paz|harmonia|ambiente|seguro bem|certo|em_paz|tranquilo|otimo? / nunca|jamais|ninguem|nao encostou|bateu|apanhei|levantou|me|aconteceu|sofri|tive|passei|fui|levantaram|agridem em|a|mao|bateu|bate|agrediu|mim|isso|nada|por|disso|agredida|agredido|ameaca|violencia|machuca / to|me|sinto segura|seguro|protegida|protegido|em_seguranca / moro|vivo|fico so|sozinho|sozinha|com_deus|eu_e_deus',
  },
  sexual_violence: {
    yes: 'sofri|fui|teve|houve|aconteceu um|uma? abuso|abusada|abusado|estupro|estuprada|estuprado|violentada|violentado|assedio|molestada|molestado|forcada / me pegou|agarrou|tocou|obrigou|forcou|abusou|estuprou|molestou|segurou|drogou|apalpou|violentou / passou|passaram|colocou|enfiou a|o? mao|dedo / contra minha vontade / nao consenti|queria|consegui_fugir|deixei',
    no: 'ninguem|nunca|jamais|nao me|fui|sofri|aconteceu|fez|tive|passei|houve|abusou|fizeram tocou|forcou|abusou|forcada|abusada|nada|isso|disso|por|obrigou|fez|comigo|abuso|assedio|isso_nao|estuprada|encostou / eu|a_gente|os_dois|foi quis|quisemos|queria|quiseram|queriam|aceitei|porque_quis|de_boa / consentido|consensual|vontade_propria|livre_vontade',
    unknown:
      'tava|estava bebada|drogada|apagada|dormindo|desacordada|bebado / nao lembro|sei|recordo / nao|prefiro quero|consigo|nao|gosto falar|responder|dizer|contar|comentar|lembrar',
  },
  anxiety: {
    yes: 'nao|nem|mal consigo|paro|durmo|para parar|relaxar|dormir|acalmar|sossegar|me|de de? pensar|acalmar|chorar|tremer|preocupar? / nervos|cabeca|coracao|mente a_flor|a_mil|cheia|apertado|acelerada|disparado|nao_para / medo|pavor|agonia|angustia|aperto|apreensao|pressentimento|panico|preocupacao|desespero|nervosismo|aflicao|crise|tensao de|no|demais|muito|peito|morrer|tudo? / roendo|roo|comendo as? unhas|unha / estressada|estressado|tensa|tenso|agitada|agitado|surtando|pirando|desesperada|chorando|em_panico|em_crise|pilhada|pilhado|aflita|aflito',
    no: 'durmo|to|tou|fico|ando|sou|tranquila super|bem|muito|mais? calma|calmo|tranquila|tranquilo|relaxada|relaxado|serena|bem|em_paz|zen|de_boa|suave|otima|otimo|feliz|sussa|leve / nao|nem to|fico|sinto nervosa|nervoso|ansiosa|ansioso|preocupada|nada|tensa / cabeca fria|tranquila|boa|leve',
  },
};
