import { Gate } from './gate.js';

const forEver = new AbortController().signal;
const tooMany = expect.objectContaining({
  code: 'too_many_at_once',
  headers: { 'retry-after': '2' },
}) as unknown;

describe('a gate', () => {
  const newGate = (waiting = 1) => new Gate('previews', { atOnce: 2, waiting, perTenant: 2 });

  it('lets as many run at once as it may, one of each tenant, and the others in their order', async () => {
    const gate = newGate(3);
    const began: string[] = [];
    const start = (tenant: string, name = tenant) => {
      const pass = gate.enter(tenant);
      void pass.turn(forEver).then(() => began.push(name));
      return pass;
    };
    const a1 = start('a', 'a1');
    const a2 = start('a', 'a2');
    const b = start('b');
    await settled();
    expect(began).toEqual(['a1', 'b']);
    b.leave();
    await settled();
    expect(began).toEqual(['a1', 'b']);
    a1.leave();
    a1.leave();
    await settled();
    expect(began).toEqual(['a1', 'b', 'a2']);
    a2.leave();
  });

  it('gives the place of work back when it ends, also badly', async () => {
    const gate = newGate();
    const failed = gate.inTurn('a', forEver, () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    await expect(
      gate.inTurn('a', AbortSignal.abort(new Error('left')), () => Promise.resolve(1)),
    ).rejects.toThrow('left');
    for (const result of [1, 2, 3])
      expect(await gate.inTurn('a', forEver, () => Promise.resolve(result))).toBe(result);
  });

  it('refuses what one tenant asks for beyond its share, until some of it ends', () => {
    const gate = newGate();
    const first = gate.enter('a');
    gate.enter('a');
    expect(() => gate.enter('a')).toThrow(tooMany as Error);
    expect(() => gate.enter('b')).not.toThrow();
    first.leave();
    expect(() => gate.enter('a')).not.toThrow();
  });

  it('refuses what would wait behind too many', async () => {
    const gate = newGate();
    for (const tenant of ['a', 'b']) await gate.enter(tenant).turn(forEver);
    void gate.enter('c').turn(forEver);
    await expect(gate.enter('d').turn(forEver)).rejects.toEqual(tooMany);
  });

  it('forgets those that went away while they waited', async () => {
    const gate = newGate();
    const running = ['a', 'b'].map((tenant) => gate.enter(tenant));
    for (const pass of running) await pass.turn(forEver);
    const leaving = new AbortController();
    const pass = gate.enter('c');
    const turn = pass.turn(leaving.signal).finally(() => pass.leave());
    leaving.abort(new Error('gone'));
    await expect(turn).rejects.toThrow('gone');
    const next = gate.enter('d').turn(forEver);
    running[0]!.leave();
    await next;
    await expect(gate.enter('e').turn(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
