import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import ts from 'typescript';
import { orderStatuses } from '../../src/modules/orders/order-status.js';

interface SourceText {
  file: string;
  text: string;
  isTemplate: boolean;
}

/** Every string and every piece of a template in the source. */
async function sourceTexts(): Promise<SourceText[]> {
  const found: SourceText[] = [];
  for await (const file of glob('src/**/*.ts')) {
    if (file.endsWith('.spec.ts')) continue;
    const visit = (node: ts.Node) => {
      if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        found.push({ file, text: node.text, isTemplate: true });
      else if (ts.isStringLiteralLike(node))
        found.push({ file, text: node.text, isTemplate: ts.isNoSubstitutionTemplateLiteral(node) });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  }
  return found;
}

const insertsEvents = /insert\s+into\s+("?public"?\.)?"?events\b/i;
const quotedState = new RegExp(`'(${orderStatuses.join('|')})'`);

/** Files that break a rule, each named once. */
const breaking = (texts: SourceText[], breaks: (text: SourceText) => boolean) => [
  ...new Set(texts.filter(breaks).map(({ file }) => file)),
];

describe('the source', () => {
  let texts: SourceText[];
  beforeAll(async () => {
    texts = await sourceTexts();
  });

  it('inserts into events in the event log alone', () => {
    expect(breaking(texts, ({ text }) => insertsEvents.test(text))).toEqual(
      expect.arrayContaining(['src/modules/events/event-log.ts', 'src/modules/events/event-sql.ts']),
    );
    expect(
      breaking(
        texts,
        ({ file, text }) => insertsEvents.test(text) && !file.startsWith('src/modules/events/'),
      ),
    ).toEqual([]);
  });

  /** Jobs have a state called failed too. */
  it('takes the states of orders in SQL from the transition table', () => {
    expect(
      breaking(
        texts,
        ({ file, text, isTemplate }) => isTemplate && quotedState.test(text) && !file.startsWith('src/jobs/'),
      ),
    ).toEqual([]);
    expect(quotedState.test("where o.status = 'draft'")).toBe(true);
  });
});
