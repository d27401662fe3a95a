import { readFileSync } from 'node:fs';
import { variableNames } from '../../src/config.js';
import { guidePages } from '../../src/guide/guide-pages.js';
import { guideTables } from '../../src/guide/guide-tables.js';
import { openapi } from '../support/contract.js';

const texts = guidePages.map(({ file }) => readFileSync(file, 'utf8'));
const marked = texts.flatMap((text) => [...text.matchAll(/<!-- ([\w-]+) -->\n([\s\S]*?)<!-- \/\1 -->/g)]);

describe('what the guide has from the code', () => {
  it('stands in one place each', () => {
    expect(marked.map(([, name]) => name).sort()).toEqual(Object.keys(guideTables).sort());
  });

  it.each(Object.entries(guideTables))('is what the code says today: %s', (name, make) => {
    const [, , text] = marked.find(([, marker]) => marker === name)!;
    expect(text!.trim()).toBe(make());
  });

  it('names calls that there are', () => {
    const named = [...guideTables.transitions!().matchAll(/`(GET|POST|DELETE) (\S+)`/g)];
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter(([, method, path]) => !openapi.paths[path!]?.[method!.toLowerCase()]);
    expect(missing.map(([call]) => call)).toEqual([]);
  });
});

describe('the page of settings', () => {
  it('has every setting in its table, in the order of the code, and no other', () => {
    const page = readFileSync('docs/configuration.md', 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    expect(rows).toEqual(variableNames);
  });
});
