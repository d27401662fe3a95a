/** The result of each mutant, stored at once. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../project-node.mjs';

const file = join(root, 'node_modules/.cache/waybill/mutants.json');

export class Results {
  #survivorsOnly;
  #kept = {};
  #before = {};

  constructor(digest, { resume, survivors }) {
    this.digest = digest;
    this.#survivorsOnly = survivors;
    this.#before = survivors || resume ? load() : {};
    if (survivors) this.#kept = this.#before.results ?? {};
    else if (resume && this.#before.digest === digest) this.#kept = this.#before.results;
    else if (resume) console.log('The sources have changed since, so all begins again.');
  }

  isOpen(mutant) {
    return this.#survivorsOnly ? this.of(mutant)?.outcome === 'passed' : !this.of(mutant);
  }

  of({ id }) {
    return this.#kept[id];
  }

  keep({ id }, result) {
    // Runs of other targets may be in progress.
    const stored = load();
    if (stored.digest === this.digest) this.#kept = { ...stored.results, ...this.#kept };
    this.#kept[id] = result;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ digest: this.digest, results: this.#kept }));
  }
}

function load() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
