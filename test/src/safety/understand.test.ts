import type { Asking } from '../../../src/language/message';
import { understand } from '../../../src/safety/understand';

const read = (text: string, asked?: string): ReturnType<typeof understand> =>
  understand(text, { language: 'pt-BR', ...(asked ? { asked } : {}) } as Asking);
const told = (text: string): string[] =>
  read(text)
    .findings.map(({ concept, value }) => `${concept} ${value}`)
    .sort();
const flagged = (text: string, asked?: string): string[] =>
  read(text, asked).flags.map(({ concept }) => concept);

describe('Given a message Then it is an emergency, and calls, only where a flag is raised', () => {
  it.each<[string, boolean, string | null, string]>([
    ['falta de ar', true, '192', 'answer'],
    ['quero morrer', true, '188', 'answer'],
    ['ele está me batendo', true, '190', 'answer'],
    ['oi, falta de ar', true, '192', 'answer'],
    ['quero falar com um atendente, estou com falta de ar', true, '192', 'human'],
    ['quero falar com um atendente', false, null, 'human'],
    ['tosse', false, null, 'answer'],
    ['oi', false, null, 'greeting'],
    ['obrigada', false, null, 'thanks'],
  ])('%s', (text, redFlag, call, intent) => {
    const understood = read(text);
    expect([understood.redFlag, understood.call, understood.intent]).toEqual([redFlag, call, intent]);
    expect(understood.flags.length > 0).toBe(redFlag);
  });
});

describe('What only helps a rule is no finding of its own', () => {
  it.each<[string, string, string]>([
    ['fui mordido por um morcego', 'animal_bite', 'wild_animal_bite'],
    ['engoliu uma pilha', 'foreign_body_swallowed', 'sharp_or_battery_swallowed'],
    ['socorro', 'cry_for_help', 'cry_for_help'],
    ['acidente de carro', 'traffic_accident', 'traffic_accident'],
    ['tenho uma arma', 'weapon_at_hand', 'weapon_at_hand'],
  ])('%s raises %s and tells no %s', (text, flag, helper) => {
    expect(flagged(text)).toContain(flag);
    expect(read(text).findings.map(({ concept }) => concept)).not.toContain(helper);
  });
});

describe('Bleeding', () => {
  it('of whoever is pregnant has a name of its own', () => {
    expect(told('estou grávida e sangrando')).toEqual(['pregnancy yes', 'vaginal_bleeding yes']);
  });

  it.each([
    ['of somebody else has not', 'estou grávida. meu marido está sangrando'],
    ['without a pregnancy has not', 'estou sangrando'],
    ['of the gums in a pregnancy has not', 'estou grávida e minha gengiva está sangrando'],
  ])('%s', (_what, text) => expect(told(text)).not.toContain('vaginal_bleeding yes'));
});

describe('Given a question about a red flag', () => {
  it('Then "acho que não" raises nothing and is unknown, and "sim" raises it, told by no word', () => {
    const doubt = read('acho que não', 'dyspnea');
    expect([doubt.redFlag, doubt.findings.map(({ value }) => value)]).toEqual([false, ['unknown']]);
    const yes = read('sim', 'dyspnea');
    expect(yes.flags.map(({ concept }) => concept)).toEqual(['dyspnea']);
    expect(yes.flagsTold).toEqual([]);
  });

  it('Then another flag told beside a doubt is raised', () => {
    expect(flagged('acho que não, mas estou com dor no peito', 'dyspnea')).toEqual(['chest_pain']);
  });
});
