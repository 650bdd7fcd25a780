/** Further answers to one question (see pt-br-asked.ts): bleeding, brain, heart and water. */
import type { AskedReplies } from './pt-br-asked';

const someBlood =
  'veio|saiu|tinha|tem|vem|sai|com|vi um|uns|umas? fio|fios|risco|risquinho|risquinhos|raio|raios|raia|fiapo|fiapos|pedaco|pedacos|pouco|pouquinho|gota|gotas|coagulo|coagulos|mancha|manchas? de? sangue / com|veio|saiu|tem|tinha|cuspi|vi|apareceu sangue|coagulo|coagulos / avermelhado|avermelhada de? sangue? / sangue vivo|vermelho|escuro|no';
const noBlood =
  'sem|nenhum|nada_de|nem|zero|nao_tem|nao_tinha|nao_vi|nao_saiu|nao_veio|nao_tem_nada_de|nao_tinha_nada_de|nao_sai sangue|sangramento nenhum? / sangue nao|nenhum|nada|zero / com sangue nao';
const black = 'preto|preta|pretinho|pretinha|escuro|escura|pretas';

export const ptAskedMoreUrgent: AskedReplies = {
  bleeding_mucosal: {
    yes: `so|sim|foi|e? a|o|da|do|na|no|pela|pelo|pelas nariz|gengiva|boca|gengivas|ouvido / pingou|escorreu|saiu sangue / ${someBlood}`,
    no: `${noBlood} / nariz|gengiva|boca nao|parou|normal sangra|sangrou|de_sangrar|sangrando / nao|nem sangra|sangrou|sangrando / parou de sangrar / nem nariz|gengiva nem`,
  },
  vomiting_blood: {
    yes: `${someBlood} / cor|parece|parecendo|tipo|igual|que_nem borra|cafe|vinho`,
    no: `${noBlood} / so|apenas a? comida|agua|bile|baba|liquido|janta|almoco|leite|suco / vomito normal|de_comida|amarelo|transparente / so|foi do? que comi|jantei|almocei`,
    unknown:
      'dei descarga|nao_vi / nao vi|olhei|reparei|prestei a|na|bem|direito? cor? / tava|estava|ta escuro / joguei fora',
  },
  black_stool: {
    yes: `ta|saiu|e|bem|meio|muito|todo|toda|sai|veio|fica|ficou|tava ${black} / ${black} que_nem|igual|tipo|feito|como|e|parecendo|fedido piche|borra|borra_de_cafe|carvao|asfalto|petroleo|graxa|cafe|breu|fedida|fedido / ${someBlood}`,
    no: `${noBlood} / nao|nem ta|e|saiu|to preto|preta|escuro|escura|nada`,
    unknown:
      'dei descarga / nao olhei|vi|reparei|prestei a? cor|na_cor|atencao|ainda|nada? / ainda nao|sem fiz|fui|fez|fazer coco|banheiro|no_banheiro? / sem ver|olhar',
  },
  coughing_blood: {
    yes: `${someBlood}`,
    no: `${noBlood} / so? catarro|secrecao|saliva branco|branca|verde|amarelo|transparente|limpo|normal|claro|sem_sangue? / tosse|tossindo seco|seca|limpa`,
    unknown: 'nao olhei|vi|reparei|cuspi|engulo|engoli|sei a? cor? / engulo|engoli o? catarro',
  },
  bleeding_heavy: {
    yes: 'molhou|encharcou|empapou|ensopou|sujou|lavou|troquei|gastei|usei|enchi um|dois|tres|quatro|varios|varias|ja|o|a|os|as|todo? pano|panos|toalha|toalhas|camisa|roupa|lencol|chao|fralda|absorventes|gaze|gazes / nao|nem ta|to parando|estancando|para|parou|estanca|estancou|consigo_parar|consigo_estancar / espirrando|vazando|minando|jorra|esguicha|correndo|descendo|saindo|sangrando sangue|muito|sem_parar|demais|direto|ainda? / banhado|lavado|lavada em? de? sangue / ja|to|ta apertei|apertando|amarrei mas|e nao|continua|para / nao consigo|consegue estancar|parar',
    no: 'so|apenas|foi pingou|pingo|pingos|um_pouquinho|pouca_coisa|sujou|arranhou|ralou / consegui|consegue|conseguimos|deu_para estancar|parar|conter|controlar / parou|estancou|cessou|secou|diminuiu|controlou|fechou quando|com|sozinho|ja|apertei|rapido / nao|ja ta|to_mais|esta sangrando mais? / nao ta mais sangrando|saindo / sangrou|sangra|saiu|sai|foi|e so? pouco|pouquinho|pouquissimo|quase_nada',
  },
  conjunctivitis: {
    yes: 'so|no|o|os|nos? direito|esquerdo|dois|um olho? / vermelhao|vermelhinho|sangue|grudam|gruda|grudou|remelento|remelenta|ardendo|purgando|lacrimeja|colado|colou / saindo|sai|com pus|secrecao|remela|agua',
    no: 'sem|nada_de|nenhuma remela|secrecao|vermelhidao|pus / olho|olhos nao ta|to|tem|ficou / nao ta|to vermelho|remelando|vermelhos|grudado',
  },
  confusion: {
    yes: 'nao|nem|num sabe|lembra|reconhece|fala|diz|entende|responde|conhece onde|quem|que|nome|ninguem|coisa|direito|nada|me|dia|a_gente / esquecendo|esquece|confundindo|confunde|trocando|troca|inventando|repetindo tudo|as|os|nomes|pessoas|coisas|nome / fora|perdida|perdido|desconectada|atrapalhado de? si|no_tempo|casinha / ta|meio|toda|todo|bem confusa|confuso|perdido|perdida|aerea|aereo|esquisita|esquisito|zonza',
    no: 'me|nos reconhece|conhece|chama|responde / raciocinando|conversando|respondendo|pensando|falando|lembrando bem|normal|direito|tudo|certinho|direitinho / sabe|sei|lembra|lembro|reconhece|responde o|onde|quem|que|tudo|nome|dia|tudinho|direitinho|ta|certo / ta|to|bem? lucido|lucida|consciente|orientada|orientado|ligada|ligado|esperta|esperto|normal / nao ta|to confuso|confusa / cabeca|mente|juizo|memoria boa|otima|perfeita|normal|no_lugar|de_elefante|bem',
  },
  drowsiness: {
    yes: 'abre e fecha o? olho|os_olhos / abre|abriu os? olho|olhos e fecha|dorme|fechou / dorme|dormindo|dormiu|cochilando mais|demais|muito|direto|o_dia|toda|sem_parar|de_novo|o_tempo / nao|num|mal|nem abre|acorda|fica|desperta|quer|interage|reage os_olhos|direito|acordado|acordada|brincar|por_nada|mamar|nada / acorda|acordou e? dorme|apaga|volta de_novo|a_dormir|logo? / so|querendo quer|dormir|dorme|dormindo|cama|sono / molinha|molinho|mole|caidinho|prostrada|largada|zumbi|grogue|lesado|moleza / dificil|custa|custo|trabalho para|de|a? acordar',
    no: 'ligado|ligada|ligadinho|ligadinha|agitado|agitada|esperta|esperto|eletrico|atento|atenta|acesa|aceso|falante|serelepe|danado|danada / conversa|brinca|ri|pula|corre|canta|anda|come|joga|assiste e|no|na|com ri|corre|tablet|celular|tudo|pula|tv|desenho|irmao|normal / no|vendo|assistindo|jogando tablet|celular|desenho|tv|televisao|videogame|bola / acorda|acordou|dorme|dormiu|ta bem|normal|normalmente|facil|sozinho|sozinha|rindo|sorrindo|disposto|cedo',
  },
  fainting: {
    yes: 'por|uns|alguns|durante|poucos uns? segundos|minutos|minuto|instantes / fiquei|ficou desacordado|desacordada|desfalecida|inconsciente|fora|apagado|apagada / perdi|perdeu os|a|o sentidos|consciencia|sentido / tive|teve|deu um? apagao|blackout|piripaque|treco|tilte|passamento / cai|caiu duro|dura|desmaiado|desmaiada|e apaguei|apagou / bati a cabeca e? apaguei',
    no: 'so|apenas fiquei|senti|vi|deu|ficou|tive tonta|tonto|tontura|tudo|vista|escuro|fraqueza|zonza|zonzo|mole|pressao / to|fiquei|ta|tava|estava consciente|acordado|acordada|lucido|lucida / nao|nem apaguei|apagou|cai|caiu|desmaiei|desmaiou|perdi|perdeu|cheguei a|os|nada|desmaiar|sentidos|consciencia? / quase mas|so? nao? segurei|sentei|deu_tempo|foi',
  },
  seizure: {
    yes: 'se|ficou batia|batendo|debatia|debatendo|tremendo|tremeu|duro|dura|contraindo toda|todo|no_chao|e|inteiro? / ataque|crise|treco epiletico|epileptico|epilepsia|de_epilepsia|convulsiva / virou|revirou|revirando|virando|enrolou os? olho|olhos|olhinho|olhinhos|lingua / espuma|babando|espumava|baba na|pela|muito boca?',
    no: 'so|apenas tremeu|tremia|tremendo|tremores|calafrio de|com frio|febre? / crise|ataque|convulsao nenhuma|nenhum|nao / nunca|jamais teve|tive|deu|convulsionou|convulsionei / nao se? debateu|tremeu|convulsionou|teve|deu',
  },
  stiff_neck: {
    yes: 'nao|mal|nem encosta|dobra|viro|vira|abaixo|abaixa|mexo|mexe|consigo|consegue|da|desce|vai / doi|dor|dificil quando|para|pra|qdo|demais? abaixo|abaixar|virar|mexer|dobrar / torcicolo|durinha|pedra',
    no: 'consigo|consegue|da_para|deu_para encostar|abaixar|virar|mexer|dobrar|sim / viro|vira|mexo|mexe|abaixo|abaixei|dobro|encosto|abaixa|encostei sem|para|pra|pros|agora|e|tudo|todo|normal problema|dor|todo|lado|lados|foi|encosta|dois|ela_toda / encosta|dobra|vira|mexe normal|sim|de_boa|tranquilo|certinho|sem_problema|para_todo_lado / sem|nenhuma rigidez|dureza / pescoco|nuca solto|solta|mole|molinha|molinho|normal|livre|boa',
  },
  face_droop: {
    yes: 'puxando|puxou|puxada|repuxando|caindo|caiu|caido|pendurado|torto|torta|indo|foi para|pra|de um|o|lado|so lado? / um|so|metade lado|olho|canto|do nao|caiu|caido|parado|paralisado|mexe|mais|rosto|sobe|mole / sorriso|rosto|boca|cara torta|torto|caido|caida|puxada|esquisito|desigual / sorri|sorriu torto|so_de|so_com|de_um_lado',
    no: 'tudo no|em lugar|ordem / nao|nem entortou|caiu|ta|tem|mudou torta|torto|nada|caida? / rosto|boca|sorriso|os igual|iguais|certo|certinho|reto|simetrico|dois_lados|normal / sorri|sorriu|sorrio|sorrindo bem|normal|certinho|dos|igual|bonito',
  },
  limb_weakness: {
    yes: 'nao|mal|num|nem consigo|consegue|levanta|levanto|segura|seguro|mexe|mexo|aperta|aguenta|sente|fecha|sustenta / deixa|deixei|deixando|deixou cair / sem|perdi|perdeu|falta|fraco|pouca a? forca|movimento|sensibilidade / perna|braco|mao|lado falhando|falha|mole|boba|bobo|pesada|pesado|dormente|caiu|fraco|fraca|formigando|morto|morta|nao_responde|arrastando',
    no: 'consigo|consegue|da_para levantar|mexer|segurar|erguer|apertar|andar os|as|dois|duas|tudo|normal|sim|bem? / aperta|aperto|apertou|segura|segurou a|minha|com|as|minhas|bem mao|maos|duas|forte|os|igual? / os|as dois|duas bracos|pernas|maos|lados|normal|normais|iguais|igual|forte|fortes|ok|bem|sobem|levantam|funcionam / ta|to|continua|bem|fico|segue? forte|firme|firmao|fortao / sem fraqueza / anda|ando|mexe|mexo|levanta|levantei|ergueu|caminha|corre normal|tudo|bem|os_dois|as_duas|sozinho|sozinha|direitinho',
  },
  speech_trouble: {
    yes: 'parece|parecendo|igual|fala|falando bebado|bebada|que_bebeu|bebeu|enrolado|embolado|estranho|mole|arrastado / nao|mal|nem sai|consegue|consigo|fala|da|entendo|entende|responde a_palavra|falar|palavra|nada|direito|para|o_que|entender / lingua enrolada|enrolando|pesada|grossa|presa|mole',
    no: 'entendo|entende|entendemos|da_para_entender tudo|bem|o_que|perfeitamente|direitinho|que / ta|to|fala|falo|conversa|converso|falando|conversando normal|bem|certinho|direito|tudo|claro|sem_problema|ate_demais|direitinho|perfeitamente',
  },
  vision_loss: {
    yes: 'nao|num|nem vejo|enxergo|ve|enxerga|consigo|consegue nada|direito|de|do|ver|enxergar|com|um|luz / olho|vista|visao apagou|apagada|sumiu|escureceu|preta|preto|foi|embora|cega / so|apenas vejo|enxergo|ve vulto|vultos|sombra|claridade|metade|escuro|luz / fiquei|ficou|to|ta cego|cega',
    no: 'enxergo|vejo|leio|enxerga|consigo|ve|lendo|da_para de|as|o|tudo|ver|ler|enxergar|bem|normal|daqui|longe|letras|celular|a longe|perto|letras|celular|tudo|normal|tv|bem|daqui|placa|placas|sim? / to|tou enxergando|vendo|lendo tudo|bem|normal|normalmente|aqui|direitinho|perfeitamente',
  },
  visual_disturbance: {
    yes: 'duas|dois|dobrado|tudo_em|em de|imagem|imagens|tudo|dobro / vejo|enxergo|vendo|enxergando duas|dobrado|dois|embacado|borrado|turvo|raios|pontos|pontinhos|luzes|brilhos|estrelas|mosquinhas|manchas|ruim|mal|tremido|torto',
    no: 'nao|nem vejo|tem|ta|to|enxergo nada|embacado|turvo|dobrado|borrado|embacada|turva|manchas de|diferente|anormal|estranho? / tudo|ta|vejo|enxergo nitido|normal|perfeito|claro|claramente|bem|limpo / vista|visao|olho boa|bom|normal|limpa|otima|perfeita',
  },
  dizziness: {
    yes: 'chao fugindo|some|sumindo|mexendo|balanca / parece que? to|num|no barco|navio|bebado|bebada|rede|flutuando / sensacao|quase|vontade de desmaio|desmaiar|desmaiando|cair / grogue|zureta|azoada|azoado|avoada|bamba|bambo|cambaleando|cambaleio|flutuando|rodopiando / quando|se|ao|so levanto|levantar|viro|abaixo|deito|mexo',
    no: 'nada|nao|nem|parou girando|rodando|roda|gira|de_rodar|de_girar|tonta|tonto|to_tonta|to_tonto / tontura|vertigem nenhuma|nao|passou|parou / ando|andando|caminho|de_pe firme|normal|reto|bem / to|cabeca|equilibrio firme|normal|boa|bem',
  },
  palpitations: {
    yes: 'na|pela|saindo boca|pela_boca|garganta / da|deu|dando|sinto umas? disparadas|batidas|paradas|falhadas|pulos|pulada|acelerada|aceleradas / pula|pulando|pulo|pulos|aceleradao|disparadao|descompassado|batida|forte|rapido|a_milhao|a_mil|galopando|martelando / a|deu|marcou|bate|batendo 100|110|120|130|140|150|160',
    no: 'nada|nao|nem|sem acelerado|disparado|dispara|acelera|ta_acelerado|palpitacao|pulando / bate|batendo|batimento|ritmo|coracao tranquilo|calmo|normal|certinho|de_boa|bem|devagar|regular|direitinho',
  },
  sweating_cold: {
    yes: 'mao|maos|testa|corpo|pe|pes suada|suadas|gelada|geladas|molhada|fria|frias|suado|gelado|ensopado / molhei|molhando|trocando|troquei|encharquei|encharcado|pingando a|de|camisa|roupa|lencol|suor / suor|suando gelado|frio|em_bicas|muito|demais',
    no: 'so|e|normal calor|de_calor|do_calor|suor_normal / suor|suado|suando|suei nao|normal|nenhum|de_calor|da_academia|do_calor|do_treino|nada / nao|nem|sem to|suei|suo|suor|suando|suado nenhum|nada?',
  },
  swelling_face_tongue: {
    yes: 'so|o|a|os|meu|meus|na|no labio|labios|olho|olhos|palpebra|lingua|beico|boca|bochecha|rosto|garganta de|do|inchado|inchou|cima|baixo|lado|direito|esquerdo|fechando|inchada / baiacu|bola|balao|sapo|deformado|deformada|irreconhecivel|beico|beicola|botox / mal|nao abre|abro|fecha|cabe|engulo o_olho|os_olhos|a_boca|na_boca?',
    no: 'nada|nao|nem|sem|nenhum|nao_ta inchado|inchada|inchou|incha|inchaco|inchada|inchando / rosto|lingua|boca|labio|cara|tudo normal|tamanho_normal|igual|bem|de_sempre / desinchou|desinchando|murchou',
  },
  hives: {
    yes: 'manchas|placas|caroco|carocos|bolas|bolotas|calombos|vergoes|verguinhas|umas|uns|lapas|calombo altas|alta|inchadas|que_coca|que_cocam|grandes|pelo|no|na|vermelhas|vermelhos / todo|toda empolado|empolada|empipocado|embolado|embolotado / mudam|muda|somem|some|aparecem|aparece de|e lugar|aparecem|voltam|volta',
    no: 'sem|nenhum|nenhuma|nada|nao_tem|nem placa|placas|vergao|vergoes|empolado|urticaria|calombo|caroco',
  },
  back_pain: {
    yes: 'lombar|coluna|cadeiras|escadeiras|espinhaco|ciatico|costado|cacunda|rins|costela / nas|na|no|so? cadeiras|lombar|meio|baixo|embaixo|lado|parte|coluna|costas? das|da|de costas|baixo|cima / nao|mal consigo me? abaixar|levantar|virar|andar|mexer / travei|travou|travada|travado|torta|torto|dura|duro / costas ruim|ruins|doi|doem|pesadas|travadas',
    no: 'costas nao|normal|normais|boas|bem|nada|otimas|ok / nas costas nao / nem|nada|zero nas? costas|coluna',
  },
  incontinence_new: {
    yes: 'escapa|escapou|escapando|vaza|vazou|vazando|solto|perco|saiu|solta quando|xixi|sem|coco|um|na|no|tudo|urina|tusso|rio|espirro / molhei|molhou|sujei|sujou|mijei|caguei|fiz|ensopei a|na|o|nas|toda cama|calca|roupa|calcinha|cueca|lencol|colchao|sofa / nao|nem|mal seguro|segura|deu|da|sinto|percebo|consigo|controlo mais|tempo|o|quando|segurar|xixi|sair|direito / perdi|perdeu|sem o? controle / escapou|escapa|vazou / fralda|fraldao',
    no: 'nao|nunca|nem escapa|escapou|vaza|vazou|perco|molhei|solto|aconteceu nada|xixi? / consigo|consegue|da_para segurar|prender|controlar|chegar|sim / da tempo / seguro|prendo|controlo|segura sim|bem|normal|tudo|tranquilo|ate / tudo sob controle / vou ao|no banheiro',
  },
  urinary_pain: {
    yes: 'doi|dor|arde|ardencia|queima|corta|ardido|incomoda no|para|pra|quando|na|demais|bastante|hora|so|muito? / no finalzinho|final|fim|comeco / sai queimando|rasgando|ardendo|cortando|pinga|pingando|gotinha',
    no: 'sai|faco|xixi|mijo|urino|urina|ta|vai tranquilo|normal|bem|sem|numa_boa|de_boa|normalmente|limpo|sem_dor|direitinho / nao|nem arde|queima|doi|incomoda|sinto|ardeu nada? / sem ardencia|dor|queimacao|ardor / xixi nao arde|doi|queima',
  },
  no_urine: {
    yes: 'nao|nem|num|mal fiz|faz|fez|faco|mijei|mijo|pinga|pingou|sai|saiu|urinei|urinou|consigo|urino|desceu ainda|nada|hoje|desde|xixi|uma|gota|direito|fazer|ha? / desde|faz|ha|tem cedo|ontem|horas|manha|madrugada|mais nada|que|sem|seca|de? / fralda seca|sequinha|limpa / bexiga presa|trancada|cheia|estourando',
    no: 'acabei|acabou de fazer|mijar|urinar|ir|sair|trocar / fiz|fez|mijei|urinei|urinou|faz|mijou|fui agora|hoje|cedo|de|ha|faz|antes|umas|normal|bastante|pouco|tres|duas|uma|varias|xixi|no_banheiro / saiu|sai sim|bastante|xixi|normal|bem / to|ta mijando|urinando|fazendo muito|bem|normal|direto|bastante|demais|xixi|toda_hora / fralda molhada|cheia|pesada|molhadinha|encharcada / xixi|urina normal|tranquilo|ok',
  },
};
