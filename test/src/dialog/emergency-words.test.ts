import { languages } from '../../../contract/event';
import { conversation } from '../../support/conversation';
import { emergencyTexts } from '../../../src/dialog/emergency-words';

const flag = (concept: string, call: '192' | '190' | '188') => ({ concept, call });

describe('which words for which flag', () => {
  it.each([
    [[flag('dyspnea', '192')], ['emergency_192']],
    [[flag('suicidal_ideation', '188')], ['emergency_188']],
    [[flag('violence', '190')], ['emergency_190']],
    [[flag('self_harm', '192'), flag('suicidal_ideation', '188')], ['emergency_self_harm']],
    [
      [flag('self_harm', '192'), flag('bleeding_heavy', '192')],
      ['emergency_self_harm', 'emergency_192'],
    ],
    [[flag('sexual_violence', '190')], ['emergency_sexual_violence']],
    [
      [flag('sexual_violence', '190'), flag('violence', '190')],
      ['emergency_sexual_violence', 'emergency_190'],
    ],
    [[flag('poisoning', '192')], ['emergency_192', 'emergency_poisoning']],
    [
      [flag('suicidal_ideation', '188'), flag('poisoning', '192')],
      ['emergency_192', 'emergency_188', 'emergency_poisoning'],
    ],
  ])('%j', (flags, texts) => {
    expect(emergencyTexts(flags)).toEqual(texts);
  });
});

it.each(languages)(
  'in %s: a plan names 192 and 188 and company, a rape the same day, a poison its line',
  (language) => {
    const says = { 'pt-BR': 'estou com', en: 'I have', es: 'tengo' }[language];
    const told = (text: string) => conversation({ language }).start().says(`${says} ${text}`).said;
    expect(told('tosse')).not.toMatch(/0800|72/);
    const plan = conversation({ language }).start().says('estou com a corda aqui, vou me matar hoje');
    for (const part of ['192', '188']) expect(plan.said).toContain(part);
    expect(plan.said).toMatch(/não a deixe só|do not leave them alone|quédese con ella/);
    plan.transferAnswered('transferred');
    // who is near comes first
    expect(plan.said).toMatch(/alguém perto|somebody near|alguien cerca/i);
    const rape = conversation({ language }).start().says('fui estuprada ontem').said;
    for (const part of ['190', '180', '72']) expect(rape).toContain(part);
    const poison = conversation({ language }).start().says('meu filho bebeu detergente').said;
    for (const part of ['192', '0800 722 6001']) expect(poison).toContain(part);
  },
);
