/** Brazilian Portuguese as typed on phones: no accents needed, one spelling per word (src/language/tokens.ts folds the rest). */
import { together, words, type Lexicon } from './lexicon';
import { ptBelly } from './pt-br-belly';
import { ptBirth } from './pt-br-birth';
import { ptBody } from './pt-br-body';
import { ptBrain } from './pt-br-brain';
import { ptBreathing } from './pt-br-breathing';
import { ptEveryday } from './pt-br-everyday';
import { ptEverydayDanger } from './pt-br-everyday-danger';
import { ptEverydayLife } from './pt-br-everyday-life';
import { ptEverydayUrgent } from './pt-br-everyday-urgent';
import { ptHead } from './pt-br-head';
import { ptHeart } from './pt-br-heart';
import { ptInjury } from './pt-br-injury';
import { ptIdioms } from './pt-br-idioms';
import { ptMind } from './pt-br-mind';
import { ptNormal } from './pt-br-normal';
import { ptNotMeant } from './pt-br-not-meant';
import { ptNumbers } from './pt-br-numbers';
import { ptSaidDanger } from './pt-br-said-danger';
import { ptSaidMindLimb } from './pt-br-said-mind-limb';
import { ptSaidUrgent } from './pt-br-said-urgent';
import { ptTold } from './pt-br-told';

export const ptBr: Lexicon = {
  concepts: together(
    ptBreathing,
    ptHeart,
    ptBrain,
    ptHead,
    ptBelly,
    ptBody,
    ptBirth,
    ptInjury,
    ptMind,
    ptTold,
    ptEverydayUrgent,
    ptEverydayDanger,
    ptEveryday,
    ptEverydayLife,
    ptSaidUrgent,
    ptSaidMindLimb,
    ptSaidDanger,
  ),
  normal: ptNormal,
  idioms: [...ptIdioms, ...ptNotMeant],
  negators: words(`
    nao sem nunca jamais nem nenhum nenhuma nego nega negou tampouco zero
  `),
  concord: ['nem', 'nenhum', 'nenhuma', 'nada', 'nunca', 'jamais', 'tampouco'],
  never: ['nunca', 'jamais'],
  transparent: words(`
    cheguei chegou chega sofri sofro reparei fui notei notou percebi percebeu fez fiz deu apareceu veio existe trata momento
    
    tenho tem tive teve tendo ter tido tao ta to estar estive esteve sinto sente sentindo senti
    sentiu sentir apresento apresenta apresentei apresentou ha houve e foi sou com mais nenhum
    nenhuma nada de a o um uma quero queria penso em muito tambem qualquer sinal sinais sintoma
    sintomas mesmo ainda hoje agora vou vai pensando pensei uso tomo faco toma usa tomei usei
  `),
  fillers: words(`
    a o as os um uma de do da dos das no na nos nas em meu minha meus minhas seu sua dele dela muito
    pouco pouca bem bastante tanto tanta mais demais ja ta to esta ficando ficou fica so ai aqui que
    me se tipo assim forte aguda agudo intensa intenso horrivel terrivel insuportavel leve grande
    toda todo todos todas quase mesmo ainda sempre com e estranha lado esquerdo direito esquerda
    direita direto ele ela eu hoje agora dum numa num completamente totalmente vez cada ao tudo bebe
    ficaram ficam tao tava tavam mo mega super bem danado danada danadinha chato chata chatinha chatinho doido doida do_cao infernal esquisita esquisito brabo braba bravo brava
    daquelas daqueles desgracada desgracado maldita bendita puta baita sinistra sinistro monstra monstro meio continua continuam anda andam hiper ultra tudinho todinha todinho
    nenem filho filha mae pai avo fortissima fortissimo fortes imensa enorme absurda subita
    repentina constante saiu pela pelo
    marido esposa esposo mulher irmao irma tio tia sogro sogra neto neta vizinho vizinha namorado namorada cunhado cunhada sobrinho sobrinha primo prima amigo amiga colega
    painho mainha vovo comadre compadre nosso nossa proprio propria comecou comecando comecaram comeca comecei ficar menino menina guri guria moleque crianca
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
      e_sou e_tenho e_to e_ne e_sim e_pior_que_sim eh eh_sim ta_sim to_tendo to_com td_dia todo_dia todo_santo_dia toda_noite toda_hora de_noite_sim uhuum hurum arram anham certeza_que_sim sem_duvidas mais_pra_sim um_bocadinho um_tantinho ate_que_sim acho_que_sim_viu confirmadissimo
      perdi perdeu cai caiu bati bateu senti sentiu vi ouco escuto inchou sangrou sangra sangrando arde ardendo coca coca_muito doi doi_muito ta_doendo doendo doeu incomoda piorou voltou vomitei vomitou desmaiei desmaiou bebi usei engoli fez faz ja_fiz ja_usei tem_sim teve teve_sim desde_pequeno desde_pequena de_nascenca moro trabalho
   
      👍 👌 ✅ ✔ ☑ 🙆 sinm sin siim yep yeah opa_sim o_se_tenho se_tenho tenho_muito demais_da_conta so_um_pouco sim_senhor sim_senhora sim_sim acertou confirmo confirmado
      perfeitamente logico obvio obviamente evidente evidentemente isso_ai isso_mesmo isso_sim com_ctz ctz ja_sim ja_tive_sim faz_tempo_que_sim sempre_tive to_sim tava_sim
      sou_sim sinto_muito sinto_um_pouco vez_ou_outra de_leve levemente leve as_vezes_sim quase_sempre um_tiquinho um_cadinho um_bocado bastantinho certeza_absoluta sem_duvida
      com_toda_certeza positivo fumo_sim uso uso_sim tomo tomo_sim faco faco_sim fiz fiz_sim tomei tomei_sim ouvi ouco penso penso_sim pensei aconteceu aconteceu_sim apareceu
      pois_e pior_que_sim infelizmente_tenho ando_tendo venho_tendo continuo ainda_tenho ainda_sinto simmm ja_senti sofro sofro_sim tb_sim tambem_sim tbm_sim deu_positivo foi_positivo
   
      sim s sm ss si sin simm claro isso isso_mesmo exato exatamente positivo com_certeza certeza
      tenho tenho_sim sinto sinto_sim estou estou_sim tem tem_sim aham uhum ahan verdade correto
      afirmativo pode_ser_sim tive tive_sim sou sou_sim ok pode quero quero_sim aceito concordo yes
      infelizmente_sim bastante muito um_pouco um_pouquinho pouquinho pouco mais_ou_menos as_vezes de_vez_em_quando desde_crianca desde_sempre sempre demais direto quase_sempre todo_dia todos_os_dias fumo ja ja_tive e_sim e_verdade e_isso estava autorizo beleza blz
    `),
    no: words(`
      tenho_nada to_nada sinto_nada tem_nada sou_nada que_nada nada_nao nadinha_de_nada nem_fumando nem_de_longe nunquinha necas_de_pitibiriba ta_doido imagina_so de_jeito_e_maneira nem_lascando nem_brincando nem_ferrando capaz bem_capaz que_isso eu_nao aqui_nao oxe_nao negativo_e_operante pode_ficar_tranquila_que_nao
      👎 ❌ ✖ 🚫 🙅 imagina de_forma_alguma de_maneira_alguma de_forma_nenhuma de_modo_algum nem_pensar nem_sinal nem_um nenhum_pouco nenhum_sinal graças_a_deus_nao
      nao_senhor nao_senhora deus_me_livre nao_que_eu_saiba que_eu_saiba_nao nao_que_eu_lembre nao_tenho_nao nao_sinto_nao nunca_nunca jamais_faria nunca_pensei nunca_senti nunca_fumei
      nunca_usei nunca_fiz nunca_aconteceu nao_teve nao_houve nao_aconteceu nao_apareceu nao_percebi_nada nao_vi_nada nao_vi_nenhuma nao_vi_nenhum nao_fiz nao_uso nao_tomo nao_faco
      deu_negativo foi_negativo nada_disso nada_a_ver nem_a_pau nops neca necas neca_de_pitibiriba nem_morto nao_mesmo claro_q_nao obvio_que_nao logico_que_nao nenhuma_dor nenhuma_vez
      sem_dor nao_cheguei acho_que_nao_nao negativo_operante num_tenho nn
   
      nao nao_tenho nao_sinto nao_estou nao_tive nao_senti nao_tem nao_sou nao_fumo nao_quero nunca
      nunca_tive jamais negativo de_jeito_nenhum nenhum nenhuma nada nadinha no nope claro_que_nao
      ainda_nao imagina nem_um_pouco nem que_eu_saiba_nao_tenho tenho_nao sinto_nao tem_nao nao_aceito
      nao_concordo nao_mais nao_obrigado nao_obrigada to_nao sou_nao com_certeza_nao certeza_que_nao
      nao_autorizo isso_nao agora_nao hoje_nao no_momento_nao por_enquanto_nao ate_agora_nao
    `),
    unknown: words(`
      ainda_nao_saiu nao_saiu_ainda nao_saiu_o_resultado esperando_o_resultado aguardando_o_resultado aguardando_resultado to_esperando_o_resultado nao_tenho_esse_aparelho nem_lembro nem_me_lembro nao_lembro_quando sem_aparelho nao_tenho_isso_em_casa num_sei_dizer num_sei_te_dizer nao_sei_te_falar vai_la_saber nao_faco_nem_ideia nao_olhei nao_contei nao_sei_medir nao_da_para_medir
      to_sem_termometro sem_oximetro sem_aparelho nao_medi_nao nao_tirei nao_tirei_a_temperatura nao_consegui_ver nao_consegui_tirar nao_sei_quanto nao_sei_quanto_ta nao_faz_ideia nao_olhei_ainda nao_vi_ainda nao_fiz_ainda nao_saberia_dizer complicado_dizer dificil_dizer
   
      🤷 naosei nao_sei_dizer nao_sei_explicar nao_sei_ao_certo nao_sei_te_dizer nao_sei_responder nao_sei_informar sei_nao_viu nao_reparei nao_notei nao_percebi nao_vi_isso nao_olhei nao_prestei_atencao nunca_medi
      nunca_fiz_exame nunca_fiz_teste nunca_verifiquei nunca_vi nao_medi_ainda ainda_nao_medi nao_tenho_oximetro nao_tenho_aparelho nao_tenho_como_saber nao_tenho_como_ver nao_tenho_certeza
      nao_tenho_medidor nao_tenho_balança nao_conferi nao_verifiquei nao_fiz_o_teste nao_fiz_teste nao_fiz_exame como_vou_saber como_saber_isso sabe_la_deus so_deus_sabe vai_saber quem_sabe
      prefiro_nao_responder prefiro_nao_dizer nao_quero_responder nao_quero_falar depende_do_dia nao_faco_a_menor_ideia nao_faco_a_minima_ideia nem_sei to_na_duvida em_duvida
      to_em_duvida nao_entendi_se nao_da_para_saber nao_consigo_saber nao_consegui_medir nao_consigo_medir sem_termometro esqueci nao_recordo nao_lembro_direito nao_lembro_se sera se_pa possivelmente
      pode_ser_que nao_to_certo nao_to_certa nao_to_lembrado nao_to_lembrada
   
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
      que_nada tenho_nada sinto_nada to_nada nadinha nadinha_de_nada nunquinha de_jeito_e_maneira nem_de_longe nem_lascando
      👎 ❌ ✖ 🚫 🙅 imagina de_forma_alguma de_maneira_alguma de_forma_nenhuma de_modo_algum nem_sinal nao_senhor nao_senhora nao_que_eu_saiba que_eu_saiba_nao nunca_tive jamais_faria_isso nunca_pensei_nisso nem_pensar nao_teve nao_houve nao_vi_nenhuma nao_vi_nenhum nada_disso nao_mesmo nenhuma_dor nao_tenho_nao nao_sinto_nao deus_me_livre
   
      nao n no nao_tenho nao_estou nao_to nao_tive nao_tem nao_sou nenhum nenhuma  nunca jamais negativo
      de_jeito_nenhum claro_que_nao nem_um_pouco isso_nao nada_disso com_certeza_nao certeza_que_nao tenho_nao tem_nao
    `),
    courtesy: words(`
      pode_ficar_tranquila pode_ficar_tranquilo fica_tranquila fique_tranquila pode_ficar_sossegada visse oxe moca moco
      👍 👌 ✅ gracas_a_deus viu ta_bom tudo_certo certo blz beleza amigo amiga querida querido de_nada
   
      obrigado obrigada brigado brigada obg vlw valeu muito_obrigado muito_obrigada gracas_a_deus nada nadinha
      senhor senhora doutor doutora dr dra moco moca por_favor por_enquanto oi ola bom_dia boa_tarde
      boa_noite isso disso ok ta
    `),
    notADenial: words(`
      consigo consegue consigu consego consegui conseguiu conseguindo conseguimos posso pode podia deu
      da dando aguento aguenta aguentando passa passou para parou melhora melhorou melhorando alivia
      desce desceu entra come como comeu bebe bebo bebeu bebi mama mamou anda ando respiro respira
      durmo dorme responde acorda mexe sai fala falo enxergo vejo aceita paro entendi entendo entendeu compreendi compreendo percebi
    `),
    onlyPartly: words(`
      vezes
      so somente apenas quando qdo se muito tanto sempre mas porem exceto menos
    `),
  },
  intents: {
    human: [
      'tem|ha alguem ai|aqui|disponivel|de_verdade|atendendo|online',
      'ser humano',
      'quero|queria|preciso|gostaria|prefiro|posso|da_para|pode|poderia|podem|me de|ser? falar|conversar|atendido|atendida|atendimento|passar|transferir|encaminhar com|por|de|um|uma|para? alguem|pessoa|gente|humano|gente_de_verdade|atendente|medico|medica|medico_de_verdade|enfermeira|enfermeiro|profissional|responsavel|moca|secretaria|recepcao|equipe|doutor|doutora|psicologo|psicologa',
      'chama|chame|chamar|manda|mande|bota|coloca|poe um|uma? pessoa|alguem|gente|atendente|humano|enfermeira|enfermeiro|medico|medica|doutor|doutora|moca|moco|responsavel|funcionario|funcionaria|recepcionista|gerente|supervisor|ser_humano',
      'me passa|passe|transfere|transfira|encaminha|conecta|coloca|manda com|para|pra|um|uma? alguem|pessoa|atendente|medico|medica|enfermeira|enfermeiro|recepcao|humano|gente|atendimento',
      'cade|onde_ta|quero|chama|chame|chamem|preciso_de|preciso|aciona atendente|atendentes|humano|pessoa|alguem|enfermeira|enfermeiro|recepcionista|medico|medica|atendimento_humano|suporte|gente_de_verdade|gente',
      'nao|sem|chega|odeio|cansei|cansada|cansado quero|gosto|falo|de|com? falar|conversar|com|de? robo|robos|bot|maquina|computador',
      'atendimento humano|pessoal|presencial|com_gente|por_pessoa|com_pessoa',
      'pessoa de? verdade|real|humana|carne_e_osso',
      'podem|pode|alguem me? ligar|liga|ligue|atender|responder|ajudar_pessoalmente',

      'atendente|atendentes|humano|humana|recepcionista|plantonista',
      'falar|conversar|fala|falo|converso com alguem|medico|medica|doutor|doutora|dr|dra|enfermeiro|enfermeira|gente|funcionario|profissional|especialista',
      'pessoa de? verdade|real|humana',
      'falar|conversar|fala|converso com uma? pessoa',
      'quero|preciso|chama|chame|passa|passe|transfere|transfira um? medico|medica|alguem|enfermeiro|enfermeira|doutor|doutora|pessoa',
      'quero falar com uma? gente|pessoa',
      'me atenda|atende uma? pessoa|alguem|gente',
      'alguem pode me? atender|ajudar|atende',
      'atendimento humano|pessoal',
      'me? liga|ligue|conecta|conecte com o|a|um|uma? medico|medica|atendente|enfermeira|enfermeiro|pessoa|alguem',
      'nao quero falar com robo|bot|maquina',
      'cansei de? robo|bot',
    ],
    greeting: words(`
      eai eai_blz e_ai_beleza blz_ai fala_tu fala_comigo opa_bao bao oi_tudo_bem paz_do_senhor a_paz_do_senhor a_paz boa bom_diaa bom_dia_bom_dia oii_boa_tarde ola_tudo_bem
      👋 ei eii hey hello ola_boa_tarde boa_noitee bomdia boatarde boanoite bom_diaa oiee oioi coe fala_ai tudo_bom como_vai saudacoes
   
      oi oie ola bom_dia boa_tarde boa_noite eae opa oii alo salve e_ai tudo_bem bom
    `),
    thanks: words(`
      obrigadao brigadao obrigadinha obrigadinho gratidao muito_grata muito_grato tmj agradecido agradecida deus_te_abencoe deus_lhe_pague fico_grato fico_grata muito_obrigado muito_obrigada obgd obgda brigadu
   
      obrigado obrigada brigado brigada valeu vlw obg grato grata agradecido agradecida agradeco
      deus_abencoe
    `),
    restart: [
      'voltar|volta|voltamos|vamos_voltar para|pro|ao|do|pra? inicio|comeco|zero',
      'reinicia|reinicie|recomeca|recomece|recomecemos|resetar|reseta|restart',
      'comecar|comeca|comecemos|comeco|iniciar tudo? de_novo|novamente|outra_vez|do_zero|do_comeco|do_inicio',
      'apaga tudo e? comeca|recomeca|vamos_de_novo',
      'recomecar',
      'zera|zerar|zere|limpa|limpe|limpar|apaga|apague|reseta tudo|isso|as_respostas e? comeca|comecar|recomeca|volta|vamos|voltar? de_novo|para|do? inicio|comeco?',
      'refazer|refaz|refaca|repetir tudo|desde|do|a|o inicio|comeco|triagem|questionario|tudo',
      'do|desde o? comeco|inicio|principio de_novo?',
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
  numbers: ptNumbers,
};
