/** Red flags as people in Brazil tell them in passing: plans and farewells, low pain and late periods, breath. Phrases: src/language/phrases.ts. */
import type { Lexicon } from './lexicon';

const everybody =
  'todos|todo_mundo|todas|minha_familia|familia|meus_filhos|minha_filha|meu_filho|minha_mae|meus_pais|meu_pai|minha_esposa|meu_marido|todos_que_amo|quem_amo';
const kin = 'padrasto|tio|primo|avo|vizinho|padrinho|cunhado|pastor|namorado_da_minha_mae';

export const ptTold: Lexicon['concepts'] = {
  suicidal_ideation: [
    `escrevi|escreveu|escrever|escrevendo|deixei|deixou|fiz|gravei carta|cartas|bilhete|bilhetes|video para|de|pra? todos|todo_mundo|minha_familia|familia|meus_filhos|quem_amo|despedida|adeus`,
    `me|se despedi|despediu|despedindo|despedir de|da|do|dos ${everybody}`,
    'hoje|amanha|agora|essa_noite|esta_noite|logo eu? acabo|termino|acaba|termina|vou_acabar|vou_terminar com_isso|com_tudo|tudo|tudo_isso|com_meu_sofrimento|meu_sofrimento|esse_sofrimento|com_esse_sofrimento|com_essa_vida|com_minha_vida|com_a_minha_vida',
    'remedio|remedios|comprimidos|veneno|corda aqui|pronto|prontos|comigo hoje acaba|termina',
    'corda na mao|minha_mao|arvore|viga|telhado',
    'vou|quero|vontade|pensando|penso|pensei|medo|capaz|querendo|queria|pensamento|pretendo em|de? fazer|cometer|fazendo besteira|bobagem|uma_besteira|uma_bobagem|loucura_comigo',
    'nao vou|quero|pretendo|penso_em|tenho_coragem_de me_matar|morrer|me_suicidar|suicidio mas|porem|so_que|mais penso|pensei|pensando|fico_pensando nisso|nisto|muito|em_morrer',
    'disse|falou|fala|diz|avisou|contou|escreveu|mandou_mensagem que vai|quer|ia|queria|vao|pensa_em|pensou_em se_matar|se_suicidar|se_enforcar|se_jogar|tirar_a_vida|tirar_a_propria_vida|acabar_com_a_vida|acabar_com_tudo',
    'disse|falou|fala|diz|avisou|contou|escreveu|mandou_mensagem que quer|queria|quis|pensa_em|pensou_em|tem_vontade_de morrer|sumir|desaparecer',
  ],
  self_harm: [
    'misturei|misturou|tomei|tomou|juntei @remedio com|e|mais? bebida|alcool|cachaca|vodka|pinga|whisky|cerveja|vinho para|pra|e? nao|nunca|morrer|apagar|dormir_para_sempre acordar|acordar_mais?',
  ],
  abdominal_pain: [
    '@dor parte|parte_de baixo|debaixo|inferior @barriga',
    '@dor embaixo|em_baixo|debaixo|abaixo @barriga',
    '@dor pezinho|pe|pezinho_da @barriga',
    '@dor|colica no|na? lado|lado_de_baixo|lado_direito|lado_esquerdo baixo|embaixo barriga?',
  ],
  possible_pregnancy: [
    'atraso|atrasada|atrasado de|ha|faz|tem|com? uma|um|duas|dois|tres|1|2|3|4|5|6|7|8|10|15|20 semana|semanas|dias|mes|meses menstruacao?',
    'teste farmacia|gravidez|urina deu? positivo|positiva',
    'menstruacao|regra|menstru nao_desceu|nao_veio|nao_desce|ta_atrasada|atrasadissima',
  ],
  bleeding: [
    'sangramento aumentou|aumentando|piorou|voltou|engrossou',
    'saindo|perdendo|descendo|pingando um? sanguinho|sangue|sangramentinho|sangramentozinho',
    'sangramentinho|sanguinho|sangrinho|sangraminho',
  ],
  dyspnea: [
    'nao|nem|mal consigo|consegue|consegui|to_conseguindo|to|da puxa|pega|toma|respira|puxar|pegar ar|folego',
    'nao|nem|mal to|ta|tou|dou|da|dando conta de? respirar|respira|puxar_o_ar',
    'nao to|ta dando_conta de? respirar|respira|puxar_o_ar',
    'canseira|canseiras|cansasso|cancaso|cansera para|de|quando|ao? respirar|respira|falar',
    'respirar|respiracao canseira|cansera',
  ],
  chest_indrawing: [
    'nariz|narinas|narina|narizinho do? bebe? abre|abrindo|abri e fecha|fechando quando|ao? respira|respirar?',
  ],
  chest_pain: [
    'elefante|boi|caminhao|pedra|tijolo|alguem|bigorna|peso sentado|sentada|pisando|pisado|apoiado|deitado em_cima|em_cima_do|no|sobre|do? peito|torax',
    'peito|peitu doeno|doenu|dueno|duendo|doeu|doeno_muito',
  ],
  vomiting_blood: [
    'sangue|sangui vivo|vermelho|escuro|preto|puro? pela|pelo boca|garganta',
    'saindo|saiu|sai|jorrando|botando|cuspindo|soltando|escorrendo sangue vivo|vermelho|escuro? pela|da|na? boca',
  ],
  sexual_violence: [
    `${kin} mexe|mexeu|mexendo|mexia|toca|tocou|encosta|pega|alisa|deita|entra_no_meu_quarto|vem_no_meu_quarto com|em? comigo|mim|minha_filha|meu_filho|meu_corpo|de_noite`,
  ],
  violence: [
    'ex|marido|namorado|companheiro|ex_marido|ex_namorado|padrasto|cara|homem|ele no|na|em|ta|esta|aqui|aqui_em? portao|porta|frente|casa|calcada|janela|rua|quintal da? casa? com|armado arma|faca|facao|revolver|pistola',
    'ex|marido|namorado|companheiro com arma|faca|facao|revolver|pistola',
  ],
  limb_weakness: [
    'braco|perna|mao|lado|rosto|bracos|pernas formigou|adormeceu|dormiu|formigando|dormente|formigar e? ficou|fico|ficando|ta fraco|fraca|mole|bobo|boba|sem_forca|pesado',
    'braco|perna|mao ficou|fico|ta|esta fraco|fraca|bobo|boba de_repente|do_nada',
  ],
  poisoning: [
    'tomou|tomei|bebeu|bebi|engoliu|engoli|provou|ingeriu um? gole|golinho|golada|copo|dedo|tampinha|tampa|colher|pouquinho|pouco|bocado|trago de? @veneno|agua_sanitaria|shampoo|xampu|agua_oxigenada|sabao|condicionador|limpa_vidro|perfume|produto|produto_de_limpeza|tinta|esmalte|alcool_em_gel',
    'tomou|bebeu|bebi|engoliu|engoli|comeu|provou|ingeriu|chupou shampoo|xampu|agua_oxigenada|condicionador|hidratante|creme|sabonete|desodorante|limpa_vidro|limpa_vidros|lustra_moveis|multiuso|veja|ajax|pilha_vazada|naftalina|repelente|agua_rras|removedor|alcool_70|minoxidil|bicarbonato_demais|chumbinho|carrapaticida|sabao_em_po|pastilha_de_maquina|capsula_de_sabao',
    'comeu|mastigou|mordeu|engoliu|pos_na_boca|botou_na_boca uma? planta|plantinha|folha_da_planta|folha_de_planta|mamona|comigo_ninguem_pode|costela_de_adao|espirradeira|espada_de_sao_jorge|antúrio|cogumelo comigo_ninguem_pode?',
  ],
  fever: ['febr|feber|febrao|fbre|frebe'],
  vomiting: ['to|ta|tou|fico|fiquei|comecei_a|toda_hora provocando|provoca|provocano'],
};
