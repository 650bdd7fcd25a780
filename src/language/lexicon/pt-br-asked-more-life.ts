/** Further answers to one question (see pt-br-asked.ts): children, exposures, habits and diseases. */
import type { AskedReplies } from './pt-br-asked';

const never =
  'nunca|jamais tive|teve|fui|fiz|soube|apareceu|deu|acusou / exame|exames|check_up|checkup|ultimo_exame|ultrassom|raio_x deu|deram|ta|tao|tudo|sempre|foi|vem? normal|normais|bom|bons|ok|limpo|nada|negativo / deu tudo? normal|negativo|nada';
const family =
  'so|apenas meu|minha|na pai|mae|avo|familia|irmao|irma|tia|tio / na|minha|meu|da familia|pai|mae|avo|irma|irmao tem|tinha mas? eu nao';

export const ptAskedMoreLife: AskedReplies = {
  stridor: {
    yes: 'chia|chiando|barulho|ronca|assobia|apita|guincha|som|canta quando|ao|pra|para|toda_vez_que puxa|puxar|inspira|inspirar|respira|chora / foca|galo|cachorro|porquinho|cornetinha',
    no: 'respira|respirando quietinho|quietinha|silencioso|sem_barulho|suave|limpo|normal / nenhum|sem|nao_faz|nada_de barulho|som|chiado|ruido / barulho ao? puxar? o? ar? eu? nao faco|faz|tem|tenho',
  },
  chest_indrawing: {
    yes: 'puxa|puxando|chupa|encolhe|suga|mexe_muito a|o|as? barriga|barriguinha|costela|costelas|pescoco|pele|peito|costelinha / fazendo|faz|com|muito? forca|esforco para|de respirar? / barriga sobe|desce|mexe e? desce? muito|demais|rapido / aparece|marca|da_para_ver|contar as|a costela|costelas|costelinha|ossinho|ossos',
    no: 'nao|nem|sem marca|afunda|puxa|esforco|aparece|faz|mostra costela|nada|forca|buraco? / barriga|barriguinha|peito|respiracao normal|tranquila|calma|boa|suave',
  },
  bulging_fontanelle: {
    no: 'boa|bem|normal|ok|funda|fechada|fechou / nem funda nem alta / nao ta|e alta|inchada|estufada|saltada|dura / ja fechou',
    unknown:
      'nao passei|toquei|mexi|olhei|sei|vi|coloquei a|na|onde|ver|mao|isso|ainda? mao|fica|isso|la? / onde fica|e isso? / o que e|seria moleira',
  },
  inconsolable_crying: {
    yes: 'chora|chorando|berra|grita|gritando de|ate|sem|muito|alto|demais|horas|o_dia|a_noite|tempo|faz|ha se_acabar|perder|parar|descanso|desesperado|roxo|esgoelar? / so chora|grita|berra / nada acalma|adianta|resolve|consola|funciona / nem no|com colo|peito|chupeta|mamadeira acalma|para|resolve? / nao quer|aceita|tem nada|colo|consolo|jeito',
    no: 'so|apenas chora|chorou|resmunga|reclama|choraminga de|quando|um|na|se fome|sono|pouco|fralda|tem|manha|mama? / chora normal|pouco|pouquinho|de_fome|de_manha|de_sono / acalma|acalmou|para|parou|dorme|sossega quando|no|com|na|logo|ja|facil pego|peito|mama|colo|mamadeira|chupeta|balanco|ele|agora? / calminha|calminho|quietinha|quietinho|tranquila|rindo|sorrindo|dormindo|brincando|risonha',
  },
  unresponsive: {
    yes: 'nao|nem|num me? ouve|escuta|olha|responde|mexe|atende|pisca|acorda|reage|aperta|fala / so geme|respira|ronca|baba / desmaiado|desmaiada|desacordada|desacordado|apagada|apagado|inconsciente|largada|estatelada ainda|no_chao?',
    no: 'me|olha|aperta|pisca|ta|ja|voltou|abre olha|ouve|escuta|atende|minha|os_olhos|falando|conversando|acordado|acordada|mao|respondendo|consciente|lucida',
  },
  choking: {
    yes: 'ainda|continua|ta|esta engasgado|engasgada|engasgando|entalado|preso|sufocando|roxo / nao|nem|mal consegue|passa|sai|respira|tosse|fala|chora|desceu tossir|falar|respirar|chorar? / ficou|ficando|ta roxo|roxa|azul',
    no: 'ja|acabou saiu|passou|desengasgou|cuspiu|tossiu|desceu|engoliu|respira|voltou / tossiu|cuspiu|vomitou e|ja? saiu|passou|melhorou|respirou? / ta|agora respira|respirando|chorando|falando|bem|rindo|normal bem|normal?',
  },
  pale_cold_skin: {
    yes: 'gelo|pedra_de_gelo puro|pura|total? / fria|frio|gelada|gelado|pegajosa|pegajoso|palida|branca|cinzenta|azulada|sem_cor|descorada|descorado|desbotado|amarelona / mao|maos|pe|pes|pele|corpo gelado|gelada|geladas|gelados|fria|frias|frios',
    no: 'nao|nem ta|to palida|palido|gelada|fria|branca? / quente|quentinho|quentinha|corado|coradinha|coradinho|cor|bochecha|bochechas normal|rosada|rosadas|boa|rosadinha?',
  },
  wheezing: {
    yes: 'miado|piado|apitinho|gatinho|chiadeira|sibilo|assobiozinho|ronquidao|chieira|chiadinho / peito|pulmao cheio|chiando|piando|roncando|carregado|apitando|miando|encatarrado / chia|apita|ronca|pia quando|a|de|toda deita|noite|corro|respiro|hora',
    no: 'sem|nenhum|nada_de|nao_tem|nao_faz chiado|chieira|barulho|apito / nao|nem ta|to|chia chiando|chiado|chia? / respira|respiro limpo|bem|normal',
  },
  loss_of_appetite: {
    yes: 'nem olho|olha|chego_perto|quero_ver|quero_saber|encosto para|na|de|a|o? comida|prato|cheiro / forco|forcando|empurro|empurrando|obrigo para|pra? comer|comida|goela? / perdi|perdeu|sumiu|foi|cade a|o? fome|apetite|vontade / comida|nada|mal|pouco desce|desco|como|come|comendo|entra|quer|consegue nao?',
    no: 'almocei|jantei|comi|lanchei|tomei|comeu|almocou bem|normal|agora|tudo|cafe|dois|bastante|muito|um_prato|repeti|direitinho / to|ta|com|muita|morrendo|cheia fome|morta_de_fome|faminta|comendo|de_fome|esfomeada ate|sim|normal|demais|muito|bem|de_tudo|que_nem? / e comendo|comer|fome demais|muito / nao perdi|perdeu a|o fome|apetite / como|come|comendo|comi bem|normal|tudo|de_tudo|direito|muito|mais|demais|ate_demais|feito',
  },
  dehydration_signs: {
    yes: 'xixi|urina escuro|escura|amarelo|amarelao|concentrado|pouco|pouquinho|cor / boca|lingua|labio|beico|pele seca|seco|rachado|rachada|grudando|murcha|saburrosa|enrugada|colada / sede demais|muita|danada|imensa|o_tempo_todo|absurda? / sem saliva|lagrima|lagrimas|xixi',
    no: 'xixi|urina clarinho|claro|clara|clarinha|normal|bastante|transparente / bebendo|bebe|tomando|toma|bebo|tomo bastante|muita|muito|bem|normal agua|liquido|soro? / hidratado|hidratada / baba|babando|saliva|cuspe normal|muito|bastante?',
  },
  jaundice: {
    yes: 'acafrao|gema|ovo|ameixa|banana|coca_cola|coca|mijo / amarelo|amarela|amarelao|amarelado|amarelada|amarelos|esverdeado / branco do olho amarelo|amarelado',
    no: 'nao|nem|nada ta|to|tem|vi amarelo|amarela|amarelado|nada? / branco|branca|branquinho|normal|rosado|bronzeado',
  },
  anticoagulant: {
    yes: 'aas|marevan|xarelto|varfarina|eliquis|clexane|heparina|pradaxa|lixiana|plavix|clopidogrel|somalgin|bufferin / para|pra|que|remedio afinar|afina|afinando|ralar|rala|fluidificar o? sangue / por_causa_da|tive|por trombose|embolia|stent|fibrilacao|protese',
    no: 'so|apenas|tomo|uso o|um|de|da|para? pressao|losartana|vitamina|vitaminas|anticoncepcional|insulina|metformina|dipirona|remedio_de_pressao|da_pressao|tireoide|puran|sinvastatina|omeprazol|colirio|calmante|antidepressivo|remedio|suplemento de|para? pressao|diabetes|tireoide?',
    unknown:
      'nao|nem sei|lembro|conheco|decoro|vi o|os|para|pra|se? nome|nomes|que|servem|afina|sao dos? remedios|remedio? / tomo varios|monte|muitos|tantos|um_monte remedios? nao|nem? sei?',
  },
  saddle_numbness: {
    no: 'nada|nao|nem|sem|nenhuma dormente|ta|dormencia|formigamento|formigando dormente|isso|la? / sinto tudo|normal|bem|o_papel|perfeitamente|direito / n|nao sinto isso|disso nao?',
    yes: 'nao|nem|num sinto|sente o|a|nada|quando|direito|minha papel|bunda|virilha|limpo|partes|la|regiao|genital? / dormente|dormencia|adormecido|anestesiado|amortecido|formigando|sumiu|esquecida no|na|entre|la|as|tudo|meio virilha|pernas|embaixo|bumbum|partes|meio?',
  },
  testicular_pain: {
    yes: 'saco|testiculo|ovo|bola|bolas|direito|esquerdo inchado|inchou|doendo|doi|dolorido|vermelho|duro|inchada|torcido|subiu|roxo / bolada|chute|pancada|batida no|nele|e|la? / um lado inchado|maior|duro|doendo',
    no: 'sou|e mulher|menina|do_sexo_feminino / nao tenho saco|testiculo|isso|dor / nada|normal|bem no|la|com|nos? saco|testiculo|testiculos|embaixo?',
  },
  leg_swelling_one_side: {
    yes: 'so|apenas|a|uma|do|na|perna|panturrilha? direita|esquerda|um|inchou|lado|uma|inchada|outra|enorme|dura|grossa|batata inchou|inchada|lado|perna|vermelha|dura|que|mais|quente? / uma maior|mais que|do|grossa|inchada',
    no: 'incham|incha|inchou|sao|tao|as|os|nas|nos? as|os|duas|dois|ambas? duas|dois|iguais|pernas|inchadas|pes|normais|lados / sem|nenhuma|nada|nao_tem|nao|nem inchaco|inchada|inchado|incha|inchou|ta / desinchou|normais|iguais',
  },
  eye_injury: {
    yes: 'cortei|bati|furei|arranhei|machuquei|queimei|feri|perfurei|cutuquei|ralei|esfreguei a|o|no|na palpebra|olho|canto|cornea / soldei|solda|soldando|esmerilhando|lixando sem|e|com? mascara|oculos|olho? / dedada|bolada|soco|cotovelada|unhada|galho|pedrada|pedra|areia|caco|cola|shampoo|alcool|sabao|cloro|lente|farpa no|nos|dentro? olho|olhos?',
    no: 'nao bati|machuquei|feri|caiu|entrou|pegou|encostou|foi|acertou|sofri nada|no|olho|o|nele? / foi nao|nada / so coca|cocando|vermelho|irritado|remela|ardendo|lacrimejando',
  },
  electric_shock: {
    yes: 'fio|fios|tomada|chuveiro|geladeira|maquina|disjuntor|poste|cerca|220|110|benjamim|ferro desencapado|descascado|eletrica|me|deu|no|na? / choquinho|chocao|choque|descarga|estatica um|no|na|forte|fraco|leve|do|da? / grudei|grudou|fui|levei|tomei|peguei|encostei|meti|enfiei|pus o|a|na|no|em|dedo? tomada|fio|chuveiro|choque|geladeira|arremessado',
    no: 'tava|estava|ta|luz|energia|fio|tudo desligado|desligada|desligado|desligadas|fora|cortada / nada|nenhum|sem|zero de? choque|descarga / nao|nem encostei|toquei|levei|peguei|mexi|tomei|deu|pegou nada|no|em|choque|fio|tomada? / choque nao|nenhum|nada',
  },
  smoke_gas_inhalation: {
    yes: 'cheiro|vazamento|vazou|vazando|escapou de|o|do? gas|botijao|cloro|amonia|fumaca / incendio|fogo|queimada|churrasqueira|fumaceira no|na|em|perto|da|do? predio|casa|apartamento|cozinha|mato|quarto|escola? / misturei|limpei|usei|faxina|lavei agua_sanitaria|cloro|produto|produtos|banheiro|amonia|com e|com|o|cloro? / fiquei|ficou|tava preso|presa|fechado|no_meio|dentro na|da|no|com? fumaca|fumaceira|incendio|gas',
    no: 'nao|nem|sem|nenhuma|nada respirei|inalei|cheirei|tinha|teve|senti|fumaca|gas|cheguei|de|entrou nada|fumaca|gas|perto|cheiro? / janela|janelas|porta|tudo aberta|abertas|arejado|ventilado|aberto / sai|saimos|saiu|corremos|fugi antes|logo|rapido|a_tempo|na_hora',
  },
  heat_exposure: {
    yes: 'fiquei|tava|estava|dentro|passei|preso no|do|num|em? carro|onibus|quarto|galpao|cozinha|forno|sauna fechado|quente|calor? / sol|calor quente|forte|forte|demais|muito|na|o_dia|dia_todo|escaldante|de_rachar|infernal|insuportavel|direto / praia|lavoura|roca|obra|capinando|caminhada|corrida|futebol|piscina|laje|feira|asfalto|procissao|bloco|carnaval|rua',
    no: 'no|na|em|com|dentro|do|fiquei|so|ta|tava ar|sombra|casa|ventilador|frio|fresco|fresquinho|shopping|escritorio|condicionado|chovendo|chuva|interno? condicionado|frio|aqui|fresco? / ta frio|chovendo|fresco|nublado / nao|nem|nunca sai|peguei|fui|fiquei|tomei|teve|tem|exponho sol|calor|rua|de_casa|no_sol|praia|muito? / nem sai|sol / sol nao|nenhum|nada',
  },
  foreign_body_swallowed: {
    yes: 'pecinha|peca|pedaco|caroco|semente|chip|chiclete|tampa|tampinha|bolinha|miçanga|parafuso|prego|alfinete|agulha|clipe|dente|protese|aparelho|anel|grampo|pilha|moeda|lego|plastico|vidro|palito|chave de|do|da|dele? lego|plastico|fruta|brinquedo|vidro|dente|relogio? / engoliu|engoli|desceu|foi|sumiu|comeu um|uma|o|a|sem_querer|inteiro|pela|com? goela|garganta?',
    no: 'tirei|cuspiu|achei|encontrei|peguei|catei|saiu|devolveu|tirou|ta|achamos a|o|da|de|fora|no|antes|tudo|na|inteiro|peca|ela|ele? boca|chao|tempo|fora|peca|moeda|aqui|brinco|engolir|cama|sofa|mao|pecinha? / so|apenas colocou|pos|botou|mordeu|lambeu|chupou na|a|o? boca? / ta tudo aqui / nao|nem engoliu|engoli|chegou|desceu|comeu nada|a|nao|so?',
    unknown:
      'sumiu|desapareceu|perdeu|falta um|uma|o|a|peca|pecinha brinco|moeda|peca|pilha|botao|pecinha|e|nao? nao? sei? / nao|nem vi|sei|deu_para_ver|tenho se|certeza|direito ele|ela|se|engoliu? engoliu? / ninguem viu',
  },
  substance_use: {
    yes: 'drinks|drink|caipirinha|chope|gim|gin|vodka|licor|conhaque|catuaba|corote|latinha|latao|dose|doses|shot|shots|long_neck|breja|birita|gelada|drinque|drinques|vinhozinho|cervejinha|pinguinha|balada|rave|bala|doce|lança|beck|baseado|pó|pedra|ecstasy|lsd|tiner umas|um|uns|ontem|hoje|todo|no|na|de|as? / so|apenas|todo|no|nos|de final|fim|finais|fins|fds|domingo|sabado|festa|sexta|social|vez de|em|sim? semana|quando|festa? / uns|umas|um|uma|tomei|bebi|fumei|usei|cheirei drinks|cerveja|cervejas|dose|doses|latas|vinho|whisky|baseado|carreira|copo|copos|pinga|garrafa|litro|todas',
    no: 'so|apenas tomo|bebo? refri|agua|suco|refrigerante|coca|cafe|cha|chimarrao|energetico|cerveja_zero|zero_alcool / nem|nada|nenhuma|zero de? cerveja|alcool|bebida|droga|drogas|vinho|socialmente / bebida|alcool|droga|drogas|cerveja|cigarro nao|nenhuma|nunca|nada|longe / to|estou|limpo|sobrio|sobria|parei ha|faz|sobrio|limpo|de anos|meses|anos|beber|usar|dias|tempo / religiao|evangelica|igreja|crista|adventista|abstemia|sobria|sobrio|caretona',
  },
  smoking: {
    yes: 'tentando|tento|queria|quero|dificil|preciso parar|largar|diminuir / diminui|diminuindo / uns|umas|fumo|1|um|dois|meio|pouco|so 5|10|20|cigarros|cigarro|maco|carteira|carteiras|quando|bebo|pouquinho|bastante|escondido|socialmente|na_festa / cigarro|vape|pod|palheiro|palha|paieiro|narguile|charuto|cachimbo|fumo_de_corda|eletronico|essencia',
    no: 'ex|antigo|fui|era fumante|tabagista / odeio|detesto|tenho|nojo|nao_suporto|nao_gosto|nunca|nem|longe|alergia de? cigarro|odio|gostei|fumei|cheiro|fumaca|botei|coloquei|pus|encostei|perto? / larguei|parei|deixei|abandonei|nao_fumo_mais faz|ha|de|tem|o|em|desde anos|fumar|cigarro|vicio|meses|dias|ano|pandemia? / nem um',
  },
  recent_vaccine: {
    yes: 'a|as|da|de|do|tomei|tomou|dose tetano|gripe|covid|febre|dengue|hepatite|meningite|hpv|reforco|2|4|6|sarampo|triplice|bcg|pneumonia|raiva mes|semana|ontem|hoje|amarela|meses|faz|ha|dia|esse|essa|passado|passada? / antes|hoje|ontem|semana|mes|anteontem|faz|ha|tem de|passada|passado|uns|dias|semana|poucos ontem|dias|dia? / tomou|tomei as|a|ontem|hoje|de|no|semana|mes vacinas|vacina|posto|gripe|passada|passado|meses?',
    no: 'so|apenas|ultima|ultimas|a_ultima foi|foram|tomei|em|ano|no? 2020|2021|2022|2023|2024|pandemia|passado|anos|muito_tempo|crianca / faz|ha|tem anos|seculos|muito_tempo|mais_de_um_ano que|nao|tomo|tomei? / nao|nem|nunca|nenhuma|nada tomo|tomei|vacinei|acredito|vacina|recente|to|tomou em|nenhuma|vacina|ainda|nada|vacinado|vacinada?',
    unknown:
      'carteirinha|carteira|cartao|caderneta perdi|sumiu|perdida|nao / perdi|nao_sei_da|cade a|o|minha carteirinha|carteira|cartao|caderneta / nao|nem lembro|sei|recordo quando|qual|direito|se|a_data?',
  },
  covid_test_positive: {
    yes: 'deu covid|positivo|dois|duas / testei|testou|positivei / dois|duas risco|riscos|linhas|listras|risquinhos|tracos',
    no: 'um|so risco|tracinho|risquinho|uma_linha|um_risco so? / deu nada|negativo|normal|limpo / nao deu nada',
    unknown:
      'sai|fica|chega|pronto|so|espero|esperando|aguardando o|sai|pronto|amanha|hoje|depois|segunda|resultado / resultado|ainda nao|nao_saiu saiu|chegou|veio? / inconclusivo|invalido|nao_apareceu_nada|em_analise',
  },
  covid_contact: {
    yes: 'marido|esposa|mae|pai|filho|filha|irmao|irma|colega|chefe|amigo|amiga|vizinho|vizinha|moca|rapaz|professora|namorado|namorada|sogra|avo|vo|primo|prima|tio|tia|paciente|cliente|gente|pessoal|turma|galera|escritorio|escola|trabalho|casa|igreja|creche que|de|do|da|na|ta|tava|teve|tao|com|pegou|deu|tem|testou|positivou|tinha|trabalha mesa|meu|trabalho|com|comigo|covid|caso|casos|positivo|filho|teve|tava|sala|todo_mundo|doente? covid|positivo|caso|comigo|tem|tava? / dormi|almocei|jantei|viajei|trabalhei|fiquei|abracei|beijei|visitei|cuidei com|perto|ele|ela|meu|minha|de|do|da? quem|alguem|gente|pessoa|vo|amiga|tava|testou|deu|marido?',
    no: 'ninguem|nenhum|nenhuma|nao|nem|sem|zero aqui|perto|doente|contato|encontrei|saio|tive|vi|visitei|conheco|em_casa|tem|ta|que_eu_saiba ninguem|nenhum|contato|de_casa|com|doente|perto|covid? / moro|vivo|trabalho|fico|to so|sozinho|sozinha|isolado|isolada|em_casa|home_office|de_casa / ninguem',
  },
  covid_past: {
    yes: 'fui|fiquei|estive internado|internada|intubado|entubado|de_cama com|de|por? covid? / peguei|tive|pegamos|pegou na|no|em|duas|uma|ano|logo|leve|forte|sim|com primeira|comeco|onda|vezes|vez|passado|inicio|pandemia|2020|2021|2022|2023|todo_mundo?',
    no: 'escapei|me_livrei|passei_ilesa|passei_ileso|invicto|invicta|nunca_positivei|livre / nunca|nao|jamais|ainda_nao peguei|tive|positivei|testei_positivo|contrai',
    unknown:
      'nunca|nao|nem testei|fiz|fizemos|sei|confirmei|testaram|fiz_teste|fiz_o_teste|se_era entao|mas|nao|o_teste|se|era|foi? sei|era? / suspeita|suspeitei|desconfio',
  },
  missed_dialysis: {
    yes: 'carro|ambulancia|transporte|van|onibus nao|quebrou|atrasou veio|foi|passou|apareceu? / faltei|perdi|pulei|falhei|deixei|matei|faltou a|na|uma|duas|ontem|hoje|essa|ultima|de|segunda|sim ultima|semana|sessao|segunda|quarta|sexta|vez|ir|fazer? / nao|nem fui|fiz|consegui|deu|pude|tive essa|ontem|hoje|ir|fazer|a|como|para|na semana|ultima|ir|segunda?',
    no: 'to|tou|ta em dia|certinho / nao falto|faltei|perco|perdi|faltou nunca|nenhuma|nada|uma? / fiz|fui|faco|vou|fez|foi|compareci ontem|hoje|todas|certinho|sempre|segunda|quarta|sexta|tudo|direitinho|agora|normal|nas|em / nao|nunca faco|faz|preciso|precisei dialise|hemodialise|disso|isso?',
  },
  malaria_area: {
    yes: 'pantanal|mata|floresta|mato|aldeia|garimpo|selva|ribeirinha|reserva|seringal|amazonas|rondonia|acre|roraima|amapa|tocantins|mato_grosso|congo|nigeria|guiana|venezuela|suriname|manaus|santarem|maraba|altamira pescar|acampar|trabalhar|no|na? / fui|voltei|vim|cheguei|moro|morei|trabalho|trabalhei|viajei|passei|acampei|pesquei|passo|vou para|pra|pro|no|na|do|da|de|em? amazonas|rondonia|acre|roraima|amapa|para|norte|mata|mato|floresta|garimpo|manaus|africa|angola|amazonia|aldeia|pantanal|roca|fazenda|sitio|interior',
    no: 'so|apenas|fui|no praia|cidade|capital|shopping|litoral|interior_de_sp|trabalho|sul|sudeste / fiquei|fico|to|estou|vivo em|aqui|na|so casa|mesmo|cidade|aqui / nem|nao|nunca sai|viajei|fui|viajo|conheco|estive|passei|pisei do|da|para|pra|pro|a|de|em|no|na bairro|cidade|casa|lugar|mato|norte|canto|estado|mata|nenhum|nada|lugar_nenhum|amazonia? / moro|sou na|em|no|aqui|de cidade|capital|sp|rj|sao_paulo|rio|mesmo|bh|curitiba|porto_alegre|sul|minas|santa_catarina',
  },
  flood_or_rat_contact: {
    yes: 'entrou|invadiu|encheu|subiu|tomou|alagou|inundou agua|a|o|minha|tudo|lama|esgoto|rua|quintal na|em|casa|de|e|passei|eu|rua|quintal|cozinha|garagem|chuva? / limpei|lavei|mexi|pisei|andei|passei|nadei|brinquei|atravessei|trabalho|entrei no|na|o|a|em|com|pela|descalco esgoto|lama|bueiro|fossa|agua|enchente|barro|valeta|corrego|rio|porao|lixo|entulho|caixa|poca / rato|ratos|ratazana|camundongo|gabiru|xixi|coco|urina|fezes em|na|no|dentro|de|do|tem|aqui|vi? casa|cozinha|rato|quintal|despensa|trabalho|forro|telhado?',
    no: 'rua|casa|aqui|quintal|tudo|bairro seca|seco|limpo|limpa|alto|asfaltado / nem|longe|nada|sem|nenhum|nenhuma|nao perto|de|da|do|enchente|rato|alagou|alaga|tem|teve|pisei|vi|entrou|passou|choveu|mexi de|da|enchente|rato|aqui|em|alagamento|esgoto|nada|isso|lama|agua|ratos? / moro no|em alto|apartamento|predio|morro / rato|ratos|enchente|alagamento|esgoto|lama nao|nenhum|nenhuma|nunca|zero tem|teve|passou|vi|aqui|aparece|entrou|tenho?',
  },
  diabetes: {
    yes: 'descobri|diagnosticado|diagnosticada|tenho|desde desde|ha|faz|ano|mes|sim|os|com|no|na|anos|semana passado|passada|anos|pouco|40|30|50|crianca|gravidez|tempo|exame? / aplico|tomo|uso insulina|metformina|glifage|ozempic|jardiance|forxiga|glicazida|remedio',
    no: `${family} / ${never} / diabetes|diabetica|diabetico nao|nunca|nada / nao sou|tenho diabetico|diabetica|diabetes|isso? / glicose|glicemia|acucar boa|normal|bom|otima|em_dia|controlada_sempre`,
  },
  hypertension: {
    yes: 'desde os? 30|35|40|45|50|55|60|gravidez|novo|nova|sempre|jovem / na gravidez tive e|mas ficou|continuou / alta|sobe|subindo|descontrolada|descompensada|emocional|16|15|18|17|14_por_9 as|vezes|quando|sempre|por|fico? / tomo|trato|controlo|uso remedio|captopril|losartana|enalapril|dois_remedios|atenolol|propranolol|anlodipino para|pra|de|da? pressao?',
    no: `${family} / ${never} / pressao normal|boa|baixa|otima|controlada_sem_remedio|11|12|perfeita|de_menino / nao|nunca tenho|sou|tive pressao|hipertenso|hipertensa|isso|problema / e|minha? baixa`,
  },
  heart_disease: {
    yes: 'infarto|infartei|infartou|arritmia|marca_passo|safena|stent|chagas|prolapso|valvula|angina|cateter|cardiologista|coracao_inchado|fibrilacao|desfibrilador / coloquei|uso|fiz|tenho|tive|operei um|uma|o|ponte|do? stent|stents|marcapasso|safena|coracao|valvula|infarto|sopro',
    no: `${family} / ${never} / nao|nunca sou|tenho|tive cardiaco|cardiaca|nada|problema|no|coracao? / do|no|de coracao nao|nada|nunca|tudo_bem / check_up|checape tudo normal`,
    unknown: 'nao|nunca fui|fiz ao|no|um|exame cardiologista|medico|do_coracao|check_up?',
  },
  lung_disease: {
    yes: 'uso|dependo oxigenio|bombinha|spray|nebulizador|cpap|aerolin / pulmao|pulmoes fraco|ruim|fracos|manchado|so_um|operado|comprometido|de_fumante / tive|tenho|trato|tratei tuberculose|enfisema|dpoc|bronquite|pneumonia_de_repeticao|fibrose|embolia|derrame_pleural|asma',
    no: `${family} / ${never} / raio|tomografia|exame x|do|de|deu pulmao|normal|limpo|ok? normal|limpo? / nao|nunca|nada tenho|tive|no|nada problema|nada|pulmao|no_pulmao? / pulmao|pulmoes nao|limpo|bom|saudaveis`,
  },
  asthma: {
    no: `${family} / ${never} / so|apenas rinite|sinusite|alergia|bronquite_quando_crianca / quando|era|na|em crianca|pequeno|infancia|pequena tinha|tive|sim|so mas|hoje|agora nao|sarei|sumiu|passou? / nao|nunca uso|usei|sou|tenho|tive bombinha|asmatico|asmatica|asma|nada? / asma nao`,
  },
  kidney_disease: {
    yes: 'rim|rins funcionam|funciona|so|parou|pararam|perdi|doente|fraco|fracos|paralisado|parado|atrofiado|pequeno|ruim|ruins|20|30|policistico so|pouco|20|15|30|10|por|um? / creatinina|ureia alta|subiu|alterada|elevada / so|tenho|nasci|com|doei um|1 rim so? / nefrologista|dialise|estagio|fistula|transplante|fila|cateter',
    no: `${family} / ${never} / so|apenas pedra|calculo|infeccao|pedrinha uma|no|de? vez|rim|urina|anos? / creatinina|ureia|exame normal|boa|ok|de_rim_normal / rim|rins nao|nada|bons|perfeitos|funcionando / nada|nao tenho|no|nos|problema rins|rim|nada|problema`,
  },
  liver_disease: {
    yes: 'fila|espera|fiz|fui|lista do|de|transplante|no transplante|figado|transplantado? / hepatite|cirrose|esteatose|gordura|gorduroso|inchado|grande|barriga_dagua|varizes|hepatologista a|b|c|no|figado|grau|do? / figado ruim|gordo|gorduroso|doente|inchado|comprometido|fraco|detonado',
    no: `${family} / ${never} / figado|figadinho nota|bom|limpo|nao|otimo|novo|10|tranquilo|saudavel dez|10? / nada|nao no|tenho|problema figado|nada`,
  },
  cancer: {
    yes: 'quimio|radio|oncologia|oncologista|mastectomia|biopsia_deu_cancer|biopsia_positiva|maligno|metastase|linfoma|mieloma|melanoma|carcinoma|nodulo_maligno / tirei|operei|retirei|removi|trato|tratando|descobri um|uma|o|de? tumor|mama|cancer|nodulo|prostata|tireoide|leucemia|utero|estomago|intestino|pele',
    no: `${family} / biopsia|exame|nodulo|mamografia|resultado deu|foi|e|veio|era negativo|negativa|benigno|normal|nada|limpo / ja|to|tou|fui|estou curado|curada|em_remissao|remissao|de_alta|alta ha|faz|desde|10|5|anos? / ${never} / cancer nao|nunca / nao|nunca tenho|tive cancer|tumor|nada|isso?`,
  },
  immunosuppression: {
    yes: 'aids|hiv|lupus|transplante|transplantado|transplantada|azatioprina|metotrexato|micofenolato|tacrolimo|ciclosporina|biologico|humira|infliximabe|prednisona|corticoide|esplenectomia|tirei_o_baco|artrite|crohn|retocolite|leucemia|neutropenia / imunidade|defesa|defesas baixa|fraca|la_embaixo|pessima|ruim|caida|zerada|no_chao',
    no: `${never} / nao|nem|nada|nenhum tomo|uso|tenho|faco|que|remedio nada|corticoide|disso|isso|que|baixe|lupus|imunossupressor|imunidade_baixa|desses|problema|remedio? / imunidade|saude boa|otima|alta|normal|de_ferro|em_dia|forte|perfeita`,
    unknown:
      'medico|doutor nunca|nao falou|disse|comentou / nunca|nao medi|fiz|sei|examinei exame|como|disso|se|o_que',
  },
  obesity: {
    yes: 'fofinho|fofinha|gordinho|cheinha|robusto|robusta|forte_e_gordo|grau|morbida|gg|plus_size|rechonchudo|barrigudo / bem|muito|ta|to|um_pouco|bastante|uns acima|sobrando|gordo|gorda|pesado|quilos do|a? peso|mais|muito? / peso|to_com|estou_com|tenho 95|98|100|105|110|115|120|125|130|135|140|150|160|180 quilos|kg|kilos|k? / imc 30|31|32|33|34|35|36|38|40|42|45|alto / bariatrica',
    no: 'no|to_no|estou_no|peso|tenho peso|certo|ideal|normal|saudavel|bom|50|52|55|58|60|62|65|68|70 certo|ideal|bom|normal|kg|quilos? / abaixo|falta|preciso|ate do|engordar|peso|magro? peso|ate? / magra|magro|seca|seco|esqueleto|palito|fininha|fitness|sarado|atleta|em_forma|esbelta|magrinha|vareta',
  },
  sickle_cell: {
    yes: 'hemocentro|hidroxiureia|hemoglobina_ss|hemoglobina_s|crise_de_falcizacao|crises_de_dor|falcemia|transfusao / tenho|sou|desde|minha|anemia|doenca falciforme|falcemico|nasci|nascenca|bebe|pezinho_deu',
    no: `so|apenas|anemia tenho? anemia|traco|comum|ferropriva|normal|de_ferro comum|normal|por|falta|de? ferro? / teste|exame do|da pezinho|orelhinha deu|foi|tudo|veio normal|negativo|nada|ok / ${family} / ${never} / falciforme|anemia nao|nunca / nao tenho anemia|falciforme|isso`,
    unknown:
      'nunca|nao|nem fiz|fizeram|testei|lembro|sei|fizemos o|esse|exame|do|se|isso? exame|pezinho|teste? / deve ter|estar no|o exame|teste? do? pezinho?',
  },
  hiv: {
    yes: 'coquetel|indetectavel|carga_viral|soropositivo|soropositiva|antirretroviral|dolutegravir|retroviral|hiv_positivo|positivo_pra_hiv / vivo|convivo|tenho|sou|trato|faco com|o|hiv|positivo|soropositivo|tratamento hiv|virus|aids?',
    no: `fiz|exame|teste|deu|testei|resultado exame|teste|mes|ano|e|foi|deu|negativo|deram|veio|tudo|nada|recente|passado negativo|nada|normal|deu|passado|nao_reagente / negativo|negativei|nao_reagente / nao sou|tenho / ${family}`,
    unknown:
      'nunca|nao|nem|ainda_nao fiz|testei|sei|fizeram o|exame|esse|teste|nunca? exame|teste|fiz|testei?',
  },
};
