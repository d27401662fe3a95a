import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter, sendProblem } from '../common/problems/problem.filter.js';
import { isProblemCode, problem, problemsPath } from '../common/problems/problems.js';
import type { GuideSite } from './guide-site.js';
import { llmsText } from './llms.js';
import type { problemAnswers } from './problem-pages.js';
import { sendStatic, StaticAnswer } from '../common/http/static-answer.js';
import { pageAnswer } from './page-answer.js';

/** Serves the guide at `/docs/guide`, what each error means below `/docs/errors`, and `/llms.txt`. */
export function serveGuide(app: NestFastifyApplication): void {
  // Nest answers only for its own routes.
  const problems = new ProblemFilter();
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register((scope, _options, done) => {
    scope.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
    servePages(scope);
    serveProblems(scope);
    const llms = new StaticAnswer(llmsText(scope.publicUrl), 'text/plain; charset=utf-8');
    scope.get('/llms.txt', (request, reply) => sendStatic(request, reply, llms));
    done();
  });
}

function servePages(scope: FastifyInstance): void {
  let site: GuideSite | undefined;
  const show = async (path: string, request: FastifyRequest, reply: FastifyReply) => {
    // Loaded when somebody reads it: a server starts sooner without.
    site ??= new (await import('./guide-site.js')).GuideSite(scope.publicUrl);
    const answer = site.at(path);
    return answer ? sendStatic(request, reply, answer) : sendMissing(request, reply);
  };
  scope.get('/docs/guide', (request, reply) => show('', request, reply));
  scope.get<{ Params: { '*': string } }>('/docs/guide/*', (request, reply) => {
    const path = request.params['*'];
    return path === '' ? reply.redirect('../guide') : show(path, request, reply);
  });
}

function serveProblems(scope: FastifyInstance): void {
  const made = new Map<string, ReturnType<typeof problemAnswers>>();
  scope.get(problemsPath, (_request, reply) => reply.redirect('./guide/errors'));
  scope.get<{ Params: { code: string } }>(`${problemsPath}/:code`, async (request, reply) => {
    const { code } = request.params;
    void reply.header('vary', 'accept');
    if (!isProblemCode(code)) return sendMissing(request, reply);
    const { problemAnswers } = await import('./problem-pages.js');
    const { page, facts } = made.get(code) ?? problemAnswers(code, scope.publicUrl);
    made.set(code, { page, facts });
    return sendStatic(request, reply, wantsPage(request) ? page : facts);
  });
}

/** Browsers name HTML; programs take anything, or say that they want JSON. */
const wantsPage = ({ headers }: FastifyRequest) => headers.accept?.includes('text/html') ?? false;

function sendMissing(request: FastifyRequest, reply: FastifyReply) {
  if (!wantsPage(request)) {
    const detail = 'Nothing is here. `/docs/guide` has the guide, `/docs/guide/errors` every error.';
    sendProblem(request, reply, problem('not_found', detail));
    return reply;
  }
  const path = request.url.split('?')[0]!;
  const { type, body, policy } = pageAnswer({
    title: 'Not found',
    summary: 'There is no such page.',
    from: path.slice(1),
    content:
      '<h1>Not found</h1>\n<p>There is no such page. The menu lists them all, and the search looks through them.</p>',
  });
  return reply.status(404).header('content-security-policy', policy).type(type).send(body);
}
