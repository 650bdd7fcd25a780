/** Further answers to one question (see pt-br-asked.ts): symptoms. */
import type { AskedReplies } from './pt-br-asked';

export const ptAskedMore: AskedReplies = {
  fever: {
    yes: 'passou|ta|subiu|chegou de|alta|em|a alta|baixinha|38|39|40 / alta|baixinha|altissima|alto / nao|nem baixa|cede|abaixa|passa|some com? nada|dipirona|remedio|banho / baixa e volta / quente|quentinho|quentinha que so / termometro apitou|marcou|deu|passou / suei|suando a? noite|noite_toda / quentura|quenturao',
    no: 'deu|ta|medi|foi normal / nao|nem quente|quentinho|quentinha',
  },
  chills: {
    yes: 'nao paro|para de tremer|bater / cobertor|cobertores|coberta|cobertas|edredom / frio que nao|nunca passa / bate|batendo|bati os? dente|dentes|queixo / pelo|pelos arrepiado|arrepiados',
    no: 'sem|nenhum|nada_de frio|tremor|arrepio nenhum?',
  },
  cough: {
    yes: 'ataca|piora|pior|mais a|de|da noite|manha|madrugada / seca|secas / chia|chiado|engasgo|engasgando / cof / pigarreando / quando falo|deito|rio',
  },
  dyspnea: {
    yes: 'pulmao|pulmoes nao enche|enchem / pesado|ruim|dificil|complicado|custoso|trabalho para respirar / preciso|tenho|tem sentar|parar|que_parar|que_sentar para respirar|pegar_folego|tomar_ar|descansar / cansado|cansada|cansaco so_de|ate_para|para falar|andar|comer|respirar / respiracao|respirando curta|curto|rapida|rapido|pesada|pesado|mal',
    no: 'ar entra|vem|ta|chega bem|normal|normalmente|tranquilo / subo|subi|corro|corri|ando|caminho escada|escadas|ladeira|bastante? sem|normal|tranquilo|de_boa cansar|cansaco|problema? / folego normal|bom|otimo|de_atleta / ar nao falta|faltou',
  },
  cannot_complete_sentences: {
    yes: 'falo|fala e|mas tenho|tem|preciso|precisa que? respirar|parar|descansar / tem|tenho|preciso que? parar para|no respirar|meio|pegar|tomar|puxar / voz some|falha|sumindo|acaba / so? por? sinal|gestos|gesto|aceno / palavra por palavra / uma palavra por vez|de_cada_vez',
    no: 'falo|fala tudo|demais|ate_demais|muito|direto|de_uma_vez|sem_precisar_parar|normal / completo|completa|termino|termina|digo as? frases? tranquilo|normal|inteira|inteiras|sim|de_boa|todas? / ate canto|grito|brigo',
  },
  cyanosis: {
    yes: 'cinza|acinzentado|acinzentada|arroxeadinho|roxeando / escuro|escuros|escura a|o|os? boca|labio|labios|beico|beicos',
    no: 'rosado|rosada|rosinha|rosadinha|rosadinho|corado|corada|coradinha|coradinho / cor|corzinha|unha|unhas|boca|labio|labios boa|normal|rosa|de_sempre|vermelha / nada|nem|nao roxo|roxa|azul|azulado|arroxeado',
    unknown: 'ta|aqui|muito escuro / sem luz / luz fraca|ruim|apagada / faltou luz',
  },
  chest_pain: {
    yes: 'desconforto|incomodo|peso|pressao|aperto|queimor|pontadas / doi quando|qdo|se respiro|aperto|tusso|mexo',
  },
  sore_throat: {
    yes: 'vidro|areia|espinho|lixa|prego / engolir|engulo ta|e|com|dificil|sofrimento|dor / raspando|arranha|pegando_fogo|pega|pigarro',
    no: 'engulo|engolindo|engolir|desce|desco tudo? bem|normal|tranquilo|de_boa|sem_dor|sem_problema',
  },
  runny_nose: {
    yes: 'nao|nem paro|para de? assoar|escorrer|pingar|espirrar|fungar|correr / rolo|caixa|pacote|lenco de? papel|lenco / assoando|assoei|assoo / atchim|espirro|gripado|gripada|resfriado|resfriada|rinite|sinusite',
    no: 'respirando|respiro bem|normal|livre pelo nariz / nada escorrendo|escorre|pingando|de_catarro / nariz|narinas seco|limpo|normal|livre / nem espirro|espirrei',
  },
  headache: {
    yes: 'pesada|pesado|martelando|martela|estourando|latejante|rachando|me_matando|matando|zunindo|apertando / acordo|acordei|durmo|convivo com ela|essa|dor / testa|tempora|fonte|nuca doendo|doi|pesada',
  },
  headache_sudden_worst: {
    yes: 'em segundos|um_segundo|minutos|um_minuto|instantes / explosao|raio|tiro|trovao|pedrada|marretada|facada|estouro / nunca|jamais doeu|senti|tive|vi|aconteceu desse_jeito|tao_forte|uma_dor_tao_forte|dor_tao_forte|assim|igual|algo_assim|nada_assim',
    no: 'foi|veio|vem chegando|crescendo|aumentando|piorando_aos_poucos|devagarinho / fraca|fraquinha|leve|levinha|tranquila|suportavel|normalzinha / igual|mesma|parecida as|a|com|de outras|outra|sempre|todas',
  },
  retro_orbital_pain: {
    yes: 'fundo|atras|dentro do|dos|nos? olho|olhos|globo / olhos|olho pesam|pesa|pesado|pesados|ardendo|saltar|doendo|doem|latejando|cansados / mexo|movo|viro|movimento os? olhos?',
    no: 'so|apenas na|a testa|cabeca|nuca',
  },
  myalgia: {
    yes: 'surra|caminhao|trator|onibus|apanhado|apanhei|atropelado|espancado|moido|moida|demolido|destruido|destruida|acabado|acabada|arrebentado|arrebentada / ate|todos? os? ossos|osso|fio|cabelo|musculos|unhas',
    no: 'nada|nem|nenhum|nenhuma doendo|doi|dor|dolorido / so|apenas a? cabeca|garganta|cansaco / inteiro|inteira|inteirinho nada? aqui|hoje / to inteiro|inteira|inteirinha|novo|nova',
  },
  arthralgia: {
    yes: 'fechar|abrir|dobrar|mexer a|as|os|o mao|maos|dedos|joelho / dedo|dedos|mao|maos|pulso|pulsos|quadril|tornozelo inchado|inchados|inchada|duro|duros|travado|nao_fecha|nao_fecham|nao_dobra',
    no: 'mexo|mexe|dobro|ando tudo|normal|bem|de_boa / juntas|junta|joelho|joelhos|articulacoes boas|boa|bom|normais|normal|otimas|tranquilas / so|apenas os? musculos|musculo',
  },
  anosmia: {
    yes: 'nem o? cheiro? do|da|de? cafe|alho|perfume|comida|alcool|gas|fralda / nao|num|nem sinto|cheiro|senti|sente mais|nada|nenhum|mais_nada|cheiro',
    no: 'sinto|senti|sente|sentindo|cheiro|cheirando normal|bem|tudo|ate|cheiro_normal|o_cheiro|cheiro_de|cheiros|demais|sim|perfeitamente|os_cheiros / consigo|consegue|to_conseguindo|da_para sentir|cheirar|perceber',
  },
  ageusia: {
    yes: 'nem o? sal|acucar|pimenta|doce|limao|gosto eu? sinto|senti|tem_gosto? / isopor|papel|papelao|nada_com_nada|agua / comida|tudo sem|perdeu|nao_tem gosto|sabor|graca / amargo|amarga tudo?',
    no: 'sinto|senti|sente|sentindo o? gosto|sabor|paladar normal|normalmente|sim|bem|ainda|da_comida|das_coisas / sinto|sente sabor|gosto|tudo|sim|normal|bem / comida ta|continua|tem com? gosto|gostosa|sabor|normal|otima / consigo sentir|saborear',
  },
  fatigue: {
    yes: 'caindo pelas tabelas / me arrastando|arrasto / mal|nao|nem levanto|aguento|consigo ficar|levantar|fazer|em_pe|da_cama|nada / tudo|qualquer_coisa me? cansa|cansando / pregado|pregada|um_caco|um_trapo|lesada|lesado|baqueado|baqueada|esgotada|esgotado|drenada|zumbi|sem_pique|sem_animo|fraco|fraca|fraqueza|molenga|moleza|lerdo|lerda / so|querendo|vontade quero? deitar|dormir|cama|de_deitar',
    no: 'com|muita|cheio_de|cheia_de pique|energia|gas|disposicao|animo / a mil|todo_vapor / ligadao|eletrica|elétrico|pilhado|bem_disposta|bem_disposto / animo|disposicao|energia|forca normal|total|boa|de_sobra|em_dia|sobrando / fui|fiz|faco academia|caminhada|treino|faxina',
  },
  bedridden: {
    yes: 'passo|passa|passei|fico|fica|ficou o|maior|quase? dia|parte|tempo todo|inteiro|do_dia|do_tempo|quase_todo? na|de|da? cama|deitado|deitada|rede / mais deitado|deitada que|do_que em|de pe / so|fico|vivo durmo|dormindo|deitado|deitada|na_cama|cama|de_cama / deitado|deitada maior|quase|o|boa parte|tempo|dia / do banheiro para|pra_a cama / nao|nem|mal levanto|saio|consigo|ando|sai|levantou',
    no: 'fazendo|faco|fazer tudo|minhas_coisas|as_coisas|de_tudo normal|normalmente|em_casa|sozinha? / na ativa|correria|lida / cuidando|cuido|arrumando|limpando|lavando da|a|de casa|louca|filhos|roupa / levanto|saio|ando|caminho|trabalho|trabalhando|de_pe|em_pe normal|normalmente|sim|o_dia_todo|de_boa|pela_casa|na_rua?',
  },
  diarrhea: {
    yes: 'umas|ja|fui|foram|foi umas? cinco|seis|sete|oito|dez|3|4|5|6|7|8|10|12|15 vezes|vez / desfazendo|derretendo|descontrolado|soltou|soltando|desandado|desandada|amolecido|amolecidas|molinhas / intestino|barriga solto|soltou|desandou|desregulado|descontrolado|ruim|desarranjado / desce|sai|saindo|descendo que_nem|igual|feito|pura|so|tipo agua|caldo / nao saio|sai|saiu do banheiro|vaso|trono / caganeira|piriri|churrio|corredeira|diarreia|corre_corre',
    no: 'constipado|constipada|preso|presa|ressecado|ressecada|trancado|prisao_de_ventre|entupido / nao|nem fui|fiz|vou no|ao|coco|nenhuma? banheiro|vez|ainda|hoje? / durinho|firme|normal|normais|formado|pastoso_normal / fui so|apenas uma|1 vez normal?',
  },
  nausea: {
    yes: 'revirando|revirado|revira|embrulha|embrulhado|embrulhando|mal_estar|mal|ruim|azia|enjoo|gosto_ruim o|no|do|de? estomago|barriga? / vontade|ansia de? vomitar|vomito|botar|gofar / cheiro|comida|perfume me|da|enjoa enjoo|ansia|enjoando / so|qdo|quando vejo|sinto|cheiro comida',
    no: 'estomago bem|bom|otimo|normal|tranquilo|de_boa / comendo|como normal|bem|de_tudo',
  },
  vomiting: {
    yes: 'depois de|que comer|como|comi|almocei|jantar / toda|cada vez que como|come|bebo|comi / coloquei|botei|pus|joguei|gorfei o|a|tudo? almoco|janta|cafe|comida|bofes para_fora? / chamei|chamando|abracei o? hugo|raul|vaso',
    no: 'vomitei nada / so|apenas ansia|enjoo|vontade|nausea / nao|nem botei|coloquei|pus|gorfei|saiu|vomitei|cheguei nada?',
  },
  persistent_vomiting: {
    yes: 'de 5|10|15|20|meia|hora em 5|10|15|20|meia|hora minutos|hora? / perdi a|as conta|contas / a? madrugada|tarde|manha|noite|dia toda|todo|inteira|inteiro vomitando? / desde cedo|ontem|madrugada|manha vomitando|vomito|assim / nao paro|para|parei|consigo_parar',
    no: 'so|foi|apenas|somente ontem|hoje_cedo|uma|1|duas|2|de_manha vez|vezes? / deu|ta uma|dando parada|tregua|melhorada|aliviada / parou|melhorou|passou|acalmou|cessou|estabilizou / vomitei so|apenas|uma|1|duas|2|pouco ontem|uma|1|vez|vezes|duas|hoje?',
  },
  vomits_everything: {
    yes: 'nao|nem|nada consigo|to|ta|esta|consegue conseguindo? segurar|manter|reter|parar nada|comida|agua|liquido|no_estomago? / tudo volta|sai|vomita|vomito|retorna / ate|nem a|o|agua|remedio|soro|cha fica|para|segura|volta',
    no: 'consigo|consegui|conseguiu|consegue|to_conseguindo|deu_para beber|tomar|segurar|comer|ingerir|manter agua|um|o|a|soro|liquido|liquidos|cha|sopa|suco|aos_poucos|alguma|algumas|pouco / comi|comeu|almocei|tomei|bebi|jantei e|que|mas ficou|nao_voltou|segurou|nao_vomitei|parou|fica|nao_vomitou|desceu / agua|soro|liquido|sopa|suco|cha|cafe|alguma_coisa|algo|bolacha|pao|banana|algumas_coisas fica|ficou|para|parou|segurou|seguro|segura|desce|desceu|nao_volta|nao_voltou / nao volta|voltou|vomita|vomito tudo|nada|mais',
    unknown: 'nao tentei|tomei|comi|bebi nada|comer|ainda|beber ainda? nao_sei?',
  },
  cannot_drink_or_feed: {
    yes: 'fecha|trava|vira|cerra|cerrou a|o boca|cara|rosto / nao|nem pega|quer|aceita|mama|bebe|toma|suga|engole|engulo|desce / largou|soltou|rejeita|rejeitando|rejeitou|recusa|recusou|recusando o|a|tudo peito|mamadeira|leite|tudo / sem forca para mamar|sugar',
    no: 'bebi|bebeu|tomei|tomou|bebendo|tomando|mamando|mamou|bebo|tomo|mama|bebe muito|bastante|bem|sim|normal|tudo|agua|leite|suco|soro|a_mamadeira|mamadeira|um_copo|uma_garrafa|litros|de agua? / mama|mamando|toma|mamou de|a 3|2|4|cada|pouco em|horas|hora|agora / consigo|consegue beber|tomar|engolir|mamar|agua|liquidos',
  },
  abdominal_pain: {
    yes: 'no|um embrulho|nó|bolo|aperto no|na estomago|barriga / torcendo|revirando|remoendo|mexendo as|a tripas|tripa|barriga / colica|colicas|gases|azia|queimacao|pontadas',
  },
  severe_abdominal_pain: {
    yes: 'nao|nem passa|alivia|melhora|cede|da com|por|para? remedio|nada|buscopan|dipirona|aguentar|andar|ficar|dormir / rolar|rolando|rolo no|de chao|dor / nao|nem deixa|consigo respirar|dormir|andar|ficar|levantar',
    no: 'da|dando para? levar|aguentar|suportar|tolerar|trabalhar|conviver / tranquila|tranquilo|nada_insuportavel|nada_demais|nada_grave|ja_aliviou|aliviou|passou|melhorou|moderada|mediana / vai e volta fraca|fraquinha|leve / dor? forte|insuportavel|muito_forte assim? eu? nao|nunca tenho|e|ta? / nota|uns|tipo? 2|3|4|dois|tres|quatro',
  },
  rash: {
    yes: 'no|na|nos|nas|pelo|pela|so|pelos|corpo braco|bracos|perna|pernas|corpo|barriga|costas|rosto|pescoco|peito|mao|maos|pe|pes|todo todo|toda|inteiro|e|no|na|nas|do|inteira|so? / vermelhao|vermelhidao|bolota|carocos|caroco|espinhas|erupcao|alergia / pele vermelha|manchada|empolada|pipocada|irritada|cheia',
    no: 'nada|nem na|no|uma|um pele|corpo|mancha|pintinha|bolinha / nao saiu|apareceu|tem|vi nada|mancha|nenhuma|na_pele',
  },
  itching: { no: 'coca|cocando nada|nao / nao|nem coca|cocando|pinica|cocou' },
  petechiae: {
    yes: 'nao|num|nem some|somem|sumiu|desaparece|desaparecem|clareia quando|qdo|qnd|apertando? aperto|aperta? / mas|e nao some|somem|desaparece / roxos|roxo|roxas do_nada|sem_bater|pelo_corpo|na|nas|no / pontinho|pontinhos|pintinhas|pintinha|manchinhas de_sangue|roxo|roxos|roxas|vermelhos',
    no: 'sem|nenhuma|nenhum|nada|so|nao_vi|nao_tem mancha|manchas|pinta|pintas|pintinha|pontinho|pontinhos|na_pele|de_mosquito|mosquito|picada / mancha|picada de mosquito|pernilongo / some|somem|sumiram|clareia quando|qdo|apertando aperto|aperta?',
  },
};
