import type { Knowledge } from '../../../src/dialog/knowledge';
import { builtInKnowledge } from '../../../src/turn/knowledge';
import { warmUpSteps } from '../../../src/turn/warm-up';

describe('Given an app that was just enabled, when it warms up', () => {
  const builtIn = builtInKnowledge();

  it('then its conversation with nobody comes as far as questions of a protocol, several times', () => {
    const said: string[] = [];
    const knowledge: Knowledge = {
      ...builtIn,
      packText: (pack, language, key) => {
        said.push(key);
        return builtIn.packText(pack, language, key);
      },
    };
    for (const step of warmUpSteps(() => knowledge)) step();
    const questions = Object.values(builtIn.packs).flatMap((pack) => pack.questions.map(({ text }) => text));
    const asked = said.filter((key) => questions.includes(key));
    expect(new Set(asked).size).toBeGreaterThan(1);
    expect(asked.filter((key) => key === asked[0]).length).toBeGreaterThan(1);
  });

  it('then each pack is looked at in a piece of its own', () => {
    const looked: string[] = [];
    const packs = new Proxy(builtIn.packs, {
      get: (all, id) => {
        looked.push(String(id));
        return all[String(id)];
      },
    });
    const steps = warmUpSteps(() => ({ ...builtIn, packs }));
    const eachAlone = Object.keys(builtIn.packs).map((_id, at) => {
      looked.length = 0;
      steps[at]?.();
      return [...looked];
    });
    expect(eachAlone).toEqual(Object.keys(builtIn.packs).map((id) => [id]));
  });
});
