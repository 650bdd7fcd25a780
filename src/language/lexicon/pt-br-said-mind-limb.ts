/** Red flags of mind, limbs, speech, sight, swelling and water in the words of everyday talk. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const old =
  'filha|filho|filhos|gente|familia|esposa|marido|ninguem|netos|neto|neta|irmao|mae|pai|mulher|propria_filha|proprio_filho';
const limb = 'braco|perna|mao|pe|bracos|pernas|maos|pes|bracinho|perninha|maozinha|joelho|dedos|ombro';
const baby = 'bebe|nenem|crianca|menino|menina|filho|filha|criancinha|neto|neta|bb';

export const ptSaidMindLimb: Lexicon['concepts'] = {
  confusion: [
    'conversa|conversas|papo|historias|coisas|fala|falando sem_pe_nem_cabeca|sem_nexo|desconexa|desconexas|desencontrada',
    'acordou|acordei|ficou|ta|voltou|chegou sem saber|lembrar|reconhecer|entender quem|onde|que|como|nada|o_proprio|ninguem e|eh|ta|era|esta|nome|dia?',
    'pergunta|perguntando|repete|repetindo|fala|falando a|as|sempre|o? mesma|mesmas|mesmo coisa|coisas|pergunta|historia toda_hora|do_nada|sem_parar|varias_vezes|o_tempo_todo|de_minuto_em_minuto|desde_hoje',
    'chama|chamando|conversa|conversando|fala|falando|vendo|ve por|com|o|a? gente|pessoas|pessoa|parentes|pai|mae|finado|finada|marido|defunto que? ja? morreu|morreram|faleceu|falecida|nao_existe|mortas|mortos|morto|morta|falecido',
    'falar+|dizer|dizendo|diz coisa|coisas|umas_coisas que? nao|nem existe|existem|tem_sentido|fazem_sentido|faz_sentido|batem|tem_nada_a_ver|da_para_entender|aconteceram|aconteceu',
    'se_perdeu|perdido|perdida|se_perdendo|perdeu_se dentro|em|no|na|pela|no_proprio de? casa|quarto|rua_de_casa|proprio_bairro|propria_casa',
    'nao|num fala|diz|falava|falando|responde nada|coisa com|que nada|coisa|se_aproveite',
    `nao|num|nem|ja_nao ta|esta|me? reconhece|conhece|reconheceu|reconhecendo|conhecendo|lembra|conhecia_mais mais|a|o|os|as|da|do|meu|minha? ${old}|mim|nos|casa|lugar|ela_mesma`,
    'ta|ficou|esta|anda|amanheceu|comecou_a_ficar zureta|zureto|variando|variado|aereo|aerea|desnorteado|desnorteada|atordoado|atordoada|abobado|abobada|caduco_do_nada|fora_do_ar|fora_da_casinha_do_nada|fora_de_orbita|tresvariando|atrapalhado_das_ideias|com_a_cabeca_confusa|confuso|confusa|perturbado|perturbada|ruim_da_cabeca|alheio|alheia|alucinando|delirando|desorientado|desorientada|sem_nocao_de_nada|sem_nocao_do_tempo',
    'nao|num|nem sabe|lembra|sabia mais? em? que|qual dia|ano|mes e|eh|ta|hoje',
    'nao|num|nem sabe|lembra|sabia mais? onde ta|esta|mora|se_encontra',
    'nao|num|nem sabe|lembra mais? o? proprio nome',
    'nao|num|nem sabe|lembra mais? nome dela|dele|dos_filhos|das_filhas',
    'trocando|troca|confundindo|confunde os|as|o|a|todos? nomes|nome|netos|pessoas|dia_com_a_noite|filhos|palavras_e_nomes|dias',
  ],
  drowsiness: [
    'largado|largada|largadinho|largadinha|prostrado|prostrada|prostradinho|molinho|molinha|mole|abatido|abatida|amuado|amuada|amuadinho|amuadinha|murcho|murcha|caidinho|caidinha|jururu|apatico|apatica|desfalecido|acabadinho demais|muito|todo|toda|e|nem|so|sem|que? nem|nao|sem|so levanta|reacao|reage|reagir|dormir|dorme|brinca|brincar|abre|quer|olha|sustenta|sorri|anima|animo|forca|interage|levanta_a_cabeca a_cabeca|o_olho|os_olhos|mais|para_nada|com_nada?',
    `${baby} ta|esta|ficou|anda|fica muito|todo|toda|bem|super|tao|demais? quieto|quieta|quietinho|quietinha|parado|parada|paradinho|paradinha|molinho|molinha|largadinho|apatico|apatica e|sem|de? mole|molinho|molinha|largado|reagir|sem_reacao|nao_mama|nao_reage|nao_chora`,
    `${baby} amolecido|amolecida|amoleceu|molenga|largado|largada|prostrado|prostrada|letargico|letargica|hipoativo|hipoativa|mole|molinho|molinha|caidinho|caidinha|apatico|apatica|desanimado_demais`,
    'ta|fica|ficou|ficando|vive|anda toda_hora|o_tempo_todo|sempre? apagando|apagado|apagadinho|apagada|apagadinha|desligando|desligado|desligada|cochilando_toda_hora|pescando_de_sono|caindo_de_sono|dopado|dopada|lesado|lesada|grogue|sedado|entorpecido toda_hora|o_tempo_todo|direto|a_toa|demais?',
    'ta|esta|ficando|comecou_a|vai desfalecendo|desfalecer|esmorecendo|amolecendo|apagando_aos_poucos|perdendo_a_reacao',
    'quase|mal|nem|dificilmente|custa|demora|demorou|custando|demorando nao|a|para|pra|se|muito? acorda|acordar|desperta|despertar|abre_o_olho|abre_os_olhos|responder|reagir|levantar',
    'nao consigo|conseguimos|consegue|conseguindo|to_conseguindo manter|deixar|fazer ele|ela|meu|minha|o|a|acordado|acordada? filho|filha|bebe|mae|pai|avo|ficar? acordado|acordada|desperto|desperta|ligado',
    'olho|olhos|olhinho|olhinhos revirando|virando|fechando|pesando de|com|por sono|moleza|tao_mole',
    'acorda|abre|desperta e? apaga|dorme|fecha|desliga de_novo|logo|em_seguida|o_olho_de_novo|na_hora|outra_vez',
    'so|soh quer|fica|ta|vive dormir|dormindo|deitado_dormindo e|mal|sem|nem acorda|acordar|reage|mama|come|abre_o_olho|levanta|para_nada',
  ],
  fainting: [
    'sumir+|sumiu|escureceu|apagou|rodou|girou|ficou_preto tudo|a_vista|minha_vista|o_mundo? e? fui|cai|caiu|foi|desabei|desabou|despenquei|me_estabaquei|apaguei para|no|ao|de? chao|cara|dura|duro|desmaiado|desmaiada',
    'fui|foi|cai|caiu|desabei|desabou|despenquei|despencou para|no|de? chao|cara e? desmaiado|desacordado|desacordada|desmaiada|sem_sentido|apagado|apagada|acordei_depois|apaguei|apagou',
    'fiquei|ficou inconsciente|desacordado|desacordada|sem_sentidos|apagado|apagada por? uns|alguns|um|poucos|umas|1|2|3|5|10|cinco|dois? segundos|minutos|minuto|tempo|segundinhos|instantes',
    'dar+|deu|ter|tive|teve um|uma? passamento|piripaque|chilique_e_caiu|apagao|apagaozinho|blecaute|blackout|sincope|desmaio|desmaios|vertigem_e_caiu|troco_e_caiu|faniquito_e_caiu|siricutico_e_caiu',
    'perder+|perdi|perdeu|perdendo a|os|o|minha|meus? consciencia|sentidos|sentido',
  ],
  seizure: [
    'babando|espumando|soltando_espuma|saindo_espuma|com_espuma e|se|na_boca? se? tremendo|tremer|debatendo|batendo|sacudindo|estrebuchando|endurecendo|enrijecendo|revirando|retorcendo',
    'tremendo|tremeu|tremer|sacudindo|sacudiu|debatendo|se_debatendo|chacoalhando|pulando|contraindo|dando_tranco|dando_trancos|se_batendo|estremecendo o|a|com|os? corpo|corpinho|braco_e_perna|bracos_e_pernas|todinho todo|inteiro|todinho|inteirinho',
    'corpo|corpinho todo|inteiro|ta|ficou|todinho|tava? sacudindo|tremendo|debatendo|chacoalhando|duro_e_tremendo|enrijecido|endurecido|rigido|endureceu|retorcendo|se_debatendo|contraindo|pulando',
    'tremedeira|tremendo|tremor|tremores|sacudindo|duro|dura|durinho|durinha|rigido|rigida|mole e|com|o|os? olho|olhos|olhinho|olhinhos virado|virados|revirado|revirados|virando|parado|parados|fixo|fixos|para_cima|branco|brancos|torto|tortos',
    'olho|olhos|olhinho|olhinhos virado|virados|revirado|revirados|virando|virou|viraram|revirou|reviraram|revirando|entortou|entortaram|tortos e|ficou|com|corpo|todo? duro|dura|durinho|durinha|rigido|rigida|tremendo|babando|espumando|tremeu|travou|endureceu|mole',
    'entortar+|entortou|virou|revirou|revirando|virando|reviraram|viraram o|os|as? olho|olhos|olhinho|olhinhos|vista|vistas e? ficou|ficando|travou|endureceu|comecou|tremeu|babou|caiu? duro|dura|durinho|durinha|rigido|rigida|tremer|tremendo|babando|a_tremer|mole?',
    'ficou|fica|ficando|tava|endureceu|enrijeceu|travou todo|toda|bem|o_corpo? duro|dura|durinho|durinha|rigido|rigida|esticado|esticada|travado|travada e? tremeu|tremendo|tremer|tremia|babando|babou|olho_virado|olhos_virados|sacudindo|sem_responder|se_debatendo|roxo',
    'se bateu|debateu|batia|batendo|bate|sacudiu|tremeu todo|toda|inteiro|no_chao|muito e|no_chao|com|mordeu? mordeu|espuma|espumando|lingua|babando|caiu|chao|urinou|a_lingua',
    'mordeu|mordendo|morder a|a_propria? lingua tremendo|se_debatendo|desmaiou|babando|convulsao|espumando|caiu|e_caiu',
  ],
  face_droop: [
    'labio|boca|bochecha|rosto|cara|olho|palpebra|sorriso|sobrancelha despencar+|despencou|caiu|caindo|desceu|entortou|repuxou|paralisou|murchou|desabou|amoleceu|ficou_torto|ficou_torta so? de_um_lado|um_lado|do_lado_direito|do_lado_esquerdo|para_um_lado|para_o_lado',
    'escorre|escorrendo|babando|baba|cai|vaza|vazando a|o|um|agua|saliva|comida? pelo|do|no|so_de? canto|lado|um_lado da|so|de? boca|um_lado?',
    'assobiar|assoviar|sorrir|fazer_bico|fechar_o_olho|franzir_a_testa nao|num|so consigo|consegue|da|de_um_lado',
  ],
  limb_weakness: [
    `${limb} direita|direito|esquerda|esquerdo|dele|dela|minha|meu? nao|num|nem|mal fecha|abre|levanta|obedece|responde|mexe|sobe|segura|aperta|firma|sustenta|dobra|anda|aguenta|ergue|tem_forca|tem_movimento|fica_em_pe`,
    `${limb} direita|direito|esquerda|esquerdo|simplesmente? travar+|travou|travaram|travada|travadas|paralisar+|paralisou|paralisaram|cair+|caiu|falhar+|falhou|falharam|apagou|morreu|morta|morto|bambeou|bambearam|arreou|arriou|desabou|despenca|despencou|desobedece|amoleceu|amoleceram e? nao|num|de|do|sem? ando|anda|sobe|levanta|mexe|obedece|repente|nada|forca|segura|consigo|movimento`,
    `perder+|perdi|perdeu|perdendo|sem a|o|os|minha? forca|forcas|movimento|movimentos|controle|comando de|do|da|no|na|nos|nas|dos|das? ${limb}|lado|metade|um_lado|corpo`,
    `nao|num|nem|mal consigo|consegue|conseguindo|to_conseguindo|ta_conseguindo mais|nem? mexer|levantar|erguer|segurar|fechar|mover|apertar|movimentar|subir|esticar|dobrar|sustentar com|a|o|os|as|meu|minha|nada? ${limb}|caneca|copo|garfo|colher|nada_com_a_mao`,
    'metade|lado|um_lado|lado_direito|lado_esquerdo|banda|parte do|da|meu|direita|esquerda? corpo|cara? ta|ficou|esta|e? paralisado|paralisada|parado|parada|morto|morta|dormente|adormecido|adormecida|bobo|boba|sem_forca|sem_movimento|esquecido|esquecida|mole|fraco|fraca|paralisou|adormeceu',
    `deixa|deixando|deixei|derruba|derrubando|solta|soltando|caindo cair|as|tudo|da? coisas|objetos|tudo|da|com|as_coisas da|das|com? mao|maos|a_mao|a_direita|a_esquerda`,
    'puxando|arrastando|arrasta|puxa|mancando uma|a|um|o|de? perna|lado|pe de_repente|do_nada|so|desde_hoje|direita|esquerda|direito|esquerdo',
  ],
  speech_trouble: [
    'parece|parecendo|igual|que_nem|feito um|uma|que_ta? bebado|bebada|bebo|alcoolizado falando|fala|quando_fala|na_fala|falar|mas_nao_bebeu|e_nao_bebeu|sem_ter_bebido',
    'nao|num|nem|mal acho|acha|achando|encontro|encontra|ta_achando|to_achando|encontrando|lembra|lembrando as|a|das? palavras|palavra|palavras_certas|nome_das_coisas',
    'travar+|travou|sumiu|enrolou|embolou|embaralhou|entortou|perdeu|perdi|engrolou|atrapalhou|pesou|apagou a|minha? fala|lingua|voz_e_a_fala',
    'com|ta|ficou|ficando a|com_a? fala|lingua ruim|estranha|esquisita|pesada|enrolada|embolada|arrastada|pastosa|travada|presa|grossa_para_falar|diferente|atrapalhada|embaralhada|engrolada|confusa|lenta|mole|pegada|torta de|do|desde|hoje|desde_hoje|que? repente|nada|uma_hora_para_outra|hoje|cedo|manha|ontem|nao_entendo|supetao?',
    'palavra|palavras nao|num|mal|so sai|saem|saindo|vem|vinham|formam|sai_direito|emboladas|enroladas|tortas|pela_metade|erradas|trocadas',
    'so|soh sai|faz|solta|grunhe|resmunga|geme|balbucia|balbuciando|grunhindo som|sons|barulho|grunhido|gemido|sem_palavras',
    'quero|quer|tenta|tentando|tento|quis falar|dizer|conversar e|mas nao|num sai|consegue|consigo|vai|saem',
  ],
  vision_loss: [
    'enxergando|enxergo|enxerga|vejo|vendo|ve so|apenas|somente metade|um_pedaco|um_lado|de_um_lado|pela_metade',
    'perder+|perdi|perdeu|perdendo|apagou|sumiu|escureceu|sem metade|parte|um_pedaco|um_lado|toda da|do|de? minha|a? visao|vista|olho|campo_de_visao',
    'enxergar+|enxerguei|vejo|via|vi|vendo|vista_ficou so|tudo preto|escuro|breu|escuridao e|so? nao|num voltou|volta|melhora|passa|enxergo',
    'cortina|sombra|veu|mancha|nuvem preta|preto|escura|escuro|negra desceu|caiu|tampando|cobrindo|fechando|apareceu|na|no|em|tapou|de_repente o|a|no|na|um|meu|metade? olho|vista|visao|do_olho|frente|lado_do_olho?',
    'deixar+|deixei|deixou|parei|parou de enxergar|ver de_um_lado|um_olho|do_olho|com_um_olho|direito|esquerdo|de_repente|do_nada?',
    'ficar+|fiquei|ficou|acordei|acordou|amanheci|amanheceu cego|cega|sem_enxergar|sem_ver|sem_visao|sem_a_visao|sem_vista',
  ],
  swelling_face_tongue: [
    'labio|labios|rosto|cara|olho|olhos|beico|lingua|boca dobrou|dobraram|triplicou|triplicaram de? tamanho',
    'cara|rosto|boca|lingua|labio|labios do|da meu|minha|dele|dela filho|filha|bebe|mae|pai|marido|neto|neta|irmao|irma ta|ficou|esta toda|todo|muito|bem? inchada|inchado|inchando|inchou',
    'lingua|linguinha ta|ficou|nao|inchada|grossa|grande|enorme? nao|grossa|grande|enorme|parece|e_nao? cabe|caber|cabendo|sai|saindo|fecha dentro|na|da? boca',
    'boca|labio|labios|beico|beicos|rosto|cara|olho|olhos|lingua parecendo|igual|que_nem|feito|parece|tipo|virou|ta|ficou|vira um|uma|de|do? balao|pato|bico_de_pato|monstro|bola|sapo|quico|linguica|botox|baiacu|batata|melancia|deformado|deformada|gigante|enorme|do_tamanho_de',
    'garganta|goela|glote|pescoco fechando|fechou|inchando|inchou|trancando|trancou|apertando|apertou|estreitando|edemaciada com|de|por|depois|apos|e|porque? alergia|inchaco|comi|tomei|picada|camarao|remedio|amendoim|abelha|lingua|de_comer?',
    'inchar+|inchou|inchando|inchado|inchada|incharam|inchaco|desfigurado|desfigurada|deformou|deformado o|a|os|as|no|na|toda|todo|meu|minha|demais? rosto|cara|lingua|labio|labios|boca|beico|olho_e_boca|palpebra|palpebras|garganta|glote|face',
  ],
  incontinence_new: [
    'intestino|coco|fezes|diarreia|xixi|urina|bexiga solta|soltou|soltando|sai|saindo|escapa|escapando|escapou|vaza|vazando|escorre|saiu|desce tudo? sozinho|sozinha|sem_querer|sem_sentir|sem_perceber|sem_eu_perceber|sem_eu_sentir|sem_controle|do_nada|na_roupa|na_calca|na_cama|nas_calcas|pelas_pernas',
    'nao|num|nem|mais sinto|sente|percebo|percebe|seguro|segura|consigo|consegue|controlo|controla mais|segurar|controlar|sentir|prender|quando? vou|vai|faco|faz|sai|fazer|o|a|eu? fazer|sai|xixi|urina|coco|fezes|bexiga|intestino|urinar|evacuar',
    'comecei|comecou|agora|de_repente|do_nada|desde_ontem|desde_hoje a? fazer|urinar|mijar|cagar|evacuar|usar nas|na|a|de? calca|calcas|roupa|cama|fralda|si|sem_sentir|sem_perceber',
  ],
  no_urine: [
    'urina|xixi|mijo|bexiga travou|secou|nao_sai|nao_desce|nao_vem|nao_quer_sair',
    'bexiga|urina trancou|parou',
    'fralda|fraldinha|fraldas amanheceu|ta|continua|acordou|segue|ficou|esta|seca|passou|veio a? toda|o|ainda|dia|noite|bem|inteiro|inteira|tudo? seca|sequinha|secas|sequinhas|sem_xixi|enxuta|limpa_sem_xixi desde|o|a|hoje|ha|faz?',
    'nenhuma|nem_uma|sem|zero fralda|fraldas|fraldinha molhada|molhou|com_xixi|de_xixi|suja_de_xixi|cheia desde|hoje|o_dia|ate_agora?',
    'tem|faz|ha|desde|mais_de|quase|passou|ja|umas|uns 12|14|15|16|18|20|24|doze|quinze|vinte|dia|um|dois|ontem|muito|horas|de|cedo|manha|noite|hora|horas|o? horas|hora|dia|dias|que|e? que|sem|e? nao|sem|num urina|urino|mija|mijo|faz_xixi|faco_xixi|fez_xixi|fiz_xixi|urinou|urinei|mijou|mijei|fazer_xixi|urinar|mijar|xixi',
  ],
  postpartum_bleeding: [
    'pari|ganhei|tive|dei_a_luz|parto|resguardo|cesarea|nasceu|puerperio nenem|bebe|o_bebe|o_nenem? ha|faz|tem|de? um|uma|5|7|8|10|15|20|poucos|dias|semana|dias_e? dias|semana|semanas? e? sai|saem|saindo|descendo|desce|perdendo|to_perdendo|ta_saindo muito|uns|umas? coagulo|coagulos|pelota|pelotas|pedaco|pedacos|placas enormes|grandes|de_sangue|muito?',
  ],
};
