/**
 * Lints both forms of the document by spectral's OpenAPI and OWASP rules. A finding that stays needs a reason in
 * `openapi/lint-exceptions.json`; a reason without a finding is a fault too.
 */
import spectral from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers';
import owasp from '@stoplight/spectral-owasp-ruleset';
import rulesets from '@stoplight/spectral-rulesets';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project-node.mjs';
import { held } from './exceptions.mjs';

const text = (name) => readFileSync(join(root, 'openapi', name), 'utf8');

const linter = new spectral.Spectral();
linter.setRuleset({ extends: [rulesets.oas, owasp.default ?? owasp] });

async function findingsIn(name) {
  // As a text with its name, so that what is behind a reference is told once, where it stands.
  const findings = await linter.run(new spectral.Document(text(name), parsers.Json, name));
  return findings.map(({ code, path, message }) => ({
    rule: String(code),
    place: path.join(' '),
    said: `${name} ${code}: ${path.join(' ')}: ${message}`,
  }));
}

const exceptions = JSON.parse(text('lint-exceptions.json'));
const covers = (exception, { rule, place }) =>
  exception.rule === rule && new RegExp(exception.places ?? '').test(place);
const findings = [...(await findingsIn('openapi.json')), ...(await findingsIn('openapi-3.1.json'))];
const { open, stale } = held(findings, exceptions, covers);
const faults = [
  ...open.map(({ said }) => said),
  ...stale.map(({ rule, places }) => `no finding, so needs no reason: ${rule} ${places ?? ''}`),
];
if (faults.length > 0) {
  console.error(`${faults.slice(0, 5000).join('\n')}\n\n${faults.length} findings`);
  process.exit(1);
}
console.log(`${findings.length} findings, each excepted with its reason`);
