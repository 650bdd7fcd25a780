/** Words beside measured numbers: what is measured, and in which unit. Folded and in the one spelling of tokens.ts. */
import { setOfWords } from './tokens';

export const near = {
  temperature: setOfWords(
    'febre febrao febril temperatura temp fever fiebre calentura termometro temperature thermometer febrinha termometru febri',
  ),
  saturation: setOfWords(
    'sat saturacao saturando satura spo spo2 oximetro oxigenio oxigenacao oxygen saturation sats oximeter saturacion oxigeno saturando oxi o2 oximetria oximetru oxymeter',
  ),
  pressure: setOfWords(
    'hipertenso hipertensa hipertensao hypertension hipertension pressao presion pressure pa bp tension presao precao pressaum presaum presão arterial',
  ),
  glucose: setOfWords(
    'glicose glicemia dextro glucose glucosa glucemia azucar acucar sugar hgt diabete diabetes destro',
  ),
  breaths: setOfWords('respiratoria respiracao respiratory respirando'),
};
export const unit = {
  degrees: setOfWords('graus grau grados grado degrees degree c celsius centigrados'),
  fahrenheit: setOfWords('f fahrenheit farenheit fahrenheits'),
  breaths: setOfWords('respiracoes respiraciones breaths irpm rpm mpm resp respirada respiradas'),
  years: setOfWords('anos ano years year aninhos aninho yo yr yrs anitos anito'),
  months: setOfWords('meses mes months month mesinho mesinhos'),
  weeks: setOfWords('semanas semana weeks week semaninha semaninhas sem'),
  days: setOfWords('dias dia days day diazinho diazinhos'),
  hours: setOfWords('horas hora hours hour h hs hrs hr min minutos minuto minutes minute'),
};
export const otherUnits = setOfWords(
  'kg kilos quilos kilo quilo reais real ml mg g vezes vez comprimidos comprimido gotas filhos pessoas metros m km % litros litro x doses dose por cento percent times pills paginas mil',
);
export const dose = setOfWords(
  'unidades unidade ui u units unit unidades gotas comprimidos ml g gr gramas gramos grams vezes veces times colheres',
);
export const shows = setOfWords(
  'com con deu dio marcou marco ta chegou medi with at is marcando subiu bateu foi to mostrou registrou dando tem em',
);
export const since = setOfWords('ha faz fazem hace for desde por since tem a uns umas quase');
export const baby = setOfWords(
  'bebe nenem recem nascido nascida nacido nacida newborn rn baby infant recien bebezinho bebezinha',
);
export const newborn = setOfWords('recem recien newborn');
export const oldWords = setOfWords('old vida nascido nascida');
export const ofAge = setOfWords('de com tem tiene con is with tinha completou fez');
export const pregnant = setOfWords(
  'gravida gestante gestacao gravidez pregnant embarazada embarazo pregnancy gravidinha buchuda',
);
export const joined = setOfWords('x por over sobre');
