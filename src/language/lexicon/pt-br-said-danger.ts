/** Red flags of poison, sting, burn, shock, swallowed things, violence and despair in the words of everyday talk. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const beast =
  'escorpiao|escorpioes|escorpiaozinho|lacrau|lacraia|lacraio|lacráia|jararaca|jararacucu|cascavel|cobra|cobrinha|coral|surucucu|urutu|serpente|aranha|armadeira|viuva_negra|taturana|lonomia|lagarta|arraia|caravela|agua_viva|abelhas|marimbondos|enxame|vespas|mamangava';
const color =
  'amarelo|amarela|preto|preta|marrom|verde|vermelha|pequeno|grande|enorme|venenoso|venenosa|bravo|brava|de_fogo';
const stung =
  'picar+|picou|picado|picada|ferrar+|ferrou|ferroar+|ferroou|morder+|mordeu|mordido|mordida|atacou|pegou|atingiu|deu_o_bote|deu_bote|deu_um_bote|deu_uma_picada|deu_uma_ferroada|queimou|cravou|pinicou';
const parts =
  'dedo|dedos|mao|maos|pe|pes|perna|braco|rosto|cara|costas|barriga|peito|corpo|pescoco|olho|coxa|cabeca|orelha|boca|dedao|calcanhar|tornozelo|ombro|joelho|bunda|genital|partes|bracinho|maozinha|pezinho|perninha|rostinho|pele|virilha|torax';
const big =
  'rosto|rostinho|cara|mao|maos|maozinha|maozinhas|pe|pes|genital|genitais|partes|partes_intimas|partes_baixas|pescoco|costas|corpo|bumbum|virilha|olho|olhos|bracos|pernas|couro_cabeludo|cabeca';
const kid =
  'bebe|nenem|filho|filha|menino|menina|crianca|neto|neta|sobrinho|sobrinha|pai|mae|marido|esposa|avo|irmao|irma|pirralho|guri|guria|moleque|ele|ela|cunhado|caçula';
const hot =
  'agua_fervendo|agua_quente|agua_pelando|oleo_quente|oleo_fervendo|oleo|leite_quente|leite_fervendo|cafe_quente|cafe_fervendo|sopa_quente|panela_quente|cha_quente|mingau_quente|gordura_quente|caldo_quente|alcool|fogo|chama|brasa|ferro_quente|ferro|chapa|escapamento|vela|cera_quente|ferro_de_passar|vapor|caldeira|churrasqueira|fogueira';
const caustic =
  'acido|soda|soda_caustica|cal|cal_virgem|cimento|amonia|cloro|produto_quimico|quimico|removedor|creolina|agua_sanitaria|desentupidor|limpa_pedra|diabo_verde';
const sharp =
  'pilha|pilhas|pilhinha|pilhinhas|bateria|baterias|bateriazinha|ima|imas|imã|imãs|imazinho|imazinhos|imãzinho|imãzinhos|agulha|alfinete|prego|preguinho|parafuso|parafusinho|tachinha|percevejo|caco|caco_de_vidro|cacos|vidro|vidrinho|lamina|gilete|grampo|clipe|anzol|palito|palito_de_dente|brinco|brinquinho|broche|osso|espinha|bolinhas_magneticas|bolinha_magnetica|neodimio|chave|arame|seringa|alfinetinho|agulhinha';
const pills =
  'anticoncepcional|anticoncepcionais|comprimido|comprimidos|remedio|remedios|remedinho|calmante|calmantes|pilula|pilulas|capsula|capsulas|dipirona|paracetamol|rivotril|antidepressivo|insulina|xarope|vitamina|vitaminas|medicamento|medicacao|cartela|vidro_de_remedio|remedio_da_pressao|ferro|sulfato_ferroso|melatonina|ritalina';
const cleaner =
  'detergente|sabao|sabao_em_po|sabao_da_maquina|desinfetante|amaciante|agua_sanitaria|qboa|kiboa|candida|alvejante|cloro|multiuso|lustra_moveis|limpa_vidro|capsula_da_maquina|shampoo|xampu|alcool_gel|acetona|tinta|cola|veneno|repelente|perfume|creolina|inseticida|pastilha_do_vaso|pedra_sanitaria|sabao_liquido|desodorante|removedor';
const someone =
  'ele|ela|marido|esposo|companheiro|namorado|namorada|ex|pai|mae|padrasto|madrasta|filho|irmao|tio|cunhado|sogro|vizinho|chefe|cuidadora|cuidador|enteado|noivo|mulher|esposa';

export const ptSaidDanger: Lexicon['concepts'] = {
  animal_sting: [
    `${beast} ${color}? que? me|te|nos|lhe|ja? ${stung}`,
    `${beast} ${color}? ${stung} a|o|as|os|na|no|em|meu|minha|um|uma|ponta_do|dedao_do? ${kid}|${parts}|eu|mim|gente|peao|rapaz|homem|senhora`,
    `${stung} de|por|por_um|por_uma|um|uma|do|da ${beast} ${color}?`,
    `me|te|nos|lhe ${stung} um|uma ${beast}|bicho_peconhento`,
    `ofendido|ofendida|ofendeu|ofensa de|da|por|pela|a? cobra|jararaca|cascavel|bicho`,
    `pisar+|pisei|pisou|mexi|mexeu|encostar+|encostei|encostou|peguei|pegou|sentei|sentou|calcou em|numa|num|no|na|com|um|uma|o|a|em_cima_de ${beast} e|que? me|ele|ela|ai|foi? ${stung}`,
    'varias|muito|mais_de|umas|dezenas|50|30|20|cem picadas|ferroadas de? abelha|abelhas|marimbondo|marimbondos|vespa|formiga_de_fogo',
    'atacado|atacada|atacou|atacaram|ataque por|de|um|pelo enxame|abelhas|marimbondos',
    `escorpiao|cobra|jararaca|aranha no|na|dentro_do|em_cima_da|perto_do berco|cama|sapato|bota|colchao|roupa|tenis e dedo|pe|mao|perna|ele|ela|ta picado|picada|ferrada|vermelho|inchado|chorando|gritando`,
  ],
  poisoning: [
    `comer+|comeu|comi|engoliu|tomou|chupou|mastigou|ingeriu|pegou_e_tomou|bebeu um|uns|os|o|as|a|meus|minhas|meu|minha|dois|tres|varios|umas? ${pills} da|do|dos|de ${kid}|avo|outro|outra|outra_pessoa|cachorro|gato|vizinho|vizinha|irmao|adulto|pressao|diabetes`,
    `${kid} comer+|comeu|engoliu|tomou|chupou|mastigou|pegou|achou_e_comeu|mexeu_e_tomou um|uns|os|o|as|a|meus|minhas|meu|minha|dois|tres|varios? anticoncepcional|anticoncepcionais|calmante|calmantes|comprimidos|pilulas|capsulas|remedios|rivotril|antidepressivo|remedio_da_pressao|cartela|veneno`,
    `@tomou o|uma|a|em|remedio|medicacao|os|meu|insulina|minha? dobro|dobrado|dobrada|triplo|duas_doses|tres_doses|dose_dupla|dose_dobrada|dose_errada|dose_a_mais|a_mais|a_mais_que_devia|mais_do_que_devia|mais_que_o_normal|alem_da_dose|acima_da_dose|mais_do_que_o_medico_mandou|de_uma_vez_so da|de|do|sem|por? dose|remedio|querer|engano?`,
    `@tomou o|os|meu|meus|a|minha|as ${pills} duas|tres|2|3|4|quatro|varias vezes|x|seguidas?`,
    `errar+|errei|errou|troquei|trocou|confundi|confundiu|exagerei|exagerou|passei|abusei na|a|o|da|os|no|do|as|de|com? dose|dosagem|remedio|remedios|comprimidos|medicacao|quantidade_do_remedio|insulina|droga|drogas|po|cocaina|crack|bala`,
    'misturar+|misturei|misturou remedio|remedios|calmante|calmantes|comprimido|comprimidos|rivotril|medicacao com|e bebida|alcool|cachaca|vodka|pinga|cerveja|vinho|droga|whisky',
    `${kid} chupar+|chupou|lamber+|lambeu|mordeu|provou|bebeu|tomou|engoliu|comeu|colocou_na_boca|botou_na_boca|pos_na_boca|ingeriu|experimentou|abriu_e_tomou o|um|uma|a|pouco|de|gole|pedaco|golinho? ${cleaner}`,
    `chupar+|chupou|lamber+|lambeu|bebeu|bebi|ingeriu|engoliu|engoli o|um|uma|a|pouco|de|gole|pedaco|golinho|sem_querer? ${cleaner}`,
    'comer+|comi|comeu|mastigou|ingeriu|tomou um|uns|uma|cha_de|umas? cogumelo|cogumelos|planta|plantinha|semente|sementes|folha|frutinha|fruta|raiz|baiacu|peixe_estragado do|da|de|que? mato|jardim|venenosa|venenoso|desconhecida|desconhecido|toxica|vaso|rua|quintal|mamona|comigo_ninguem_pode',
    'cartela|vidro|frasco|caixa|vidrinho|potinho de? remedio|remedios|comprimido|comprimidos|xarope? vazia|vazio|aberta|aberto|vazios|destampado na|no|em|perto|do|da|ao|e? mao|chao|lado|boca|dele|dela|berco|ele|ela',
    `achar+|achei|encontrei|peguei meu|minha|o|a|ele|ela? ${kid} com cartela|vidro|frasco|caixa|remedio|remedios|comprimido|veneno|produto|chumbinho|o_remedio|a_cartela|o_vidro|cheiro_de|boca_suja_de vazia|vazio|na_mao|na_boca|aberto|aberta|veneno|produto|gasolina?`,
    '@tomou remedio|medicamento|comprimido|injecao errado|errada|trocado|trocada|vencido|vencida|de_outra_pessoa|do_vizinho|da_vizinha|de_cachorro|veterinario|de_boi|de_cavalo',
  ],
  suicidal_ideation: [
    'devia|deveria|preferia|queria|quero|gostaria_de|bom_seria|melhor_seria eu? estar|ta|ter|ser|to? morto|morta|morrido|enterrado|enterrada|nunca_ter_nascido|embaixo_da_terra|debaixo_da_terra',
    'penso|pensando|pensei|pensa|pensou|vontade|planejo|planejando|vou|quero|queria em|de? me|se? enforcar|matar|jogar_da_ponte|jogar_do_predio|jogar_na_frente|afogar_no_rio|dar_um_tiro|envenenar|atirar_da_ponte|jogar_no_rio|suicidar|jogar_da_janela',
    'mundo|todos|todo_mundo|familia|filhos|eles|vida_deles|pessoas|gente seria|seriam|estaria|estariam|ficaria|ficariam|viveria|viveriam|vai_ficar melhor|melhores|mais_feliz|mais_felizes|em_paz|bem_melhor sem_mim|se_eu_morresse|se_eu_sumisse|se_eu_nao_existisse|se_eu_fosse_embora',
    'nao|num|nem tenho|tem|vejo|acho|encontro|ha|existe|sinto mais? nenhum? motivo|razao|sentido|graca|porque|vontade|proposito|pra_que em|de|para|pra|na|por? viver|vida|continuar|existir|estar_vivo|estar_viva|acordar|seguir_vivendo',
    'cansei|cansado|cansada|exausto|exausta|farto|farta|desisti|desistindo de|da viver|existir|vida|minha_vida|tudo_e_quero_morrer|estar_vivo|estar_viva|lutar_pela_vida',
    'morte|morrer seria|e|ia_ser|parece um|uma|o|a? alivio|solucao|saida|descanso|presente|bencao|unica_saida|paz|melhor',
    'so|apenas queria|quero|quis|desejo dormir|fechar_os_olhos|deitar e nao|nunca acordar|abrir_os_olhos|levantar mais?',
    'dar+|dou|vou_dar|dar um? fim|cabo|basta em|na|da|a|com|de? tudo|minha_vida|vida|mim|essa_vida|mim_mesma|mim_mesmo|esse_sofrimento',
  ],
  self_harm: [
    'acabei|acabou|tentei|tentou|comecei|comecou de|a|para? me|se? cortar meu|meus|o|os|seu|seus? pulso|pulsos',
    'bater|bato|bate|batendo|batia a|minha? cabeca|cabeca|punho|mao na parede|no_chao|na_porta de_proposito|ate_sangrar|para_aliviar|quando_fica_com_raiva|sem_parar|de_raiva|para_se_machucar',
    'me|se furo|fura|furando|queimo|queima|queimando|corto|corta|cortando|arranho|arranha|arranhando|mordo|machuco|machuca|machucando|esmurro com|de|ate|para|quando|todo|toda|escondido|escondida|no|na|o|as|os|a? agulha|alfinete|gilete|lamina|cigarro|isqueiro|estilete|faca|compasso|caco|sangrar|proposito|aliviar|quarto|banheiro|bracos|pernas|coxas|pulso|triste|to_triste|to_mal|ansiosa|fico_mal|noite|dia|mim_mesma',
    'cortes|cortezinhos|cicatrizes|marcas|riscos|arranhoes|marcas_de_gilete de_corte|de_gilete|que_ela_fez|que_ele_fez|que_eu_fiz|feitos_por_ela|feitas_por_ela|feitos_com_gilete no|nos|na|nas? braco|bracos|perna|pernas|coxa|coxas|pulso|pulsos|barriga',
    'tomar+|tomei|tomou|engoliu|engoli|bebeu|bebi @remedio|@veneno|@monte|um_monte_de_comprimido|um_monte_de_remedio|tudo|todos|remedios|cartela para|pra|querendo|tentando|a_fim_de|com_intencao_de|pensando_em|e_quero|e_queria morrer|me_matar|se_matar|acabar_com_tudo|partir|sumir|dormir_para_sempre|nao_acordar_mais|dar_fim_na_vida|acabar_com_a_vida',
  ],
  violence: [
    `${someone} ja? me|lhe|nos? quebrar+|quebrou|quebrei_o_meu|fraturou|torceu|deslocou|cortou|furou|feriu|machucou|queimou|marcou|rasgou|apertou o|a|os|um|meu|minha|meus|minhas|de_proposito ${parts}|dente|dentes|nariz|costela|costelas|pescoco|labio|roupa|bracos`,
    `${someone} jogar+|jogou|atirou|tacou|lancou|arremessou|derramou|virou agua|oleo|cafe|cadeira|prato|copo|garrafa|panela|faca|objeto|coisas|pedra|alcool|fogo|acido|ferro|celular quente|fervendo? em|na|no|contra mim|minha|minha_cara|meu|gente|direcao`,
    `${someone} mim|me tranca|trancou|prendeu|segura|mantem|deixou_trancada|deixou_presa|nao_deixa_sair|encurralou em|no|na|dentro|e? casa|quarto|banheiro|nao_deixa|carro|presa|trancada`,
    `${someone} quer|vai|tentou|ta|veio|ameaca|ameacou|prometeu|jurou|disse_que_vai? me bater|espancar|agredir|matar|esfaquear|enforcar|esganar|estrangular|furar|queimar|dar_um_tiro|quebrar_minha_cara|arrebentar|surrar|meter_a_porrada|meter_a_faca|me_matar|me_bater|me_pegar`,
    'levar+|levei|levou|tomei|tomou|recebi um|uma|uns|umas|muitos? murro|soco|socos|tapa|tapas|chute|chutes|pontape|bofetada|surra|porrada|pancada|empurrao|facada|cintada|coronhada|garrafada do|da|de|por|pelo|dele|dela meu|minha|um|uma? marido|namorado|ex|companheiro|pai|mae|padrasto|filho|irmao|ele|ela|vizinho|homem|cara|ladrao|bandido|assaltante|esposa|patrao',
    'apanhar+|apanho|apanhei|apanhando|apanha do|da|de|pelo|em meu|minha|um|casa? marido|namorado|ex|companheiro|pai|mae|padrasto|filho|irmao|ele|cara|homem|bandido|casa|noivo|esposo|policia|todo_mundo',
    'com|tenho|morro_de|morrendo_de medo|pavor|panico dele|do|da|de|que meu|minha|ele|o? marido|companheiro|ex|namorado|pai|padrasto|filho|voltar|chegar|matar|bater|me? e|porque|que|bate|bater|agredir|matar|violento|agressivo|bebado|quando',
  ],
  sexual_violence: [
    'marido|namorado|ex|companheiro|noivo|esposo me forcou|obrigou|estuprou|violentou ontem|hoje|de_novo|na_cama|a_noite|agora|a?',
    'um|o|meu|um_cara|homem|ele|uns|desconhecido|colega|chefe|patrao|professor|vizinho|tio|primo|padrasto|cara|rapaz|motorista|medico|ex me agarrou|pegou|segurou|prendeu|apalpou|bolinou|encoxou|atacou|tocou|beijou|alisou|dopou|drogou|embebedou|forcou|obrigou|abusou e|a|na|nas|no|contra|sem|passou|minha|meu|meus? a_forca|a_mao|passou_a_mao|forca|minha_vontade|partes|peito|peitos|bunda|seios|eu_querer|eu_deixar|fez|mao|fez_o_que_quis|abusou|consentimento',
    'me pegaram|agarraram|forcaram|seguraram|doparam|drogaram|obrigaram|violentaram|abusaram|levaram|estupraram a? forca|e_abusaram|e_fizeram|para_fazer|a_fazer|sexo|e_me_estupraram|de_mim|e|contra_minha_vontade?',
    'sofrer+|sofri|sofreu|vitima|fui_vitima|passou_por|passei_por|denunciar abuso|assedio|violencia|importunacao|abusos de? sexual|sexuais|na_infancia_do_meu_tio|do_meu_tio|do_padrasto|do_meu_padrasto',
    'eu? tava|estava|dormindo|bebada|desacordada|apagada dormindo|bebada|desacordada|apagada|dopada|sem_reacao e ele|eles|o|alguem fez|fizeram|abusou|transou|me_tocou|transaram|passou_a_mao|abusaram',
    'acordei|acordou sem|com|pelada|nua|sem_roupa roupa|calcinha|dor|um_cara|sem_roupa|ele e|nao|em|embaixo|nao_lembro|acho_que|em_cima? nao_lembro|acho|em_cima_de_mim|abusaram|cima|lembro?',
  ],
  stridor: [
    'respiracao|respirar|respirando|ele|ela|bebe|quando_respira|garganta|puxar_o_ar dele|dela|do_bebe|ta? faz|fazendo|da|ta_fazendo|ta_com|solta|soltando|sai um|uns? guincho|guinchos|apito|assobio|ronco|ronquido|som_agudo|barulho_agudo|barulho_alto|barulho_feio|barulho_estranho|barulho_esquisito|som_fino|grunhido|cacarejo|rangido',
    'barulho|som|guincho|apito|chiado_alto|ruido|ronco|assobio agudo|fino|alto|feio|esquisito|estranho? tipo|como|igual|parecido um|uma|com|de? guincho|apito|galo|serrote|porta|assobio|cachorro|foca quando|ao|para|toda_vez_que|sempre_que puxa|puxar|respira|respirar|inspira|chora ar?',
    'parece|parecendo|igual|tipo um|uma|que_tem_um? galo|foca|serrote|apito|gato_miando|cachorro_latindo|porta_rangendo|porco|ganso quando|ao|para|toda_vez_que? puxa|puxar|respira|respirar|inspira|puxando o_ar|ar?',
  ],
  chest_indrawing: [
    'costela|costelas|costelinha|costelinhas|peito|peitinho|barriguinha|pescoco|garganta|pele|osso_do_peito|furquinho|buraquinho_do_pescoco pular+|pulando|pulam|saltando|saltadas|aparecendo|afundando|afunda|afundam|marcando|entrando|sugando|chupando|cavando|cavado|repuxando|retraindo|retraido|puxado|puxadas quando|ao|para|na_hora_de|toda_vez_que? respira|respirar|puxa_o_ar|puxar_o_ar|chora?',
    'afundar+|afundando|afunda|cavando|sugando|repuxando|entrando|retraindo|chupando a|o|no|na|embaixo_do|bem? garganta|pescoco|pescocinho|gogo|peitoral|torax|fundo_do_pescoco|saboneteira|clavicula quando|ao|para? respira|respirar?',
    'tiragem|retracao|retracoes|esforco_respiratorio|esforco_para_respirar|muito_esforco_para_respirar',
  ],
  unresponsive: [
    'desmaiou|apagou|caiu|convulsionou|desfaleceu|ficou_desacordado|perdeu_os_sentidos|sincope e|mas|ate_agora|faz_minutos_e? ainda? nao|num|ate_agora_nao voltou|volta|acorda|acordou|levanta|levantou|reage|responde|mexe|recobrou',
    'nao|num consigo|conseguimos|to_conseguindo|da|consegue_mais acordar|despertar|reanimar|fazer_acordar|fazer_voltar|fazer_reagir minha|meu|ele|ela|o|a ele|ela|esposa|marido|mae|pai|avo|filho|filha|bebe|irmao|irma|vizinho|homem|amigo|amiga?',
    'chamo|chamei|sacudi|sacudo|balanco|balancei|gritei|belisquei|belisco|jogo_agua|joguei_agua|bati_na_cara e|mas|o|ele|ela|a|nela|nele|no_ouvido? nada|e_nada|nao_reage|nao_acorda|nem_se_mexe|nem_reage|nao_mexe|nao_abre_o_olho|nao_tem_reacao',
    'parece|parecendo|igual|feito um? morto|morta|defunto|sem_vida|que_morreu|que_ta_morto|que_ta_morta',
  ],
  choking: [
    'engoliu|comeu|tava_comendo|mastigando|mamando|comendo|bebendo algo|mal|rapido|alguma_coisa|uma_coisa|e|torto|carne|pao|um_pedaco e|ta|ficou|comecou? sufocando|sufocou|sufocar|sem_ar|roxo|roxa|nao_respira|nao_consegue_respirar|asfixiando|asfixiado',
    'asfixiando|asfixiado|asfixia|asfixiou|sufocou|sufocando|sufocado com|por|pelo|no um|uma|o|a|saco|pedaco|bala|uva|leite|comida|osso|travesseiro|moeda|tampa|plastico|brinquedo',
    'algo|alguma_coisa|coisa|caroco|comida|osso|remedio|carne|bala|moeda|espinha ficou|parou|ta|entrou|desceu|foi presa|preso|entalada|entalado|trancado|atravessado|agarrado|errado|no_lugar_errado|torto|na_garganta|na_goela|na_traqueia|no_gogo|no_pulmao',
  ],
  pale_cold_skin: [
    'gelado|gelada|geladinho|geladinha|frio|fria|friozinho e|todo|toda|muito|bem|ta? pegajoso|pegajosa|pegajento|suado|suada|suando|molhado|molhada|melado|palido|palida|branco|branca|cinza|sem_cor|roxo|manchado|manchada',
    'palido|palida|branco|branca|branquinho|branquinha|descorado|descorada|sem_cor|amarelo|esbranquicado|livido|livida e|todo|toda|muito|bem|de_um_jeito? gelado|gelada|frio|fria|suando|suando_frio|geladinho|mole|que_nem_cera|feito_cera|igual_defunto|igual_cera|que_nem_papel|feito_papel|igual_papel',
    'corpo|pele|mao|maos|pe|pes|maozinha|pezinho|perna|extremidades tudo|todo|toda|dele|dela|tao|ta? gelado|gelada|gelados|geladas|gelando|frio_de_defunto|gelinho|um_gelo|uma_pedra_de_gelo e? roxo|roxos|roxas|palido|palida|manchada|branca|suada|suado|pegajosa|molhada?',
  ],
  bulging_fontanelle: [
    'moleira|moleirinha|fontanela|molerinha dele|dela|do_bebe|ta|ficou|parece|muito|toda|bem|meio? inchada|inchadinha|estufada|estufou|estufando|alta|altinha|dura|durinha|pulada|pulando_para_fora|saltada|saltou|saltando|levantada|elevada|para_fora|cheia|tensa|esticada|abaulada|subiu|cresceu|inchou|um_galo|um_calombo|parecendo_galo|parecendo_um_ovo',
    'inchado|inchada|inchaco|calombo|galo|bola|estufado|alto|saltado|para_fora|caroco bem? na|no_lugar_da|em_cima_da|da moleira|moleirinha|fontanela',
    'cabecinha|cabeca|coco_da_cabeca|topo_da_cabeca dele|dela|do_bebe|ta? inchada|estufada|alta|mole_e_alta na|no|onde moleira|meio|topo|fica_a_moleira',
  ],
  saddle_numbness: [
    'as|nas|duas|minhas|pernas|ambas? pernas|pernas_e_bunda|coxas adormeceram|adormecidas|dormentes|formigando|formigam|dormencia|dormindo|anestesiadas|sem_sensibilidade|amortecidas|amorteceram',
    'anestesiado|anestesiada|dormente|dormencia|amortecido|amortecida|adormecido|adormecida|formigando|formigamento|sem_sensibilidade|sem_sentir_nada|nao_sinto|nao_sente|paralisada|paralisado|nada da|de|na|no|nas|entre|ao_redor|em_volta|parte|dentro cintura|virilha|entre_as_pernas|as_pernas|partes|partes_intimas|genital|anus|bunda|bumbum|cu|coxas|cintura_para_baixo|de_dentro_da_coxa|de_dentro_das_coxas|regiao_intima|vagina|penis|saco|perineo|pernas',
    'da|dos cintura|quadril|umbigo para baixo|abaixo nao|num|ta|tudo|fica? sinto|sente|dormente|anestesiado|morto|adormecido|formigando|mexe|nada?',
  ],
  testicular_pain: [
    'testiculo|testiculos|saco|saquinho|ovo|ovos|bago|bagos|bola|bolas|escroto|culhao|culhoes|documento|grao|graos esquerdo|direito|esquerda|direita|dele|do_meu_filho|do_menino? inchou|incharam|inchado|inchados|torceu|torcido|subiu|roxo|vermelho|duro|retorcido|doendo|doi|dolorido|latejando e? doi|doendo|dor|vermelho|muito|duro?',
  ],
  burn_severe: [
    'braco|perna|rosto|mao|costas|peito|corpo|pe todo|toda|inteiro|inteira queimado|queimada|queimou',
    `${caustic} caiu|espirrou|respingou|derramou|pegou|jogaram|jogou|queimou|na|no|em|sobre a|o|em|meu|minha|na|no|toda? pele|${parts}`,
    `queimei|queimou|queimar|queimando|queimado|queimada|queimadura com|por|de ${caustic}|eletricidade|choque|fio|eletrica`,
    `${hot} caiu|virou|derramou|derramei|pegou|espirrou|respingou|entornou|explodiu|jogaram em|no|na|nos|nas|sobre|toda|todo|em_cima_do|em_cima_da|meu|minha|o|a? ${big}|bebe|nenem|bebezinho|peito_do_bebe|meu_filho_de`,
    `${hot}|ferro_de_passar na|no|em|encostou_na|pegou_na|queimou_a ${big} do|da|dele|dela|toda|todo|inteira|inteiro bebe|nenem|crianca|filho|filha|menino|menina?`,
    `explodiu|explosao|explodir|pegou_fogo|incendiou|botijao|panela_de_pressao|churrasqueira|alcool_na|fogueira|caldeira|bomba|rojao|fogos e? queimou|queimei|pegou|queimando|na|no|atingiu o|a|meu|minha|todo|toda|os? ${big}|${kid}|braco|peito|perna|mao`,
    'pegou|pegando|ateou|atearam|botaram fogo na|no|em roupa|corpo|cabelo|mim|camisa|vestido|rosto|ele|ela|menino|crianca',
    `queimei|queimou|queimar|queimado|queimada|queimadura metade|todo|toda|inteiro|inteira|tudo|grande|extensa|enorme|feia|profunda|de_terceiro_grau|de_segundo_grau|horrivel do|da|o|a|no|na|de? ${parts}?`,
    `pele|couro soltou|soltando|saiu|caindo|derreteu|descolou|despelou|despelando|em_carne_viva|preta|pretejou|branca da|com|na|de|por? queimadura|queimado|queimou|onde_queimou|agua_quente`,
    `bolha|bolhas|carne_viva enorme|enormes|grande|grandes|gigante|gigantes|toda|no|na|em_toda|em_todo|por_todo no|na|o|a|da|de? ${parts}? queimadura|queimado|queimou|queimei`,
  ],
  eye_injury: [
    'gato|galho|unha|bebe|galinha|espinho|arame|papel|planta|folha|areia|faisca|fagulha|lasca|ponta|lapis|caneta|dedo arranhar+|arranhou|furou|rasgou|cortou|espetou|bateu|entrou|cutucou|perfurou|acertou|pegou|enfiou o|no|dentro_do|na|bem_no|meu|olho_do? olho|olhos|vista|olhinho|cornea',
    'cisco|limalha|lasca|farpa|fagulha|faisca|estilhaco|estilhacos|caco|pedaco|po|serragem|aco|ferro|ferrugem|metal|vidro|espinho|plastico de? metal|ferro|vidro|madeira|aco|solda|esmeril|cimento|cal? no|nos|dentro_do|entrou_no|caiu_no|grudado_no meu? olho|olhos|olhinho',
    `detergente|sabao|shampoo|xampu|desinfetante|alcool|acetona|perfume|spray|veneno|tinta|cola|superbonder|super_bonder|gasolina|querosene|oleo|removedor|esmalte|pimenta|inseticida|repelente|desodorante|gas_de_pimenta|limpador|sabonete_liquido|agua_de_bateria|${caustic}|agua_oxigenada no|nos|dentro_do|entrou_no|caiu_no|espirrou_no|pingou_no meu|minha|da|do? olho|olhos|vista|olhinho`,
    'solda|soldar|soldei|soldando|soldador|maçarico|esmeril|lixadeira sem|e|com|de? mascara|oculos|protecao? e? meu|o|os|agora|hoje? olho|olhos|vista arder+|arde|ardendo|queimando|doendo|cego|lacrimejando|inchado|areia|vermelho',
  ],
  electric_shock: [
    'choque em|na|no|de|da|do|com|pelo um|uma|o|a? cerca|fio|fios|tomada|chuveiro|geladeira|poste|maquina|torneira|rede|corrente|portao|interruptor|ferro|extensao|220|110|alta_tensao|eletrico|eletrica|carregador|microondas|bomba',
    'morder+|mordeu|roeu|mastigou|enfiou|botou|colocou|meteu|pegou|segurou|encostou|tocou|agarrou o|no|um|na|num|numa|dedo|chave|garfo|mao|arame|em|com? dedo|garfo|chave|mao|arame|agulha|clipe? no|na|em|do|da? fio|tomada|fio_desencapado|carregador|extensao|cabo_de_energia|fio_descascado|cerca_eletrica|rede_eletrica e? levou|tomou|choque?',
    'grudado|grudou|agarrado|preso|pregado|colado no|na|em|por um|uma|pelo? fio|tomada|chuveiro|cerca|choque|corrente|maquina|geladeira',
  ],
  smoke_gas_inhalation: [
    'fumaca|fumaceira|fumaceiro de|da|do|das|dos|com? queimada|queimadas|incendio|fogo|cozinha|carro|predio|casa e|tossindo|to|ta|muito|respirando|passando|com|me_deixou|o|a|dia? tossindo|tosse|tonto|tonta|passando_mal|mal|sem_ar|enjoado|vomitando|ardendo|dia_todo|intoxicado|falta_de_ar',
    'carvao|brasa|braseiro|fogareiro|churrasqueira|gerador|motor|carro_ligado|aquecedor|lareira|chuveiro_a_gas acesa|aceso|ligado|ligada|acesos? no|na|dentro|em|do|da|e? quarto|casa|garagem|banheiro|sala|barraca|ambiente_fechado|lugar_fechado|fechado|dentro|quarto_fechado|banheiro_fechado|garagem_fechada',
    'respirar+|respirei|respirou|inalei|inalou|aspirei|aspirou|cheirei|cheirou veneno|inseticida|agrotoxico|acido|cloro|amonia|tinner|thinner|solvente|po_de_extintor|extintor|gas_do_fogao|gas_do_botijao|vapores|monoxido|produto_forte|mistura_de_produtos|agua_sanitaria_com|fumaca_preta',
  ],
  foreign_body_swallowed: [
    `engolir+|engoliu|engoli|comeu|comi|deglutiu um|uma|uns|umas|dois|duas|tres|a|o|as|os|varias|pedaco|de? ${sharp}`,
  ],
  sharp_or_battery_swallowed: [
    `engolir+|engoliu|engoli|comeu|comi|deglutiu um|uma|uns|umas|dois|duas|tres|a|o|as|os|varias|pedaco|de? ${sharp}`,
  ],
  harm_others: [
    'penso|pensando|pensei|vontade|medo|impulso|ideia|imagino|pensamento|pensamentos|quero|queria|vou em|de|que? jogar|afogar|sufocar|sacudir|machucar|matar|largar|esganar|bater|atirar|ferir|asfixiar|envenenar|queimar|empurrar o|a|no|na|meu|minha|com|em|nele|nela? bebe|nenem|filho|filha|crianca|menino|bebezinho|recem_nascido',
    'vou|quero|queria|vontade_de|pensando_em|penso_em|planejo|pretendo|capaz_de|louco_para|doida_para matar|esfaquear|esganar|furar|queimar|envenenar|atirar_em|espancar|arrebentar|degolar|surrar|machucar|dar_um_tiro_em|dar_uma_facada_em|enforcar aquele|aquela|esse|essa|ele|ela|o|a|meu|minha|alguem|todos|todo_mundo|uma_pessoa|as_pessoas|os_outros|eles desgracado|desgracada|vizinho|marido|sogra|ex|chefe|pai|mae|irmao|padrasto|mulher|cara|homem|infeliz|alguem|vagabundo? com|de|hoje|agora|ate|a? faca|tiro|arma|veneno|verdade|noite|morrer|sangrar|facada|revolver',
    'quero|vou|vontade_de|queria|da_vontade_de|penso_em bater nele|nela|no|na|em|meu|minha? bebe|filho|filha|crianca|marido|mae|alguem? ate|com_forca|forte|muito sangrar|morrer|matar|parar_de_chorar|desmaiar|calar?',
  ],
  hearing_voices: [
    'uma|umas|tem_uma|tem|alguem|a|as? voz|vozes|alguem|gente|pessoa|pessoas falar+|fala|falando|falam|conversa|conversando|xinga|xingando|chama|chamando|manda|mandando|sussurra|sussurrando|comanda|grita|gritando comigo|dentro_da|na|no|para_eu|em|meu_nome|que_eu|me|mim minha? cabeca|ouvido|orelha|me_matar|morrer|fazer|mente|coisas?',
    'uma|a|umas voz|vozes fala|falam|manda|mandam|diz|dizem|conversa|conversam|chama|chamam|xinga|ordena comigo|me|para_mim|eu|que|para_eu|mim',
    'tem alguem|gente|pessoas|uma_pessoa|vozes|uma_voz falando|conversando|me_chamando|gritando|cochichando dentro_da|na|no|dentro minha|da? cabeca|mente|ouvido',
    'vejo|vendo|enxergo|ve gente|pessoas|vultos|sombras|bichos|pessoa|demonios|mortos|coisas que|e|onde|me|no|na? nao_existe|nao_existem|ninguem_ve|ninguem_mais_ve|nao_tem_ninguem|ouco_vozes|escuto_vozes|nao_estao_la|perseguindo|parede|mais_ninguem_ve|outros_nao_veem',
  ],
  missed_dialysis: [
    'faltar+|faltei|faltou|perder+|perdi|perdeu|pular+|pulei|pulou|deixei_de_ir|deixou_de_ir|nao_fui|nao_foi|nao_pude_ir|nao_consegui_ir|nao_conseguiu_ir|cancelaram|falhei|falhou na|a|as|o|duas|tres|uma|minha|sessao|sessoes|de|da|nas|para|pra? hemodialise|dialise|hemo|maquina_de_dialise|maquina_do_rim|sessao_da_maquina|sessao_da_hemodialise',
    'faltei|faltou|perdi|perdeu|nao_fui|nao_foi na|a|para? maquina',
    'nao|num consegui|conseguiu|conseguindo|pude|deu_para|fui|foi|vou|tive_como ir|fazer|na|para|a|me? ir|a|na|minha|fazer? dialisar|dialise|hemodialise|hemo',
    'faz|tem|ha|ja um|uma|dois|duas|tres|quatro|cinco|seis|alguns|1|2|3|4|5|6|7|muitos|quase|mais_de? dia|dias|semana|semanas que nao|sem|num faco|faz|fez|fiz|dialisa|dialiso|fazer|foi|fui_na|vou_na|foi_na dialise|hemodialise|hemo?',
    'sem dialise|hemodialise|hemo|dialisar|fazer_dialise|fazer_hemodialise|fazer_hemo desde|ha|faz|tem|essa|hoje|ontem|por|a',
  ],
};
