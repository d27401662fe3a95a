/** A copy of the checkout in which mutants are applied, tested and reverted one by one. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectNode, root } from '../project-node.mjs';
import { checkedOut } from './sources.mjs';

/** Before a run that failed for no reason of its own is repeated. */
const pauseMilliseconds = 3_000;
const mostTries = 3;

export class Lane {
  #folder = mkdtempSync(join(tmpdir(), 'waybill-mutate-'));
  #child;
  #lastWords = '';

  constructor(databaseUrl, compiler) {
    this.databaseUrl = databaseUrl;
    this.compiler = compiler;
    // PostgreSQL, which the tests start as another user, must be able to enter it.
    chmodSync(this.#folder, 0o755);
    for (const file of [...checkedOut(), 'build'])
      cpSync(join(root, file), join(this.#folder, file), { recursive: true });
    // What the tests start is not bundled here: each file by itself gets its mutant.
    cpSync(join(root, 'build'), join(this.#folder, 'dist'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
    mkdirSync(join(this.#folder, 'tmp'), { mode: 0o755 });
  }

  /** @returns the result of the tests with the mutant in both the sources and the build */
  async try(mutant, tests, timeout) {
    const files = [join(this.#folder, mutant.file)];
    if (mutant.file.startsWith('src/'))
      for (const folder of ['build', 'dist'])
        files.push(join(this.#folder, mutant.file.replace(/^src\/(.*)\.ts$/, `${folder}/$1.js`)));
    const kept = files.map((file) => readFileSync(file));
    try {
      const compiled = files.length > 1 ? this.compiler.emit(mutant.file, mutant.mutated) : '';
      files.forEach((file, index) => writeFileSync(file, index === 0 ? mutant.mutated : compiled));
      return await this.run(tests, timeout);
    } finally {
      files.forEach((file, index) => writeFileSync(file, kept[index]));
    }
  }

  /**
   * A busy machine lets runs hang, crash, and fail in tests that have nothing to do with the mutant: such a run is
   * repeated, and what failed must fail again by itself.
   * @returns `passed`, `failed` with the failed test, `hung`, or `undecided` with what it said; and the milliseconds
   * it took
   */
  async run(tests, timeout) {
    let result;
    for (let tries = 1; tries <= mostTries; tries += 1) {
      result = await this.#runOnce(tests, timeout);
      if (result.outcome === 'passed') return result;
      if (result.outcome === 'failed' && (await this.#failsAgain(tests, result, timeout))) return result;
      await delay(pauseMilliseconds);
    }
    return result.outcome === 'failed' ? { ...result, outcome: 'undecided' } : result;
  }

  async #failsAgain(tests, { by }, timeout) {
    const file = tests.filter((test) => basename(test) === by.split(':')[0]);
    return (await this.#runOnce(file, timeout)).outcome !== 'passed';
  }

  async #runOnce(tests, timeout) {
    const report = join(this.#folder, 'first-failure.txt');
    rmSync(report, { force: true });
    const started = performance.now();
    const status = await this.#jest(tests, report, timeout);
    const milliseconds = performance.now() - started;
    if (status === 'hung') return { outcome: 'hung', milliseconds };
    if (status === 0) return { outcome: 'passed', milliseconds };
    if (!existsSync(report)) return { outcome: 'undecided', by: this.#lastWords, milliseconds };
    return { outcome: 'failed', by: readFileSync(report, 'utf8'), milliseconds };
  }

  #jest(tests, report, timeout) {
    const jest = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ];
    const options = ['--config', 'tools/mutate/jest.config.mjs', '--runInBand', '--bail', '--forceExit'];
    const { PATH, HOME } = process.env;
    this.#child = spawn(projectNode(), [...jest, ...options, '--runTestsByPath', ...tests], {
      cwd: this.#folder,
      env: {
        PATH,
        HOME,
        TMPDIR: join(this.#folder, 'tmp'),
        TEST_DATABASE_URL: this.databaseUrl,
        MUTATE_TESTS: tests.join(','),
        MUTATE_REPORT: report,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group, so that a hanging run is killed with everything it started.
      detached: true,
    });
    this.#lastWords = '';
    this.#child.stderr
      .setEncoding('utf8')
      .on('data', (text) => (this.#lastWords = (this.#lastWords + text).slice(-500)));
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#kill();
        resolve('hung');
      }, timeout);
      this.#child.on('exit', (status) => {
        clearTimeout(timer);
        this.#kill();
        resolve(status ?? 1);
      });
    });
  }

  #kill() {
    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // Nothing of it is left.
    }
  }

  close() {
    if (this.#child) this.#kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
