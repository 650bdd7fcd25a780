/** What people say in other words than the textbook's, by concept; and everyday words that only look like them. */
import { understand } from '../../../src/safety/understand';

const read = (text: string) => understand(text, { language: 'pt-BR' });
const valueOf = (text: string, concept: string): unknown =>
  read(text).findings.find((finding) => finding.concept === concept)?.value;

describe('what is said in everyday words', () => {
  it.each<[concept: string, said: string[]]>([
    ['fever', ['ele tá quentão', 'a menina amanheceu quentinha']],
    [
      'dyspnea',
      ['não tá entrando ar', 'o fôlego foi embora', 'tô com farta de ar', 'num dou conta de respirar'],
    ],
    ['cannot_complete_sentences', ['fico sem ar no meio da frase', 'não consigo emendar duas palavras']],
    ['chest_pain', ['dor que pega o peito e desce pro braço', 'peito travado com dor']],
    ['headache_sudden_worst', ['veio de supetão uma dor de cabeça', 'dor de cabeça em trovoada']],
    ['vision_loss', ['parei de enxergar', 'apagou um olho de repente']],
    [
      'face_droop',
      ['a boca do meu marido entortou', 'a boca dela foi pro lado', 'a boca começou a entortar'],
    ],
    ['speech_trouble', ['tá gaguejando do nada', 'a língua não obedece', 'a fala saindo enrolada']],
    ['confusion', ['não reconhece a filha', 'perturbado das ideias', 'esqueceu o próprio nome']],
    ['drowsiness', ['não fica acordado', 'não consegue manter os olhos abertos']],
    ['seizure', ['o corpo dela deu solavancos', 'ficou se batendo no chão']],
    ['vomiting_blood', ['vomitou um monte de sangue', 'veio sangue quando vomitei', 'pôs sangue pra fora']],
    ['vomits_everything', ['não retém nada', 'até a água volta', 'não consigo segurar nada no estômago']],
    ['persistent_vomiting', ['vomitei umas 15 vezes', 'é um vômito atrás do outro']],
    ['bleeding_heavy', ['o corte não estanca', 'banhado em sangue', 'sangue pra todo lado']],
    ['swelling_face_tongue', ['minha língua começou a inchar', 'a boca dele tá um balão']],
    ['incontinence_new', ['deixou de segurar o xixi', 'mijei na cama sem perceber']],
    ['saddle_numbness', ['não sinto a parte onde sento', 'tudo dormente lá embaixo']],
    ['electric_shock', ['ficou grudado na cerca elétrica', 'recebeu uma descarga']],
    ['smoke_gas_inhalation', ['a casa encheu de fumaça e eu respirei muito', 'sufocado pela fumaça']],
    ['animal_sting', ['encostei numa água viva', 'foi picado por bicho peçonhento']],
    ['poisoning', ['comeu os remédios da gaveta', 'exagerei no remédio']],
    [
      'suicidal_ideation',
      ['tanto faz viver ou morrer', 'já planejei minha morte', 'a morte seria um descanso'],
    ],
    ['self_harm', ['me arranho até sangrar', 'queimo meu braço de propósito']],
    ['harm_others', ['vou dar um tiro nele', 'meu irmão quer matar o vizinho']],
    ['violence', ['me pegou pelo pescoço', 'me desceu a porrada', 'me jogou na parede']],
    ['sexual_violence', ['transou comigo à força', 'me tocou sem eu querer']],
    ['missed_dialysis', ['não dialisei', 'não fui pra hemodiálise']],
    ['rash', ['tô todo pintadinho', 'feridas na pele', 'carocinhos vermelhos']],
    [
      'petechiae',
      ['apareceu uns roxo no corpo sem eu bater', 'manchas vermelhas que não somem quando aperto'],
    ],
    ['diarrhea', ['fezes amolecidas', 'fui 8 vezes no banheiro']],
    ['urinary_pain', ['mijar tá ardendo que nem pimenta', 'uma dor na bexiga quando urino']],
    ['myalgia', ['parece que um trator passou em cima de mim', 'dói dos pés à cabeça']],
    ['palpitations', ['batimentos irregulares', 'coração tropeçando']],
    ['injury', ['destronquei o pé', 'caco de vidro no pé', 'levei uma bolada na perna']],
    ['head_injury', ['caiu uma telha na minha cabeça', 'bateu o cocuruto']],
    ['foreign_body_swallowed', ['enfiou feijão no nariz', 'engoliu dois imãzinhos']],
    ['animal_bite', ['mordida do nosso próprio cachorro', 'o gato do vizinho me unhou']],
    ['covid_contact', ['meu marido tá com covid']],
    ['recent_vaccine', ['tomei a da gripe']],
    ['heat_exposure', ['fiquei muito tempo no sol', 'trabalhei na quentura do sol']],
    ['substance_use', ['enchi a cara', 'bebi dms na resenha']],
    ['hiv', ['tomo antirretroviral']],
    ['obesity', ['meu imc é 42']],
  ])('Given words for %s Then it is a yes', (concept, said) => {
    expect(said.filter((text) => valueOf(text, concept) !== 'yes')).toEqual([]);
  });
});

describe('what is well, said without a "não"', () => {
  it.each<[string, string]>([
    ['cheiro eu sinto normal', 'anosmia'],
    ['seguro xixi e cocô normal', 'incontinence_new'],
    ['consigo falar frases completas', 'cannot_complete_sentences'],
    ['a moleira do bebê tá normal', 'bulging_fontanelle'],
    ['ele já desengasgou', 'choking'],
  ])('Given "%s" Then %s is a no, and nothing else is told', (text, concept) => {
    expect(read(text).findings.map((finding) => [finding.concept, finding.value])).toEqual([[concept, 'no']]);
  });
});

describe('everyday words that mean no complaint', () => {
  it.each([
    'hoje não faço mais nada',
    'não sinto nada',
    'não sei que dia é a consulta',
    'esqueci o nome do remédio',
    'vocês não entendem o que eu falo',
    'o site não tá no ar',
    'me joguei no sofá',
    'ela tá dormindo',
    'derramou água no chão',
    'meu time levou uma surra',
    'vocês querem me matar do coração',
    'meu marido me deu uma surra no dominó',
    'fiquei roxa de vergonha',
    'vai pro inferno com essas perguntas',
    'meu chefe é uma dor de cabeça ambulante',
    'quebrei a cara com aquele homem',
    'o termômetro quebrou',
    'cortei o cabelo',
    'caí na risada',
    'tô torcendo pelo time',
    'a borracha do choro',
    'bebi coca cola',
  ])('Given "%s" Then nothing is found and no flag raised', (text) => {
    const { findings, redFlag } = read(text);
    expect(findings).toEqual([]);
    expect(redFlag).toBe(false);
  });

  it('Given a blow that turned purple Then it is no blue from want of air', () => {
    expect(read('bati a canela na mesa e ficou roxo').findings.map(({ concept }) => concept)).toEqual([
      'injury',
    ]);
    expect(valueOf('a boca dele ficou roxa', 'cyanosis')).toBe('yes');
  });
});
