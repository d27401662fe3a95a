import { problemCatalogue, problemUrl, type ProblemCode } from '../common/problems/problems.js';
import type { CatalogueEntry } from '../common/problems/catalogue/entry.js';
import { renderMarkdown } from './markdown.js';
import { StaticAnswer } from '../common/http/static-answer.js';
import { pageAnswer } from './page-answer.js';

/** What there is to know about a kind of problem, for programs. */
export function problemFacts(code: ProblemCode, publicUrl: string) {
  const { title, status, meaning, remedy } = problemCatalogue[code];
  return { type: problemUrl(code, publicUrl), code, title, status, meaning, remedy };
}

/** A kind of problem as a section of Markdown, as it stands in the guide. */
export function problemSection(code: ProblemCode, level: 1 | 2 | 3): string {
  const { title, status, meaning, remedy }: CatalogueEntry = problemCatalogue[code];
  return `${'#'.repeat(level)} ${code}\n\n**${status}: ${title}.** ${meaning}\n\n**What to do:** ${remedy}`;
}

/** The page at the `type` of a problem, for people and for programs. */
export function problemAnswers(
  code: ProblemCode,
  publicUrl: string,
): { page: StaticAnswer; facts: StaticAnswer } {
  const { title } = problemCatalogue[code];
  const text = `${problemSection(code, 1)}\n\n[All errors](../guide/errors) · [What every error answers](../guide/errors#what-every-error-says)`;
  return {
    page: pageAnswer({
      title: code,
      summary: title,
      from: `docs/errors/${code}`,
      content: renderMarkdown(text).html,
    }),
    facts: new StaticAnswer(
      `${JSON.stringify(problemFacts(code, publicUrl), null, 2)}\n`,
      'application/json; charset=utf-8',
    ),
  };
}
