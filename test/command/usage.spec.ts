import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../sdk/cli/commands/index.js';
import { candidates, scripts } from '../../sdk/cli/complete.js';
import { helpOn, overview } from '../../sdk/cli/help.js';
import { widthOf } from '../../sdk/cli/layout.js';
import { commandTable } from '../../sdk/cli/main.js';
import { optionsOf, parse } from '../../sdk/cli/parse.js';
import type { UsageError } from '../../sdk/cli/failures.js';
import { version } from '../../sdk/src/index.js';
import { CommandLine } from '../support/command-line.js';

describe('the table of commands', () => {
  it.each(commands.map(({ name }) => name))('has help and working examples of %s', (name) => {
    const command = commands.find((one) => one.name === name)!;
    const help = helpOn(command, 80).map(({ plain }) => plain);
    for (const option of Object.keys(optionsOf(command))) expect(help.join('\n')).toContain(`--${option}`);
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const [line] of command.examples) {
      const words = [...line.replace(/ [|<>].*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b!);
      expect(parse(words, commands).command?.name).toBe(name);
    }
  });

  it('has a test of each', async () => {
    let tests = '';
    for await (const file of glob('test/command/*.spec.ts'))
      if (!file.endsWith('usage.spec.ts')) tests += await readFile(file, 'utf8');
    const missing = commands.filter(
      ({ name }) =>
        name !== 'help' && name !== 'completion' && !new RegExp(`['"\`]${name}(?=['"\` ])`).test(tests),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it.each([30, 40, 80])('fits terminals of %i columns', (width) => {
    const lines = [...overview(commands, width), ...commands.flatMap((command) => helpOn(command, width))];
    const prose = lines.filter(({ plain }) => !plain.startsWith('  waybill '));
    expect(prose.filter(({ plain }) => widthOf(plain) > width).map(({ plain }) => plain)).toEqual([]);
  });

  it('means the same by an option wherever it stands', () => {
    const types = new Map<string, string>();
    for (const command of commands)
      for (const [name, { type, short = '' }] of Object.entries(optionsOf(command))) {
        expect(`${name} ${types.get(name) ?? type}`).toBe(`${name} ${type}`);
        types.set(name, type);
        if (!short) continue;
        expect(`-${short} ${types.get(`-${short}`) ?? name}`).toBe(`-${short} ${name}`);
        types.set(`-${short}`, name);
      }
  });

  it('is the one in the SDK’s README', async () => {
    expect(await readFile('sdk/README.md', 'utf8')).toContain(commandTable());
  });
});

describe('a command line', () => {
  const problem = (line: string) => {
    try {
      parse(line.split(' '), commands);
      return 'taken';
    } catch (error) {
      return (error as UsageError).what.plain;
    }
  };

  it.each([
    ['order list', 'There is no command “order”. Did you mean waybill orders list?'],
    ['orders lst', 'There is no command “orders lst”. Did you mean waybill orders list?'],
    ['improt a.csv', 'There is no command “improt”. Did you mean waybill import?'],
    ['frobnicate', 'There is no command “frobnicate”.'],
    ['orders', 'Say what to do with orders: list, get, submit, withdraw, export.'],
    ['orders list --stauts draft', 'waybill orders list has no --stauts. Did you mean --status?'],
    ['orders list --forward x', 'waybill orders list has no --forward. Other commands have it.'],
    ['orders list --constructor=x', 'waybill orders list has no --constructor.'],
    ['orders list --__proto__', 'waybill orders list has no --__proto__.'],
    ['constructor', 'There is no command “constructor”.'],
    ['orders list --status drafd', '--status cannot be “drafd”. Did you mean draft?'],
    ['orders list --view never', '--view cannot be “never”. It is one of drafts, active, completed.'],
    ['orders list --limit -1', '--limit needs a value: --limit N.'],
    ['orders list --limit=0', '--limit is a whole number from 1, not “0”.'],
    ['orders list --status', '--status needs a value'],
    ['orders list --all=yes', '--all takes no value.'],
    ['orders list x', '“x” is one too many.'],
    ['orders get', 'order is missing: Its Id, tracking code or UUID.'],
    ['completion tcsh', 'shell cannot be “tcsh”. It is one of bash, zsh, fish.'],
  ])('“%s” is told: %s', (line, what) => {
    expect(problem(line)).toContain(what);
  });

  it('takes choices that begin with a hyphen, and no empty names', () => {
    expect(parse(['orders', 'list', '--sort', '-createdAt'], commands).options).toEqual({
      sort: '-createdAt',
    });
    for (const args of [
      ['orders', 'get', ''],
      ['orders', 'withdraw', 'N-1', ' '],
      ['routes', 'create', ''],
    ])
      expect(() => parse(args, commands)).toThrow('is missing');
  });

  it('has common options anywhere, and repeats those that may be', () => {
    const { command, options, args } = parse(
      ['--json', '--url', 'http://a', 'orders', 'list', '--status', 'draft', '--status=failed', '-q', 'x y'],
      commands,
    );
    expect([command?.name, args]).toEqual(['orders list', []]);
    expect(options).toEqual({ json: true, url: 'http://a', status: ['draft', 'failed'], q: 'x y' });
    expect(parse(['routes', 'add', 'r', 's1', 's2'], commands).args).toEqual(['r', 's1', 's2']);
  });
});

describe('completion', () => {
  const words = (...typed: string[]) => candidates(typed, commands).map(({ word }) => word);

  it('offers words, options, choices and files', () => {
    expect(words('or')).toEqual(['orders']);
    expect(words('orders', '')).toEqual(['list', 'get', 'submit', 'withdraw', 'export']);
    expect(words('orders', 'list', '--st')).toEqual(['--status']);
    expect(words('orders', 'list', '--status', 'd')).toEqual(['draft', 'delivered']);
    expect(words('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(words('import', '')).toEqual([':files']);
    expect(words('import', 'a.csv', '--rejected', '')).toEqual([':files']);
    expect(words('orders', 'get', '')).toEqual([]);
    expect(words('help', '')).toEqual(words(''));
    expect(words('help', 'orders', 'su')).toEqual(['submit']);
    expect(words('')).toEqual([...new Set(commands.map(({ name }) => name.split(' ')[0]))]);
  });
});

describe('completion behind options', () => {
  const words = (line: string) => candidates(line.split(' '), commands).map(({ word }) => word);

  it.each([
    ['--url http://a ord', ['orders']],
    ['import --mode skip_invalid ', [':files']],
    ['import a.csv --mode skip_invalid ', []],
    ['orders list --status=dr', ['--status=draft']],
    ['import a.csv --rejected=', [':files']],
    ['orders export -o ', [':files']],
    ['routes list --status ', ['planned', 'started', 'completed']],
    ['orders list --sort -cr', ['-createdAt']],
    ['orders list --sort -createdAt --vi', ['--view']],
    ['login --api-key --tok', ['--token-stdin']],
    ['orders list --constructor=', []],
  ])('of “%s” is %j', (line, offered) => {
    expect(words(line)).toEqual(offered);
  });

  it('of types offers those of deliveries', () => {
    expect(words('events -t order.del')).toEqual(['order.delivered', 'order.deleted']);
  });
});

describe('the program', () => {
  let waybill: CommandLine;
  beforeAll(async () => {
    waybill = await CommandLine.make();
  });
  afterAll(() => waybill.remove());

  it('prints help, its version and completion', async () => {
    expect(await waybill.run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    const asked = await waybill.run('help orders list');
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    expect(asked.stdout).toBe((await waybill.run('orders list --help')).stdout);
    expect((await waybill.run('')).stdout).toContain('routes driver-link');
    for (const shell of ['bash', 'zsh', 'fish'] as const)
      expect((await waybill.run(`completion ${shell}`)).stdout).toBe(scripts[shell]);
    expect((await waybill.run('complete -- orders li')).stdout).toBe(
      'list\tList a client’s orders, newest first\n',
    );
  });

  it('answers JSON also about itself', async () => {
    expect(JSON.parse((await waybill.run('--version --json')).stdout)).toEqual({ version });
    expect(JSON.parse((await waybill.run('help orders list --json')).stdout)).toMatchObject({
      name: 'orders list',
    });
  });

  it('says that its result cannot be written', async () => {
    const readOnly = await open(join(waybill.folder, 'waybill.mjs'), 'r');
    const child = spawn(process.execPath, [join(waybill.folder, 'waybill.mjs'), '--version'], {
      stdio: ['ignore', readOnly.fd, 'pipe'],
    });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(stderr).toBe('✗ The result cannot be written (EBADF).\n');
    await readOnly.close();
  });

  it('tells mistakes with status 2, as JSON where that is asked for', async () => {
    const plain = await waybill.run('orders lst');
    expect([plain.status, plain.stdout]).toEqual([2, '']);
    expect(plain.stderr).toBe(
      '✗ There is no command “orders lst”. Did you mean waybill orders list?\n  See waybill help orders.\n',
    );
    const { status, stdout, stderr } = await waybill.run('orders lst --json');
    expect([status, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'usage' } });
  });

  it('has colours where they are wanted', async () => {
    const ran = async (env: Record<string, string>) =>
      (await waybill.run('help', { env })).stdout.includes('\u001b[');
    expect(await ran({})).toBe(false);
    expect(await ran({ FORCE_COLOR: '1' })).toBe(true);
    expect(await ran({ FORCE_COLOR: '0' })).toBe(false);
    expect(await ran({ NO_COLOR: '1' })).toBe(false);
  });

  it('ends quietly when nobody reads on', async () => {
    const running = waybill.start('help');
    running.child.stdout.destroy();
    expect(await running.ended).toMatchObject({ status: 0, stderr: '' });
  });
});
