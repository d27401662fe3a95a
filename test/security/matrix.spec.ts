import { v7 as uuidv7 } from 'uuid';
import { roleAllows, type Permission } from '../../src/auth/permissions.js';
import type { Walls } from '../../src/database/database.js';
import { openapi } from '../support/contract.js';
import { call, type RawAnswer } from '../support/http.js';
import { table, type Ids, type Row } from './matrix.table.js';
import { buildWorld, digestOf, Maker, markOf, type Caller, type Tenant, type World } from './matrix.world.js';

/**
 * Every operation of the document × every kind of caller × an own, a foreign and an unknown id.
 * A foreign id must be answered as one that never existed, to the byte; nothing of a victim may come out or change.
 */
interface Operation {
  id: string;
  method: string;
  path: string;
  permission: Permission | 'public';
  success: number[];
}

const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    permission: (operation as unknown as { 'x-permission': Permission | 'public' })['x-permission'],
    success: Object.keys(operation.responses)
      .map(Number)
      .filter((status) => status < 300),
  })),
);

const runs: [string, Walls][] = [
  ['both walls', { filters: true, policies: true }],
  ['wall one off', { filters: false, policies: true }],
  ['wall two off', { filters: true, policies: false }],
];

it('the table has a row for every operation, and no other', () => {
  expect(Object.keys(table).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe.each(runs)('with %s', (name, walls) => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(walls);
  }, 120_000);
  afterAll(() => world.close());

  it('nobody meets what is not theirs', async () => {
    const run = new Run(world);
    const t0 = Date.now();
    await run.prepareVictims();
    process.stderr.write(`VICTIMS ${Date.now() - t0}\n`);
    const before = await digestOf(world);
    for (const operation of operations) {
      for (const row of rowsOf(operation)) {
        for (const caller of world.callers) {
          const t = Date.now();
          await run.try(operation, row, caller);
          if (Date.now() - t > 1000)
            process.stderr.write(`SLOW ${operation.id} ${caller.name} ${Date.now() - t}\n`);
        }
      }
    }
    const after = await digestOf(world);
    for (const [table, digest] of Object.entries(after))
      if (digest !== before[table]) run.leaks.push(`rows of a victim changed in ${table}`);
    process.stdout.write(
      `matrix, ${name}: ${operations.length} operations × ${world.callers.length} callers × 3 ids, ` +
        `${run.requests} requests, ${run.leaks.length} leaks\n`,
    );
    expect(run.leaks).toEqual([]);
    expect(run.surprises).toEqual([]);
  }, 600_000);
});

function rowsOf({ id }: Operation): Row[] {
  const rows = table[id] ?? [];
  return Array.isArray(rows) ? rows : [rows];
}

class Run {
  requests = 0;
  /** Somebody met what is not theirs. */
  readonly leaks: string[] = [];
  /** A call that should have worked did not, or a refusal was another than expected. */
  readonly surprises: string[] = [];
  private readonly victimIds = new Map<string, Ids | undefined>();

  constructor(private readonly world: World) {}

  /** Made beforehand, so that whatever changes later is a leak. */
  async prepareVictims(): Promise<void> {
    for (const operation of operations) {
      for (const row of rowsOf(operation)) {
        if (row.capability || !row.ids) continue;
        for (const victim of this.world.victims)
          this.victimIds.set(
            this.key(operation, row, victim),
            await row.ids(new Maker(this.world.app, victim)),
          );
      }
    }
  }

  async try(operation: Operation, row: Row, caller: Caller): Promise<void> {
    const make = new Maker(this.world.app, caller.home, caller);
    const own = (await row.ids?.(make)) ?? (await this.anyIds(operation, row));
    for (const idName of Object.keys(own)) await this.compareForeign(operation, row, caller, own, idName);
    await this.expectOwn(operation, row, caller, own);
    if (row.restore && this.mayCall(operation, caller)) await row.restore(this.world.app, make, own);
  }

  /** Teams without such a thing are refused before the id matters. */
  private async anyIds(operation: Operation, row: Row): Promise<Ids> {
    const names = Object.keys(
      Object.fromEntries([...operation.path.matchAll(/{(\w+)}/g)].map(([, id]) => [id, ''])),
    );
    const made = row.ids
      ? this.world.victims.map((victim) => this.victimIds.get(this.key(operation, row, victim)))
      : [];
    const all = new Set([...names, ...made.flatMap((ids) => Object.keys(ids ?? {}))]);
    return Promise.resolve(Object.fromEntries([...all].map((id) => [id, uuidv7()])));
  }

  private async expectOwn(operation: Operation, row: Row, caller: Caller, own: Ids): Promise<void> {
    const answer = await this.send(operation, row, caller, own);
    const wanted = this.wantedStatus(operation, row, caller);
    if (!wanted.includes(answer.status))
      this.surprises.push(
        `${this.title(operation, caller)}: ${answer.status}, not ${wanted.join('/')}: ${answer.text.slice(0, 300)}`,
      );
    this.assertNothingOfVictims(operation, caller, answer, own);
  }

  private async compareForeign(
    operation: Operation,
    row: Row,
    caller: Caller,
    own: Ids,
    idName: string,
  ): Promise<void> {
    const unknown = await this.send(operation, row, caller, { ...own, [idName]: uuidv7() });
    this.judgeUnknown(operation, row, caller, unknown, idName);
    if (row.capability) return;
    for (const victim of caller.foreign) {
      const foreignId = this.victimIds.get(this.key(operation, row, victim))?.[idName];
      if (foreignId === undefined) continue;
      const foreign = await this.send(operation, row, caller, { ...own, [idName]: foreignId });
      const title = `${this.title(operation, caller)}, ${idName} of ${victim.name}`;
      if (foreign.status !== unknown.status || foreign.text !== unknown.text)
        this.leaks.push(
          `${title}: ${foreign.status} ${foreign.text.slice(0, 200)}, unknown: ${unknown.status} ${unknown.text.slice(0, 200)}`,
        );
      this.assertNothingOfVictims(operation, caller, foreign, { idName: foreignId });
    }
  }

  private judgeUnknown(
    operation: Operation,
    row: Row,
    caller: Caller,
    unknown: RawAnswer,
    idName: string,
  ): void {
    const inPath = operation.path.includes(`{${idName}}`);
    const isWanted = this.mayCall(operation, caller)
      ? inPath
        ? unknown.status === 404
        : unknown.status < 500
      : this.wantedStatus(operation, row, caller).includes(unknown.status);
    if (!isWanted)
      this.surprises.push(
        `${this.title(operation, caller)}, unknown ${idName}: ${unknown.status} ${unknown.text.slice(0, 200)}`,
      );
  }

  private async send(operation: Operation, row: Row, caller: Caller, ids: Ids): Promise<RawAnswer> {
    this.requests += 1;
    const make = new Maker(this.world.app, caller.home, caller);
    const path =
      operation.path.replace(/{(\w+)}/g, (_, id: string) => ids[id] ?? uuidv7()) + (row.query?.(ids) ?? '');
    const body = await row.body?.(ids, { make, side: caller.home.side });
    const answer = await call(this.world.app, operation.method, path, { token: caller.token, body });
    return { ...answer, text: withoutIds(answer.text, ids) };
  }

  private wantedStatus(operation: Operation, row: Row, caller: Caller): number[] {
    if (operation.permission !== 'public') {
      if (caller.role === 'none') return [401];
      if (!roleAllows(caller.home.side, caller.role, operation.permission)) return [403];
    }
    const expected = this.expected(row, caller) ?? row.valid;
    return expected === undefined ? operation.success : [expected];
  }

  private mayCall({ permission }: Operation, { role, home }: Caller): boolean {
    return permission === 'public' || (role !== 'none' && roleAllows(home.side, role, permission));
  }

  private expected = (row: Row, caller: Caller): number | undefined => row.expect?.[caller.name];

  private assertNothingOfVictims(operation: Operation, caller: Caller, { text }: RawAnswer, sent: Ids): void {
    for (const victim of caller.foreign) {
      const ids = [...this.victimIds]
        .filter(([key]) => key.endsWith(`\n${victim.name}`))
        .flatMap(([, made]) => Object.values(made ?? {}));
      const met = [markOf(victim), ...ids].find(
        (mark) => text.includes(mark) && !Object.values(sent).includes(mark),
      );
      if (met) this.leaks.push(`${this.title(operation, caller)}: met ${met} of ${victim.name}`);
    }
  }

  private key = ({ id }: Operation, row: Row, victim: Tenant) =>
    `${id} ${rowsOf({ id } as Operation).indexOf(row)}\n${victim.name}`;

  private title = ({ id }: Operation, { name }: Caller) => `${id} by ${name}`;
}

/** What the caller sent may come back; the id of the request is always another. */
function withoutIds(text: string, ids: Ids): string {
  return Object.entries(ids).reduce(
    (left, [name, id]) => left.replaceAll(id, `<${name}>`),
    text.replace(/"requestId":"[^"]*"/g, '"requestId":""'),
  );
}
