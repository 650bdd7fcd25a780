/** Words of one kind, by the name that phrases use ("@dor"). Folded. What is two words stands in the phrase itself. */
import { words } from './lexicon';

export const wordClasses: Readonly<Record<string, readonly string[]>> = {
  dor: words(`
    dor dores dorzinha dozinha dorzona dorsinha dorr doi doendo doem doeu doe doia doendu doeno dolorido dolorida doloridos doloridas incomodo incomodando incomoda
    pontada pontadas pontadinha fisgada fisgadas fisgando agulhada agulhadas ferroada latejando lateja latejamento desconforto ardencia ardendo arde queimacao queimando
    sensivel doidos doidas doido doida`),
  barriga: words(`
    barriga barriguinha estomago estombo estogamo abdomen abdome abdominal bucho pança panca ventre umbigo intestino tripa tripas pancinha`),
  garganta: words('garganta gargata gargant gargamta guela goela gogo amigdala amigdalas amidala amidalas'),
  cabeca: words('cabeca cabecinha kbca kbeca cabessa cbca cuca testa tempora temporas fronte'),
  costas: words(
    'costas costa coluna lombar lombo cadeiras cadeira escadeira escadeiras espinhaco quartos espinhela cacunda dorso',
  ),
  parente: words(`
    ele ela marido esposo esposa mulher namorado namorada companheiro companheira ex pai mae padrasto madrasta filho filha irmao irma tio tia sogro sogra genro nora primo vizinho
    vizinha patrao chefe professor cara homem alguem eles noivo noiva cunhado avo enteado`),
  remedio: words(`
    remedio remedios comprimido comprimidos calmante calmantes rivotril clonazepam diazepam zolpidem dipirona paracetamol tylenol amitriptilina antidepressivo antidepressivos
    medicamento medicamentos medicacao pilula pilulas capsula capsulas cartela cartelas fluoxetina sertralina`),
  veneno: words(`
    veneno chumbinho raticida soda candida kiboa qboa alvejante cloro desinfetante detergente inseticida agrotoxico querosene gasolina thinner tinner acido creolina naftalina formol
    pesticida herbicida amaciante acetona solvente`),
  meio: words(`
    arma revolver pistola espingarda faca facao corda veneno chumbinho gilete estilete lamina navalha remedio remedios comprimido comprimidos cartela cartelas calmantes tesoura`),
  tomou: words(`
    tomei tomou tomaram tomando tomar tomo bebi bebeu bebendo beber engoli engoliu engolindo engolir ingeri ingeriu comi comeu misturei misturou mandei virei virou tomado`),
  monte: words(`
    muito varios varias monte montao bocado porrada cartela cartelas caixa caixas frasco frascos vidro pote todos todas demais excesso punhado overdose tantos tantas duas tres quatro
    cinco seis dez vinte trinta quarenta cinquenta 10 12 15 20 25 30 40 50 60 100`),
};
