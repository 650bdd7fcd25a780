import { CrmRefusedError } from '../../../src/effects/crm-client';
import { whereOf } from '../../../src/turn/where-of';
import { canaries } from '../../support/canaries';

describe('what of an error reaches the log', () => {
  const written = canaries().text('message');
  const withCode = Object.assign(new TypeError(written), { code: 'too-late', status: 503 });

  it.each<[string, unknown]>([
    ['one line', new Error(written)],
    ['lines that look like calls', new Error(`x\n    at ${written} (here:1:2)\n    at home:1:2`)],
    ['a code that is none', Object.assign(new Error('x'), { code: `é ${written}`, name: `Z ${written}` })],
    ['no error at all', written],
    ['nothing', undefined],
    ['an error without a stack', { name: 'Error', message: written }],
  ])('Given %s, Then nothing of its message', (_what, error) => {
    expect(whereOf(error)).not.toContain(written);
  });

  it('Given codes of ours, Then they and the place are told', () => {
    expect(whereOf(withCode)).toMatch(/^TypeError too-late 503 at .*where-of\.test\.ts:\d+:\d+\)?$/);
    expect(whereOf(new CrmRefusedError(401, 'events'))).toMatch(/^\w*Error crm-refused 401 at /);
  });
});
