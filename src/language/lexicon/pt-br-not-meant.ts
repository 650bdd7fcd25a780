/** What only sounds like a red flag in Brazil: hyperbole, the phone and the site, moods that "hit". Phrases: src/language/phrases.ts. */

const page =
  'foto|fotos|imagem|cor|botao|tela|mensagem|mensagens|letra|letrinha|letras|link|pagina|horario|horarios|resultado|resultados|vaga|vagas|arquivo|video|exame|senha|codigo|agenda|mapa|endereco|numero|data|opcao|opcoes|menu|termometro|graca|saida_para_o_problema|tv|placa|visor|numeros|anexo|pdf';
const service =
  'site|app|aplicativo|sistema|link|pagina|central|posto|telefone|celular|chefe|clinica|hospital|recepcao|atendente|medico|medica|doutor|doutora|whatsapp|zap|robo|bot|voces|plano|convenio|ninguem|upa|secretaria|laboratorio|farmacia|chat|sus|ubs';
const mood =
  'fome|sono|saudade|saudades|preguica|tristeza|vontade|medo|desespero|curiosidade|duvida|cansaco|sede|frio|calor|angustia|crise|bad|nostalgia|arrependimento|larica|ansiedade|inseguranca|moleza|leseira|fraqueza|solidao|carencia|aflicao|agonia|panico|desanimo|remorso|pena|raiva|inveja|loucura|ressaca|enjoo|tontura|febre|tosse';
const game =
  'videogame|jogo|prova|matematica|vida|computador|excel|planilha|celular|maquina|boleto|boletos|concurso|vestibular|time|flamengo|corinthians|palmeiras|vasco|sistema|burocracia|portugues|fila|enem|impressora|wifi';

export const ptNotMeant: readonly string[] = [
  'sai|saimos|saiu|sairam|corri|corremos|fugi antes de respirar|inalar|cheirar|aspirar a? fumaca|gas|fumaceira',
  'enchente|alagamento|enxurrada|inundacao nao|num|nunca passou|chegou|entrou|alcancou|atingiu',
  'dente|dentes|dentinho de leite do|da|de meu|minha? filho|filha|bebe|neto|neta|menino|menina',
  'familia|familiares|parentes|parente tem|teve|tive|com|ha|houve? um|uns|muito? caso|casos|historico|historia? de infarto|enfarto|avc|derrame|aneurisma|suicidio|morte_subita',
  'tomei|tomou|tomo|tomar so? uma|duas|um|dois|1|2 dipirona|dipironas|paracetamol|novalgina|tylenol|doril|dorflex|ibuprofeno|neosaldina',
  `nao|num|nem|mal|sem consigo|consegui|consegue|to|tou|ta|da_para|deu_para|da|conseguindo conseguindo? ver|enxergar|vendo|enxergando|ler|abrir a|o|as|os|essa|esse|nenhuma|nenhum|na|no|direito|bem|minha|meu|esta|este? ${page}`,
  `nao|num enxergo|vejo|leio essa|esse|a|o|as|os|nenhuma|nenhum|direito? ${page}`,
  `nao|num|nem|mal consigo|consegui|to_conseguindo|consegue|da_para|conseguindo falar|conversar|contato com|no|na ${service}|ninguem|alguem|gente|meu|minha|o|a ${service}?`,
  `${service} nao|num|nunca|nem responde|respondeu|respondem|atende|atendeu|atendem|liga|abre|funciona|carrega|reage|acorda|retorna|retornou`,
  `${service} morreu|apagou|caiu|travou|desmaiou|parou`,
  'olho|olhos|parte_branca|branco_do_olho ta|tao|e|eh|esta|continua|continuam|segue|seguem branco|brancos|branquinho|branquinhos|clarinho|claros|normal',
  'nuca|pescoco|barriga|barriguinha|moleira|moleirinha ta|fica|e|continua? molinha|molinho|mole|macia|macio',
  'apaga|apagar|apague|apaguei|apagou|apagamos|deleta|exclui isso|iso|tudo|mensagem|mensagens|essa|esse|esta|que|conversa|foto|luz|vela|fogo|arquivo|conta|historico|cadastro|dados|resposta|numero|a_mensagem|o_que|incendio|lampada|ai|ultima|ultimo',
  'quase infartei|infartou|enfartei|enfartou|infarto|morri|morro|tive_um_treco|tive_um_infarto|tive_um_troco|cai_para_tras|cai_dura|cai_duro|desmaiei_de_susto|desmaiei_de_rir|desmaiei_com_o_preco|tive_um_piripaque|pari k|kk|kkk|rs|rsrs|haha|de|com|quando|so|vendo|do susto|rir|vergonha|medo|raiva|preco|vi|tanto|tedio|alegria|felicidade?',
  'engasgada|engasgado|engasgo|entalado|entalada|engasguei com|por essa|esse|tanta|isso|aquela|aquele|uma|tudo_isso? injustica|historia|resposta|fofoca|raiva|magoa|verdade|palavra|noticia|conta|emocao|desaforo|decepcao|saudade',
  `apanhar+|apanho|apanhei|apanhando|apanha do|da|de|para|no|na|pro ${game}`,
  `levar+|levei|levou|tomei|tomou|recebi um|uma|uns|umas tapa|soco|surra|rasteira|porrada|paulada|chute|facada|tombo da|do|de|no vida|destino|mercado|noticia|realidade|trabalho|emprego|bolso|sistema|cartao|cambio|governo|banco|receita`,
  `me|te|nos|se|ja? bateu|bate|batendo|bater um|uma|aquela|aquele|a|o|maior|esse|essa ${mood}`,
  `bateu|bate|batendo um|uma|aquela|aquele|a|o|maior ${mood} em|aqui mim|aqui?`,
  'soco|tapa|facada|punhalada|pancada|tiro no|na|em estomago|coracao|alma|cara|peito emocional|quando|com_essa_noticia|essa_noticia|de_realidade|saber|ler|da_noticia|psicologico',
  'chefe|patrao|patroa|professor|professora|sogra|gerente vai|vao|quer|ia? me matar|esganar|bater|enforcar se|quando|porque|hoje|k|kk|kkk|por',
  'vai|vao|ia me matar|esganar|bater k|kk|kkk|rs|rsrs|haha',
  'cortar+|cortei|corta a|o|meu|minha? carne|frango|legumes|cebola|pao|bolo|cabelo|unha|papel|grama|barato|gasto|acucar|sal|refrigerante|gluten|lactose|pano|tecido',
  'tomei|tomo|tomar|tomando|tomou|bebi|toma um|uma|o|a|meu|minha|uns? cha|banho|cafe|sorvete|agua|sol|vitamina|susto|suco|decisao|providencia|vergonha|posse|coragem|onibus|partido|gosto|jeito|rumo|cuidado|vacina',
  'caiu|cai|caindo a|o|na|no? ligacao|chamada|internet|conexao|sinal|sistema|ficha|real',
  'nao|num quero|vou|to_afim_de|aguento mais? viver|continuar|seguir|ficar com|nessa|nesse|essa|esse|desse|dessa|esperando|nesta dor|fila|conversa|atendimento|chat|espera|tosse|emprego|casa|cidade|cadastro',
  'morte|morrendo|morto|morta|morri|morro|morrer de|com medo|vergonha|rir|fome|sono|cansaco|saudade|saudades|raiva|tedio|frio|calor|vontade|preguica|inveja|sede|curiosidade|ansiedade|amores|amor|pena|dor_de_cotovelo|cansada|cansado',
  'esse|essa|este|esta|o|a|meu|minha|isso|iso? calor|frio|fila|espera|chefe|trabalho|transito|ansiedade|time|sono|tosse|gripe|rinite|coluna|dor|dieta|curiosidade|sogra|conta|boleto|barulho|tpm ta|esta|vai|ainda_vai|quase? me|nos? matando|matar|de_matar',
];
