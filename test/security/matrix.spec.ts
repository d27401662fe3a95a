import { v7 as uuidv7 } from 'uuid';
import { roleAllows } from '../../src/auth/access/permissions.js';
import type { Walls } from '../../src/database/database.js';
import { call, type RawAnswer } from '../support/http.js';
import type { Ids } from './matrix.ids.js';
import { Maker } from './matrix.maker.js';
import { operations, rowsOf, type Operation } from './matrix.operations.js';
import { table, type Row } from './matrix.table.js';
import { buildWorld, digestOf, markOf, type Caller, type Tenant, type World } from './matrix.world.js';

/**
 * Every operation of the document × every kind of caller × an own, a foreign and an unknown id.
 * A foreign id must be answered as one that never existed, to the byte; nothing of a victim may come out or change.
 */
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
    await run.prepareVictims();
    const before = await digestOf(world);
    for (const operation of operations) {
      for (const row of rowsOf(operation)) {
        for (const caller of world.callers) await run.try(operation, row, caller);
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

it('would notice: with both walls down the same calls leak', async () => {
  const world = await buildWorld({ filters: false, policies: false });
  try {
    const tried = operations.filter(({ id }) => ['getDepot', 'updateDepot', 'listDepots'].includes(id));
    const run = new Run(world);
    await run.prepareVictims(tried);
    const before = await digestOf(world);
    const owner = world.callers.find(({ name }) => name === 'owner')!;
    for (const operation of tried) await run.try(operation, rowsOf(operation)[0]!, owner);
    expect(new Set(run.leaks.map((leak) => leak.split(' ')[0]))).toEqual(new Set(tried.map(({ id }) => id)));
    expect((await digestOf(world)).depots).not.toBe(before.depots);
  } finally {
    await world.close();
  }
}, 120_000);

class Run {
  requests = 0;
  /** Somebody met what is not theirs. */
  readonly leaks: string[] = [];
  /** A call that should have worked did not, or a refusal was another than expected. */
  readonly surprises: string[] = [];
  private readonly victimIds = new Map<string, Ids | undefined>();
  private readonly keptIds = new Map<string, Ids>();

  constructor(private readonly world: World) {}

  /** Made beforehand, so that whatever changes later is a leak. */
  async prepareVictims(tried = operations): Promise<void> {
    for (const operation of tried) {
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
    const own = await this.ownIds(operation, row, caller, make);
    for (const idName of Object.keys(own)) await this.compareForeign(operation, row, caller, own, idName);
    await this.expectOwn(operation, row, caller, own);
    if (row.restore && this.mayCall(operation, caller)) await row.restore(this.world.app, make, own);
  }

  /** Calls that read or are refused use nothing up, so they share what was made for the first of them. */
  private async ownIds(operation: Operation, row: Row, caller: Caller, make: Maker): Promise<Ids> {
    const isKept = operation.method === 'GET' || !this.mayCall(operation, caller);
    const key = this.key(operation, row, caller.home);
    const kept = isKept ? this.keptIds.get(key) : undefined;
    const ids = kept ?? (await row.ids?.(make)) ?? this.anyIds(operation, row);
    if (isKept) this.keptIds.set(key, ids);
    return ids;
  }

  /** Teams without such a thing are refused before the id matters. */
  private anyIds(operation: Operation, row: Row): Ids {
    const inPath = [...operation.path.matchAll(/{(\w+)}/g)].map((match) => match[1]!);
    const made = this.world.victims.map(
      (victim) => this.victimIds.get(this.key(operation, row, victim)) ?? {},
    );
    return Object.fromEntries([...inPath, ...made.flatMap(Object.keys)].map((name) => [name, uuidv7()]));
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

  private key = (operation: Operation, row: Row, tenant: Tenant) =>
    `${operation.id} ${rowsOf(operation).indexOf(row)}\n${tenant.name}`;

  private title = ({ id }: Operation, { name }: Caller) => `${id} by ${name}`;
}

/** What the caller sent may come back; the id of the request is always another. */
function withoutIds(text: string, ids: Ids): string {
  return Object.entries(ids).reduce(
    (left, [name, id]) => left.replaceAll(id, `<${name}>`),
    text.replace(/"requestId":"[^"]*"/g, '"requestId":""'),
  );
}
