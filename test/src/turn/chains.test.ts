import { Chains } from '../../../src/turn/chains';

describe('chains', () => {
  it('do one thing after another of one key, and do not wait across keys', async () => {
    const chains = new Chains();
    const done: string[] = [];
    let release = (): void => undefined;
    const held = chains.run('a', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      done.push('a1');
    });
    const after = chains.run('a', async () => void done.push('a2'));
    await chains.run('b', async () => void done.push('b1'));
    expect(done).toEqual(['b1']);
    release();
    await Promise.all([held, after]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('go on after what failed, which is told to whoever asked for it alone', async () => {
    const chains = new Chains();
    const failed = chains.run('a', () => Promise.reject(new Error('no')));
    const after = chains.run('a', async () => 'done');
    await expect(failed).rejects.toThrow('no');
    expect(await after).toBe('done');
  });
});
