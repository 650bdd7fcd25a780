/** Words beside measured numbers: what is measured, and in which unit. Folded and in the one spelling of tokens.ts. */
import { canonicalWord } from './tokens';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(canonicalWord));

export const near = {
  temperature: set(
    'febre febrao febril temperatura temp fever fiebre calentura termometro temperature thermometer febrinha termometru febri',
  ),
  saturation: set(
    'sat saturacao saturando satura spo spo2 oximetro oxigenio oxigenacao oxygen saturation sats oximeter saturacion oxigeno saturando oxi o2 oximetria oximetru oxymeter',
  ),
  pressure: set('pressao presion pressure pa bp tension presao'),
  glucose: set(
    'glicose glicemia dextro glucose glucosa glucemia azucar acucar sugar hgt diabete diabetes destro',
  ),
  breaths: set('respiratoria respiracao respiratory respirando'),
};
export const unit = {
  degrees: set('graus grau grados grado degrees degree c celsius centigrados'),
  fahrenheit: set('f fahrenheit farenheit fahrenheits'),
  breaths: set('respiracoes respiraciones breaths irpm rpm mpm resp respirada respiradas'),
  years: set('anos ano years year aninhos aninho yo yr yrs anitos anito'),
  months: set('meses mes months month mesinho mesinhos'),
  weeks: set('semanas semana weeks week semaninha semaninhas sem'),
  days: set('dias dia days day diazinho diazinhos'),
  hours: set('horas hora hours hour h hs hrs hr min minutos minuto minutes minute'),
};
export const otherUnits = set(
  'kg kilos quilos kilo quilo reais real ml mg g vezes vez comprimidos comprimido gotas filhos pessoas metros m km cm % litros litro x doses dose por cento percent times pills paginas mil',
);
export const dose = set(
  'unidades unidade ui u units unit unidades gotas comprimidos ml g gr gramas gramos grams vezes veces times colheres',
);
export const shows = set(
  'com con deu dio marcou marco ta chegou medi with at is marcando subiu bateu foi to mostrou registrou dando tem em',
);
export const since = set('ha faz fazem hace for desde por since tem a uns umas quase');
export const baby = set(
  'bebe nenem recem nascido nascida nacido nacida newborn rn baby infant recien bebezinho bebezinha',
);
export const newborn = set('recem recien newborn');
export const oldWords = set('old vida nascido nascida');
export const ofAge = set('de com tem tiene con is with tinha completou fez');
export const pregnant = set(
  'gravida gestante gestacao gravidez pregnant embarazada embarazo pregnancy gravidinha buchuda',
);
export const joined = set('x por over sobre');
