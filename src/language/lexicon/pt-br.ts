/** Brazilian Portuguese as typed on phones: no accents needed, one spelling per word (src/language/tokens.ts folds the rest). */
import { words, type Lexicon } from './lexicon';
import { ptCommon } from './pt-br-common';
import { ptHarm } from './pt-br-harm';
import { ptUrgent } from './pt-br-urgent';

export const ptBr: Lexicon = {
  concepts: { ...ptUrgent, ...ptHarm, ...ptCommon },
  idioms: [
    'to|ta|tou|tava|estava|vou|vai|quase? morrendo|morri|morrer|morto|morta|morre de rir|fome|vergonha|saudade|saudades|calor|frio|sono|cansaco|sede|preguica|inveja|raiva|tedio|amor|dor|medo',
    'matar|mata a? aula|saudade|saudades|fome|sede|tempo|curiosidade|mosquito|barata|formiga|dengue',
    'sem|falta|falta_de ar condicionado|livre|fresco',
    'dor|doi|doendo|machuquei|torci|bati|chutei|aperto peito_pe',
    'vou? me matar|mato|matando de tanto? trabalhar|trabalho|estudar|rir|treinar|academia|comer|correr',
    'exame|exames|teste|coleta|tirar|doar|doador|doacao|tipo|resultado|banco de? sangue',
    'dor de cotovelo',
    'pronto|primeiros socorro|socorros',
    'pilula|contato|em_caso|numero|telefone de|da? emergencia|urgencia',
    'arma de? brinquedo|agua|choque',
    'seguro|indenizacao|pericia|laudo de|do|por acidente de? carro|moto|transito|trabalho',
    'ataque|ataques de riso|panico|ansiedade|raiva|bobeira|choro|nervos|espirros|tosse',
    'tendo|teve|deu um? ataque de riso|panico|ansiedade|raiva|bobeira|choro|nervos|espirros|tosse',
    'nao|nem consigo|consegue|consegui|conseguimos|to_conseguindo|conseguindo falar com|no|na|pelo? ninguem|alguem|medico|medica|voces|atendente|posto|recepcao|telefone|secretaria|whatsapp|zap',
    'nao|nem consigo|consegue|consegui|to_conseguindo ver resultado|resultados|exame|exames|mensagem|mensagens|site|agenda|opcao|botao|link|imagem|foto|tela|horario|receita|pagina',
    'desmaiar|desmaiei|desmaiando|desmaiada|desmaiado de sono|cansaco|rir',
  ],
  negators: words(`
    nao sem nunca jamais nem nenhum nenhuma nego nega negou tampouco zero
  `),
  concord: ['nem', 'nenhum', 'nenhuma', 'nada', 'nunca', 'jamais', 'tampouco'],
  never: ['nunca', 'jamais'],
  transparent: words(`
    tenho tem tive teve tendo ter tido tao ta to estar estive esteve sinto sente sentindo senti
    sentiu sentir apresento apresenta apresentei apresentou ha houve e foi sou com mais nenhum
    nenhuma nada de a o um uma quero queria penso em muito tambem qualquer sinal sinais sintoma
    sintomas mesmo ainda hoje agora vou vai pensando pensei uso tomo faco
  `),
  fillers: words(`
    a o as os um uma de do da dos das no na nos nas em meu minha meus minhas seu sua dele dela muito
    pouco pouca bem bastante tanto tanta mais demais ja ta to esta ficando ficou fica so ai aqui que
    me se tipo assim forte aguda agudo intensa intenso horrivel terrivel insuportavel leve grande
    toda todo todos todas quase mesmo ainda sempre com e estranha lado esquerdo direito esquerda
    direita direto ele ela eu hoje agora dum numa num completamente totalmente vez cada ao tudo bebe
    nenem filho filha mae pai avo fortissima fortissimo fortes imensa enorme absurda subita
    repentina constante saiu pela pelo
  `),
  or: ['ou', 'nem'],
  and: ['e'],
  but: ['mas', 'porem', 'contudo', 'entretanto', 'todavia', 'poren'],
  contrast: ['so', 'somente', 'apenas', 'exceto', 'menos', 'alem', 'fora'],
  articles: words(`
    a o as os um uma de qualquer algum alguma nenhum nenhuma muito mais em
  `),
  pointing: ['ta', 'tao', 'essa', 'esse', 'isso', 'desse', 'dessa'],
  doubt: words(`
    acho achei talvez creio parece sei provavelmente duvida sera imagino acredito suponho
  `),
  novelty: [
    'alivio',
    'assim',
    'antes',
    'igual',
    'parecida',
    'dessas',
    'desse',
    'dessa',
    'desta',
    'deste',
    'tao',
    'ate',
  ],
  deniedAfter: ['tenho', 'tem', 'tive', 'teve', 'sinto', 'sente', 'senti', 'to', 'ta', 'ha', 'tenha'],
  markers: words(`
    nao com uma um to minha meu muito dor sinto tenho desde eu ele ela do da na em os as que voce
    ontem hoje e o febre falta estava estou foi sem peito cabeca sim mas tem tambem para ou nem mais
  `),
  answers: {
    yes: words(`
      sim s sm ss si sin simm claro isso isso_mesmo exato exatamente positivo com_certeza certeza
      tenho tenho_sim sinto sinto_sim estou estou_sim tem tem_sim aham uhum ahan verdade correto
      afirmativo pode_ser_sim tive tive_sim sou sou_sim ok pode quero quero_sim aceito concordo yes
      infelizmente_sim bastante muito um_pouco um_pouquinho pouquinho pouco mais_ou_menos as_vezes de_vez_em_quando desde_crianca desde_sempre sempre demais direto quase_sempre todo_dia todos_os_dias fumo ja ja_tive e_sim e_verdade e_isso estava autorizo beleza blz
    `),
    no: words(`
      nao nao_tenho nao_sinto nao_estou nao_tive nao_senti nao_tem nao_sou nao_fumo nao_quero nunca
      nunca_tive jamais negativo de_jeito_nenhum nenhum nenhuma nada nadinha no nope claro_que_nao
      ainda_nao imagina nem_um_pouco nem que_eu_saiba_nao_tenho tenho_nao sinto_nao tem_nao nao_aceito
      nao_concordo nao_mais nao_obrigado nao_obrigada to_nao sou_nao com_certeza_nao certeza_que_nao
      nao_autorizo isso_nao agora_nao hoje_nao no_momento_nao por_enquanto_nao ate_agora_nao
    `),
    unknown: words(`
      nao_sei sei_la acho talvez nao_lembro nao_tenho_certeza sem_certeza tenho_duvida pode_ser
      nao_faco_ideia nem_ideia sei_nao duvida nao_medi nao_tenho_termometro
      nao_tenho_como_medir nao_me_lembro creio parece depende nao_saberia
      desconheco provavelmente ns nao_tenho_balanca nao_me_peso nao_quero_dizer prefiro_nao imagino
      acredito
    `),
    probablyYes: words(`
      acho_que_sim acho_que_tenho acho_que_to acho_sim creio_que_sim parece_que_sim imagino_que_sim acredito_que_sim provavelmente_sim eu_acho_que_sim deve_ser
      acho_que_e_sim suponho_que_sim pode_ser_que_sim
    `),
    probablyNo: words(`
      acho_que_nao creio_que_nao acredito_que_nao parece_que_nao imagino_que_nao provavelmente_nao eu_acho_que_nao acho_que_nao_tenho suponho_que_nao
      acho_nao talvez_nao
    `),
    lead: words(`
      aff af afe ah ahh oh o opa oi ola eita ixi ixe vixe nossa olha entao bom bem ue ne tipo gracas_a_deus graca_a_deus meu_deus moca moco
      doutora doutor dra dr kkk kk k rs rsrs ai puts putz caramba poxa po mano cara gente amigo amiga bom_dia boa_tarde boa_noite nao_vou_mentir
      para_falar_a_verdade sinceramente na_verdade infelizmente felizmente hum hmm uai ave_maria credo senhor senhora certo deus_me_livre tambem
    `),
    neutralVerbs: words(`
      tenho tem tive teve tinha to ta tava sou foi e cheguei chegou vi pensei penso pretendo faria fiz fez houve aconteceu apareceu tomei tomou
      usei uso fumo levei que existe ha nenhum nenhuma estou ficou fiquei apresentei apresenta ouco escuto vejo_nada
    `),
    plainNo: words(`
      nao n no nao_tenho nao_estou nao_to nao_tive nao_tem nao_sou nenhum nenhuma  nunca jamais negativo
      de_jeito_nenhum claro_que_nao nem_um_pouco isso_nao nada_disso com_certeza_nao certeza_que_nao tenho_nao tem_nao
    `),
    courtesy: words(`
      obrigado obrigada brigado brigada obg vlw valeu muito_obrigado muito_obrigada gracas_a_deus nada nadinha
      senhor senhora doutor doutora dr dra moco moca por_favor por_enquanto oi ola bom_dia boa_tarde
      boa_noite isso disso ok ta
    `),
    notADenial: words(`
      consigo consegue consigu consego consegui conseguiu conseguindo conseguimos posso pode podia deu
      da dando aguento aguenta aguentando passa passou para parou melhora melhorou melhorando alivia
      desce desceu entra come como comeu bebe bebo bebeu bebi mama mamou anda ando respiro respira
      durmo dorme responde acorda mexe sai fala falo enxergo vejo aceita paro
    `),
    onlyPartly: words(`
      vezes
      so somente apenas quando qdo se muito tanto sempre mas porem exceto menos
    `),
  },
  intents: {
    human: [
      'atendente|atendentes|humano|humana|recepcionista|plantonista',
      'falar|conversar|fala|falo|converso com alguem|medico|medica|doutor|doutora|dr|dra|enfermeiro|enfermeira|gente|funcionario|profissional|especialista',
      'pessoa de? verdade|real|humana',
      'falar|conversar|fala|converso com uma? pessoa',
      'quero|preciso|chama|chame|passa|passe|transfere|transfira um? medico|medica|alguem|enfermeiro|enfermeira|doutor|doutora|pessoa',
      'quero falar com uma? gente|pessoa',
      'me atenda|atende uma? pessoa|alguem|gente',
      'alguem pode me? atender|ajudar|atende',
      'atendimento humano|pessoal',
      'nao quero falar com robo|bot|maquina',
      'cansei de? robo|bot',
    ],
    greeting: words(`
      oi oie ola bom_dia boa_tarde boa_noite eae opa oii alo salve e_ai tudo_bem bom
    `),
    thanks: words(`
      obrigado obrigada brigado brigada valeu vlw obg grato grata agradecido agradecida agradeco
      deus_abencoe
    `),
    restart: [
      'recomecar',
      'reiniciar',
      'comecar|comeca|iniciar de? novo|novamente',
      'voltar ao? inicio|comeco',
      'do_zero',
      'nova_triagem',
      'refazer_triagem',
      'menu',
      'reset',
    ],
  },
  numbers: {
    zero: 0,
    um: 1,
    uma: 1,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
    treze: 13,
    quatorze: 14,
    catorze: 14,
    quinze: 15,
    dezesseis: 16,
    dezessete: 17,
    dezoito: 18,
    dezenove: 19,
    vinte: 20,
    trinta: 30,
    quarenta: 40,
    cinquenta: 50,
    sessenta: 60,
    setenta: 70,
    oitenta: 80,
    noventa: 90,
    cem: 100,
    cento: 100,
    duzentos: 200,
  },
};
