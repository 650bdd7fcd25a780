/** Red flags of breath, heart, head, belly and blood in the words of everyday talk. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const breath = 'ar|folego|folegos|respiro';
const blood = 'sangue|sanguinho|sangui|coagulo|coagulos';
const lots = 'bacia|balde|copo|monte|xicara|poca|litro|litros|punhado|tanto|bocado';
const purple =
  'roxo|roxa|roxos|roxas|roxinho|roxinha|roxinhos|roxinhas|azul|azuis|azulado|azulada|azulados|azuladas|arroxeado|arroxeada|lilas|cinza|cinzento|cinzenta|acinzentado|acinzentada';
const awful =
  'absurda|horrorosa|horrivel|terrivel|insuportavel|fortissima|fortissimo|violenta|desgracada|infernal|monstruosa|de_matar|de_morrer|muito_forte|forte_demais|intensa|lancinante|alucinante';

export const ptSaidUrgent: Lexicon['concepts'] = {
  dyspnea: [
    'pulmao|pulmoes parece|parecem|ta|tao|fica? fechado|fechados|fechando|trancado|travado|cheio_de_agua|encharcado|duro',
    'respirada|respiro|respirar|respiracao e|eh|ta um|uma? sacrificio|luta|sofrimento|martirio|batalha|tortura',
    'respira|respiro|respirando como|igual|que_nem|feito quem|se? tivesse_corrido|correu|corrido_uma_maratona|maratona',
    'dificil|custa|custando|demora|ruim para|pra|o|de ar para? entrar|passar|chegar|vir',
    'travesseiro|travesseiros para|pra conseguir? respirar|dormir_sem_falta_de_ar|poder_respirar',
    'aperreado|aperreada|agoniado|agoniada|desesperado|desesperada|aflito|aflita para|pra respirar',
    'respiracao ta|esta|fica? falhando|falha|falhou|parando|descompassada|irregular',
    `buscando|busca|catando|cacando|procurando|brigando|lutando|sofrendo|penando para|pelo|por|com? ${breath}|respirar`,
    'cansadinho|cansadinha|cansadito|cansado|cansada|cansadao|cansadona|cansando|cansa para|pra|quando|ao respirar|respira|mamar|falar',
    'cansadinho|cansadinha|cansado|cansada de respirar',
    'preciso|precisa|tenho|tem|so|tive|teve que|de? sentar|sentado|sentada|levantar|ficar_sentado|ficar_sentada para|pra? conseguir|poder? respirar|respiro|respira',
    'nao|num|nem|mal to|ta|tou|tamo dando_conta|conseguindo|aguentando de? puxar|respirar|pegar|encher_o_pulmao ar|folego?',
    `nao|num|mal|quase|pouco ${breath} entra|entrando|vem|vindo|chega|chegando|passa|passando`,
    'respirar|respiracao|respirando ta|fica|ficando|anda|e? um? sofrimento|sacrificio|custoso|custosa|penoso|sofrido|sofrida|dificultoso|apertado|apertada|travada|travado|agoniada|cada_vez_pior|pessima|pessimo',
    `${breath} ta|fica|ficou|anda|vem? curtinho|curto|pouco|faltoso|sumindo|acabando|preso|presa|trancado|travado|escasso`,
    'nariz|narinas aberto|abertas|abrindo muito_rapido|para_respirar',
    'peito|pulmao|pulmoes nao|num enche|abre|expande|infla|puxa',
    'respirando|respira|respiro so|apenas? pela_boca|de_boca_aberta|com_esforco|com_muito_esforco|forcado|forcada|ofegante|aos_trancos|com_sacrificio|igual_cachorro|que_nem_cachorro|cansado|cansada',
    'sem|perdi|perdendo|acabou|acabando|some|sumiu o|meu|o_meu? folego para|quando|ate|so_de|por? falar|andar|deitar|levantar|tudo|nada',
    'afogando|afogar seco|seco_sem_agua|na_cama|dormindo',
    'crise|ataque de? asma|bronquite forte|braba|brava|feia|que_nao_passa|e_bombinha_nao_adianta',
    'bombinha|nebulizacao|aerossol|inalacao nao|num adianta|adiantou|resolve|resolveu|faz_efeito|fez_efeito|ta_resolvendo|melhora|melhorou',
  ],
  cannot_complete_sentences: [
    `parar|paro|para|parando|pausa|pausar|descansar|respirar|puxar|pegar|tomar|pego|tomo|puxo ${breath}|respirar? no_meio|meio|entre|a_cada|cada|toda da|das|de? frase|frases|fala|falas|palavra|palavras|palavrinha|conversa`,
    `no_meio|meio|entre da|das|de? frase|frases|fala|palavra|palavras|conversa o? ${breath} acaba|falta|some|vai_embora|para|sumiu|acabou`,
    `falta|sem|acaba|pouco ${breath} para|no_meio_da|de? falar|fala|frase|conversar|completar`,
    'nao|num|nem|mal consigo|consegue|conseguindo|da|termino|termina|completo|completa mais? nem? terminar|completar|acabar|fechar|emendar uma|a|de|as|duas|tres? frase|frases|fala|sentenca|palavras|falar|de_falar',
    'nem|nao|mal consigo|consegue falar|conversar direito? de|por tao|tanta|tanto|falta sem|falta|de|cansaco|cansado ar|folego|cansaco?',
    'cansa|canso|cansando|cansada|cansado ate|so? de|para|ao|quando falar|fala|falo|conversar|conversa toda_hora|para|parando',
    'fala|falo|falando|fala_ta|falar|responde aos_pedacos|aos_poucos|picado|picada|picadinho|picotado|picotada|cortado|cortada|entrecortado|entrecortada|pausado|pausada|de_pouquinho_em_pouquinho|palavra_por_palavra|por_palavra|soltando_palavras|uma_palavra_por_vez|poucas_palavras',
    'so|somente|apenas sai|saem|fala|falo|consegue|consigo|responde|diz falar|dizer|com? uma|umas|duas|tres|poucas|palavra|palavras|monossilabos palavra|palavras|palavrinha|palavrinhas|soltas|solta|por_vez|curtas?',
    `duas|tres|uma|2|3|poucas palavra|palavras e|depois|ja? para|paro|descansa|falta|cansa|fica_sem|respira|puxa ${breath}?`,
  ],
  cyanosis: [
    `labio|labios|boca|boquinha|beico|unha|unhas|rosto|cara|pele|lingua|dedos escuro|escura|escuros|escuras|escurecidos|escurecida|mudou_de_cor|mudando_de_cor|mudaram_de_cor ${purple}`,
    `mudou|mudando|mudaram|com de|a? cor|coloracao e|para|ta|ficou|ficando|estranha? ${purple}`,
    `cor|coloracao ${purple} na|no|nos|nas|da|do? boca|labios|labio|rosto|unhas|dedos|pele|bebe|dele|dela`,
    `labio|labios|boca|boquinha|beico|unha|unhas|lingua bem|toda|meio? ${purple}`,
    'labios|labio|boca|rosto|unhas|pele perdendo|perdeu|sem a? cor',
  ],
  chest_pain: [
    'coracao|peito vai_sair|vai|saindo sair|saindo|saltar pela|do boca|peito de|com dor|aperto',
    '@dor sobe|subindo|subiu|vem|vai|sai|saindo|comeca|corre|espalha|irradia do|no|da peito|torax|coracao para|pro|ate|no queixo|pescoco|braco|costas|ombro|mandibula|garganta',
    'peito|peitu|torax|coracao vai|quer|fosse|vou|parece_que_vai|querendo rasgar|explodir|estourar|partir|rachar|abrir|arrebentar',
    'rasgando|rasgo|queimando|esmagando|apertando|espremendo|comprimindo|fechando|sufocando|esmagado|espremido|comprimido no|o|meu|dentro_do|meio_do? peito|peitu|torax|coracao',
    'do|dor|dores|doi|dueno|aperto|pressao|peso|queimacao|pontada|fisgada nu|no|du|do|em_cima_do|bem_no|atras_do peitu|peito|torax|coracao|esterno|osso_do_peito',
    'peito|peitu|torax doi|doendo|ardendo|aperta|apertado|apertando|pesado|pesando|queima|queimando|trancado|travado|comprimido|espremido muito|demais|forte?',
    'angina|infarto|enfarto|infartando|enfartando|infartou|enfartou|ataque_cardiaco|ataque_do_coracao|parada_cardiaca',
  ],
  headache_sudden_worst: [
    '@cabeca nunca doeu tanto|assim|desse_jeito|tao_forte',
    `estalo|estouro|explosao|clarao|raio|trovao|choque|paulada|pancada|martelada|marretada|tiro dentro_da|na|da @cabeca e? veio|deu|comecou|do_nada|de_repente|com uma|a|aquela? dor|dores|doendo ${awful}?`,
    `dor|dores de|na @cabeca como|igual|que_nem|feito|parecendo|parece um|uma|que? raio|trovao|choque|paulada|pancada|explosao|explodiu|tiro|martelada|marretada|bomba|facada`,
    'dor|dores na|de @cabeca|nuca que? veio|chegou|comecou|deu|apareceu|bateu como|igual|que_nem|feito um|uma? raio|trovao|choque|paulada|pancada|explosao|tiro|martelada|bomba',
    `do_nada|de_repente|subitamente|de_uma_hora_para_outra|de_supetao|repentinamente|num_segundo|instantaneamente @cabeca|a_cabeca|uma_dor|minha_cabeca|a_minha_cabeca|dor|nuca comecou|deu|veio|passou a? doer|doendo|explodir|estourar|latejar|de_cabeca muito? forte|${awful}`,
    `@cabeca|nuca doendo|doi|doeu|estourando|explodindo como|igual|feito|que_nem nunca|jamais`,
    'nao e|eh|foi uma? dor|enxaqueca de? @cabeca? comum|normal|qualquer|de_sempre|das_minhas|igual_as_outras e|eh a? pior|mais_forte|maior',
    'dor|dores de|na @cabeca forte|fortissima|absurda|muito_forte? que? comecou|veio|apareceu|surgiu|deu de|do|em|num repente|nada|uma_hora_para_outra|supetao|segundos|um_minuto|minuto|uma_vez',
    'nunca tinha|tive|senti|vi|doeu uma|tanta|assim? dor|enxaqueca|cabeca de|na? @cabeca? assim|tao|igual|forte|dessas|desse_jeito|parecida',
    'dor de? @cabeca trovoada|em_trovoada|trovao|em_raio|explosiva|fulminante',
  ],
  persistent_vomiting: [
    'botar+|botando|jogando|jogar+|lancar+|lançando|gorfar+|golfar+|provocar+|vomitando|chamando_o_hugo tudo|para_fora|tudo_para_fora|direto|demais? sem_parar|toda_hora|sem_descanso|sem_cessar|a_noite_toda|a_noite_inteira|o_dia_todo|o_dia_inteiro|a_madrugada_toda|uma_atras_da_outra|o_tempo_todo|de_hora_em_hora|um_atras_do_outro|a_cada_minuto|sem_intervalo',
    'passei|passou|passamos|virei|virou|to|ta|desde a|o? noite|dia|madrugada|manha|tarde toda|todo|inteira|inteiro vomitando|vomitar|botando_para_fora|gorfando|lancando|provocando',
    'perdi|perdemos|perdeu|nem a? conta|sei|conto de? quantas|quanto|quantos|de_quanto|mais? vezes? vomitei|vomitou|vomito|botei_para_fora|vomitar',
    'vomitar+|vomitando umas|mais_de|ja|uns|quase? 8|10|12|15|20|30|oito|dez|doze|quinze|vinte|trinta vezes|x|vez',
    'vomito|vomitos|vomitando que? nao|num para|cessa|acaba|da_tregua|cede|param',
  ],
  vomits_everything: [
    'come|comeu|comer|comia|come_e vomita|vomitou|bota_para_fora|volta|devolve bebe|bebeu|toma|tomou|mama|mamou vomita|vomitou|volta|bota_para_fora|devolve',
    'nem|nenhum|nada|ate um? gole|golinho|colher|colherada|gota|copo? de? agua|soro|liquido|cha|leite fica|para|segura|sustenta|desce|ficou|parou|volta|voltou',
    'por|pondo|poe|põe|bota|botando|joga|jogando|manda|mandando|lanca|devolve|devolvendo|vomita|vomitando tudo para|pra? fora? ate|inclusive|e_ate agua|soro|remedio|leite',
    'leite|agua|soro|comida|tudo|remedio|mamadeira|peito volta|voltando|voltou|sai|retorna|devolve todo|toda|tudo|inteiro|na_hora|de_volta|em_seguida|logo_depois|imediatamente|pela_boca',
    'estomago|bucho|barriga nao|num aceita|segura|para|sustenta|retem|guarda nada|agua|comida|nem_agua|mais_nada',
    'nao|num para|fica|segura|sustenta|retem mais? nada no|na? estomago|barriga|bucho|dele|dela',
  ],
  cannot_drink_or_feed: [
    'nao|num|nem|mal quer|consegue|aceita|quis|ta_querendo|ta_conseguindo|ta nem|mais? beber|tomar|engolir|mamar|sugar|bebendo|tomando|engolindo|mamando|aceitando|sugando nem|nada|mais? agua|nada|liquido|leite|peito|soro|mamadeira|saliva',
    'nem|nao na|no|com|de|a? seringa|colher|colherzinha|copinho|conta_gotas|mamadeira|seringinha aceita|quer|toma|bebe|mama|engole|desce|pega|ta_aceitando',
    'largou|soltou|rejeita|rejeitando|recusa|recusando|cospe|cuspindo|enjeita|enjeitou|abandonou|refugando o|a|todo? peito|mama|mamadeira|leite|agua|liquido|soro|teta|bico',
    'sem beber|tomar|mamar|engolir|ingerir|aceitar nada|agua|liquido|leite|o_peito|peito desde|ha|faz|o_dia|hoje|a|ontem?',
  ],
  severe_abdominal_pain: [
    'pior|maior dor|colica de|na|no @barriga da|de|que|ja? minha|vida|ja|tive|senti',
    `dor|dores|colica|colicas ${awful} na|no|em|de|da|bem|na_boca_do|boca? boca|do|pe|da|de? @barriga`,
    'nao|mal|nem|num consigo|consegue|da|aguento|posso nem|mais? andar|levantar|dormir|ficar_em_pe|mexer|me_mexer|respirar|esticar|ficar_reto|sentar|para_andar de|com|por tanta? dor|dores|colica na|no|de|da @barriga',
    'colica|colicas|dor|@barriga que? nao|num|ninguem da_para_aguentar|aguento|aguenta|suporto|suporta',
    'dor|dores|colica na|no|de|em @barriga nota|nivel|escala|grau 8|9|10|dez|nove|mil',
    'facada|facadas|punhalada|punhaladas|navalhada|rasgando|rasgo|retorcendo|torcendo|contorcendo|se_contorcendo|me_contorcendo|rolando|gritando|chorando|uivando|berrando|gemendo|urrando|dobrado|dobrada|encolhido|encolhida|agachada|curvada de|com|na|no|por|a? dor|dores|colica? na|no|de|da? @barriga',
  ],
  vomiting_blood: [
    `vomitar+|gorfar+|golfar+|lancar+|botar+|vomito|vomitos uma|um|umas|uns|meio|quase|muito? ${lots} de ${blood}`,
    'vomito|vomitos|gorfo ta|tava|veio|saiu|sai|ficou|e|era|meio|todo|com_cor? vermelho|avermelhado|rosado|cor_de_vinho|vermelho_vivo|escuro_igual_cafe|com_risco_de_sangue|sanguinolento|ensanguentado|marrom_escuro|borra_de_cafe|preto|cor_de_cafe|tipo_borra',
    `${blood} saindo|sai|saiu|escorrendo|descendo|vindo|jorrando pela|da|na? boca|goela|garganta quando|ao|e|depois_de|na_hora_que vomita|vomitar|vomito|vomitou`,
    `vomitar+ e? tinha|veio|saiu|com|apareceu|vi|tem uns|umas|um|muito? fio|fios|risco|riscos|risquinho|risquinhos|raia|raias|pingo|pingos|pedaco|placa|bolas|bola de ${blood}`,
  ],
  black_stool: [
    'sangue vivo|escuro|pisado|vermelho|coagulado nas|no|na|pelas fezes|coco|evacuacao|bosta|diarreia',
    `coco|fezes|bosta|evacuacao|diarreia|fazendo_coco|fiz_coco|cagando|evacuando com|e|cheio_de|misturado_com catarro|muco|gosma|pus e|com|mais ${blood}`,
    'coco|fezes|bosta|evacuacao parecendo|igual|que_nem|tipo|feito|com_cara_de|cor_de|parece|ta_parecendo uma|um|de? geleia|geleia_de_morango|piche|graxa|asfalto|carvao|alcatrao|petroleo|borra|borra_de_cafe|figado|sangue_pisado|tinta_preta|breu|cafe_passado',
    `coco|fezes|bosta saiu|sai|veio|ta|tao|ficou|ficaram|era|foi todo|toda|tudo|bem|muito|meio? preto|preta|pretos|pretas|pretinho|pretinha|escuro_quase_preto|vermelho|vermelha|vermelhas|sanguinolento`,
    `sangrar+|${blood}|sangramento no|na|pelo|pela|do|quando|ao anus|reto|cu|fiofo|bunda|traseiro|vaso_quando_evacuo|evacuar|evacuo|fazer_coco|faco_coco|cagar`,
    `vaso|privada|papel|fralda|agua_da_privada cheio|cheia|vermelho|vermelha|sujo|suja|manchado|manchada|lavado|com de|com? ${blood} coco|fezes|evacuei|quando_evacuo|evacuar|quando_faco_coco|apos_evacuar?`,
  ],
  coughing_blood: [
    `tossir+|escarrar+|cuspir+|tosse uns|umas|um|uma? pinguinho|pinguinhos|pingos|pingo|gotinhas|gotas|gota|pedaco|pedacos|bocado|${lots} de ${blood}`,
    `tossir+ e? sujou|manchou|molhou|encheu|saiu o|a|meu|no? lenco|pano|papel|mao|toalha|travesseiro|camisa de|com ${blood}`,
    `catarro|escarro|cuspe|secrecao veio|vem|saiu|sai|ta|tava|com|cheio|tinha com|de|uns|umas|um? raja|rajas|raia|raias|risco|riscos|risquinho|risquinhos|fio|fios|fiapo|fiapos|pinta|pintas|laivos|pedaco de? ${blood}`,
    `quando|sempre_que|toda_vez_que tusso|tosse|tosso sai|vem|saindo|vejo|cuspo um|uma|pouco|de? ${blood}`,
  ],
  bleeding_heavy: [
    `encharcar+|ensopar+|encher+|molhou|lavou a|o|tres|duas|varias|ja|quatro|3|2|4|toda|um|uma? toalha|toalhas|pano|panos|lencol|fralda|camisa|roupa|balde|cama|colchao|gaze|gazes|chao de ${blood}`,
    'sangrar+|sangrando|sangra ainda|continua|continuo|segue|ainda_ta|e? sem|apertando|mesmo|e_nao parar|estancar|apertando|pressionando|para',
    'apertar+|pressionando|apertando|segurando|comprimindo o|um|com|a? pano|toalha|gaze|mao|ferida|corte e|mas|so_que|e_mesmo_assim continua|segue|nao_para|ainda|nao_estanca sangrando|sangra|saindo|de_sangrar|sangue?',
    `cortar+|furar+|rasgar+|pegou|atingiu|estourou a|o|uma|na? veia|arteria|jugular|femoral|pulso e? sai|saindo|jorra|jorrando|esguicha|espirra|muito? ${blood}?`,
    'decepar+|decepou|amputar+|amputou|arrancar+|arrancou|cortou_fora|perdeu o|a|um|uma|parte_do|ponta_do? dedo|dedos|mao|braco|perna|pe|orelha|polegar',
    `${blood} jorrando|esguichando|espirrando|escorrendo|pingando|saindo|brotando|minando|descendo aos_montes|a_rodo|em_bica|sem_parar|muito|demais|para_todo_lado|feito_torneira|que_nem_torneira|igual_agua|direto|que_nao_acaba|que_nao_para`,
    'nariz|gengiva|dente|boca|ouvido|ferida|corte|machucado|orelha|perna|braco|cabeca|testa nao|num para|parou|estanca de|mais? sangrar|jorrar|botar_sangue faz|ha|desde|tem|ja',
  ],
};
