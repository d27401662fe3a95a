import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `tools/bundle.mjs` leaves in `dist` when it runs again, in a small project of its own. */
describe('the bundle', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-bundle-'));
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    for (const tool of ['tools/bundle.mjs', 'tools/project-node.mjs']) await cp(tool, join(folder, tool));
    await write('package.json', '{ "type": "module", "optionalDependencies": {} }');
    for (const entry of ['main', 'worker', 'backup.cli', 'jobs/lane.worker', 'migrations/Migration1_a'])
      await write(`build/${entry}.js`, `console.log('${entry}');`);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }

  const has = (file: string) => existsSync(join(folder, 'dist', file));

  /** @param notes the compiler's, which differ when the compiled code does */
  async function bundle(notes: string): Promise<void> {
    await write('build/.src.tsbuildinfo', notes);
    const program = `import { bundle } from './tools/bundle.mjs'; await bundle();`;
    await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder });
  }

  /** Builds with a part that only this build has, and returns its name. */
  async function bundleWithPart(name: string): Promise<string> {
    await write(`build/lazy.js`, `export const name = '${name}';`);
    await write(`build/main.js`, `const { name } = await import('./lazy.js'); console.log(name);`);
    const before = has('parts') ? await readdir(join(folder, 'dist/parts')) : [];
    await bundle(name);
    const [part, ...others] = (await readdir(join(folder, 'dist/parts'))).filter(
      (file) => file.endsWith('.js') && !before.includes(file),
    );
    expect(others).toEqual([]);
    return `parts/${part}`;
  }

  const makeOld = (file: string) => utimes(join(folder, 'dist', file), new Date(0), new Date(0));

  it.each(['migrations/Migration1_a.js', 'backup.cli.js', 'jobs/lane.worker.js'])(
    'loses an entry that was renamed: %s',
    async (entry) => {
      await bundle('one');
      expect(has(entry)).toBe(true);
      const renamed = join(dirname(entry), `new-${entry.split('/').at(-1)}`);
      await cp(join(folder, 'build', entry), join(folder, 'build', renamed));
      await rm(join(folder, 'build', entry));
      await bundle('two');
      expect([has(entry), has(`${entry}.map`), has(renamed)]).toEqual([false, false, true]);
    },
  );

  it('keeps the parts of all earlier builds for a day, for processes that run', async () => {
    const one = await bundleWithPart('one');
    const two = await bundleWithPart('two');
    const three = await bundleWithPart('three');
    expect([one, two, three].map(has)).toEqual([true, true, true]);
    await makeOld(one);
    const four = await bundleWithPart('four');
    expect([one, two, three, four].map(has)).toEqual([false, true, true, true]);
  });

  it('counts the day of a part from the build that replaces it', async () => {
    const one = await bundleWithPart('one');
    await makeOld(one);
    const two = await bundleWithPart('two');
    const three = await bundleWithPart('three');
    expect([one, two, three].map(has)).toEqual([true, true, true]);
  });

  it('is made again when a file of it is missing', async () => {
    await bundle('one');
    await rm(join(folder, 'dist/main.js'));
    await bundle('one');
    expect(has('main.js')).toBe(true);
  });

  it('is made again when its record was cut short', async () => {
    await bundle('one');
    await write('dist/.bundle.json', '{"sour');
    await bundle('one');
    expect(has('main.js')).toBe(true);
  });

  it('is made again after a build that failed', async () => {
    await bundle('one');
    await cp(join(folder, 'build/main.js'), join(folder, 'kept.js'));
    await write('build/main.js', `await import('./common.cjs');`);
    await write('build/common.cjs', `exports.name = 'common';`);
    await expect(bundle('two')).rejects.toThrow('Import it in a file that is imported by import()');
    await cp(join(folder, 'kept.js'), join(folder, 'build/main.js'));
    await bundle('one');
    const { stdout } = await run(process.execPath, [join(folder, 'dist/main.js')]);
    expect(stdout).toBe('main\n');
  });
});
