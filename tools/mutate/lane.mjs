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
import { join } from 'node:path';
import { projectNode, root } from '../project-node.mjs';
import { checkedOut } from './sources.mjs';

const crashed = 'the test run crashed';

export class Lane {
  #folder = mkdtempSync(join(tmpdir(), 'waybill-mutate-'));
  #child;

  constructor(databaseUrl, compiler) {
    this.databaseUrl = databaseUrl;
    this.compiler = compiler;
    // PostgreSQL, which the tests start as another user, must be able to enter it.
    chmodSync(this.#folder, 0o755);
    for (const file of [...checkedOut(), 'dist'])
      cpSync(join(root, file), join(this.#folder, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
    mkdirSync(join(this.#folder, 'tmp'), { mode: 0o755 });
  }

  /** @returns the result of the tests with the mutant in both the sources and the build */
  async try(mutant, tests, timeout) {
    const files = [join(this.#folder, mutant.file)];
    if (mutant.file.startsWith('src/'))
      files.push(join(this.#folder, mutant.file.replace(/^src\/(.*)\.ts$/, 'dist/$1.js')));
    const kept = files.map((file) => readFileSync(file));
    try {
      [mutant.mutated, this.compiler.emit(mutant.file, mutant.mutated)]
        .slice(0, files.length)
        .forEach((text, index) => writeFileSync(files[index], text));
      return await this.run(tests, timeout);
    } finally {
      files.forEach((file, index) => writeFileSync(file, kept[index]));
    }
  }

  /**
   * A run that hangs, or ends without naming a test, is repeated once: the machine may have been busy.
   * @returns `passed`, `failed` with the failed test, or `hung`; and the milliseconds it took
   */
  async run(tests, timeout) {
    const result = await this.#runOnce(tests, timeout);
    return result.outcome === 'hung' || result.by === crashed ? this.#runOnce(tests, timeout) : result;
  }

  async #runOnce(tests, timeout) {
    const report = join(this.#folder, 'first-failure.txt');
    rmSync(report, { force: true });
    const started = performance.now();
    const status = await this.#jest(tests, report, timeout);
    const milliseconds = performance.now() - started;
    if (status === 'hung') return { outcome: 'hung', milliseconds };
    return {
      outcome: status === 0 ? 'passed' : 'failed',
      by: status === 0 ? undefined : firstFailure(report),
      milliseconds,
    };
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
      stdio: 'ignore',
      // Its own process group, so that a hanging run is killed with everything it started.
      detached: true,
    });
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#kill();
        resolve('hung');
      }, timeout);
      this.#child.on('close', (status) => {
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

function firstFailure(report) {
  return existsSync(report) ? readFileSync(report, 'utf8') : crashed;
}
