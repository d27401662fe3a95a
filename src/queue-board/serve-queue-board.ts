import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { JwtService } from '@nestjs/jwt';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { typedPassword } from '../auth/identity/passwords.js';
import { AuthService, wrongCredentials } from '../auth/sessions/auth.service.js';
import { SessionsService } from '../auth/sessions/sessions.service.js';
import type { BrowserPage } from '../common/http/browser-page.js';
import { networkOf } from '../common/http/network-address.js';
import { isPage, policyFor } from '../common/http/page-policy.js';
import { unavailable } from '../common/problems/outages.js';
import { ProblemFilter, sendProblem, toProblem } from '../common/problems/problem.filter.js';
import { problem } from '../common/problems/problems.js';
import { email } from '../common/schemas/schemas.js';
import type { Config } from '../config.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { BullQueues } from '../jobs/bull/bull-queues.js';
import { signInPage, signOutPage } from './board-pages.js';
import { BoardSessions, boardSeconds } from './board-sessions.js';

const prefix = '/admin/queues';
const cookieName = 'waybill_queues';
const signInBody = z.object({ email, password: typedPassword });

/** Serves Bull Board to those who run this installation. It looks and changes nothing: the rows say what is to be done. */
export function serveQueueBoard(app: NestFastifyApplication, config: Config): void {
  const sessions = new BoardSessions(
    app.get(AuthService),
    app.get(SessionsService),
    app.get(JwtService),
    app.get(SystemSql),
    config.QUEUE_BOARD_OWNERS,
  );
  const publicUrl = new URL(config.PUBLIC_URL + prefix);
  const bull = app.get(BullQueues);
  const board = new FastifyAdapter().setBasePath(publicUrl.pathname);
  createBullBoard({
    queues: bull.opened.map((queue) => new BullAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
    options: {
      uiConfig: {
        boardTitle: 'Waybill',
        hideDocsLink: true,
        miscLinks: [{ text: 'Sign out', url: `${publicUrl.pathname}/sign-out` }],
      },
    },
  });
  // Nest answers only for its own routes.
  const problems = new ProblemFilter();
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register(
    async (scope) => {
      scope.setErrorHandler((error, request, reply) => problems.answer(error, request, reply));
      keepToItself(scope, publicUrl.origin);
      serveSignIn(scope, sessions, publicUrl);
      await scope.register(async (closed) => {
        keepClosed(closed, sessions, bull, `${publicUrl.pathname}/sign-in`);
        await closed.register(board.registerPlugin());
      });
    },
    { prefix },
  );
}

/** What holds of all that is under the board's path: nothing is changed from elsewhere, and no other page shows it. */
function keepToItself(scope: FastifyInstance, origin: string): void {
  scope.addHook('onRequest', (request, reply, done) => {
    void reply.header('cross-origin-resource-policy', 'same-origin').header('referrer-policy', 'no-referrer');
    if (isReading(request) || isSameOrigin(request, origin)) return done();
    sendProblem(request, reply, problem('permission_denied', 'This came from another page.'));
  });
  scope.addHook('onSend', async (_request, reply, payload) => {
    if (isPage(reply) && !reply.hasHeader('content-security-policy'))
      void reply.header('content-security-policy', policyFor(String(payload), "'self'"));
    return payload;
  });
}

/** Lets only those who are signed in look, and only while there is something to see. */
function keepClosed(scope: FastifyInstance, sessions: BoardSessions, bull: BullQueues, signIn: string): void {
  // Answered here, since Bull Board has its own answers to what a hook throws; without `done` nothing behind it runs.
  const check = (look: (request: FastifyRequest) => void | Promise<void>) =>
    scope.addHook('onRequest', (request, reply, done) => {
      const refuse = (error: unknown) => {
        const found = toProblem(error);
        if (found.status === 401 && isForPages(request)) void reply.redirect(signIn);
        else sendProblem(request, reply, found);
      };
      Promise.resolve(request)
        .then(look)
        .then(() => done(), refuse);
    });
  check(async (request) => {
    if (!(await sessions.isOpen(tokensOf(request))))
      throw problem('authentication_required', 'Sign in again.');
  });
  check((request) => {
    if (!isReading(request)) throw problem('permission_denied', 'The board only looks, and changes nothing.');
  });
  check(async (request) => {
    if (isForPages(request)) return;
    await bull.reach().catch(() => {
      throw unavailable('Redis does not answer.');
    });
  });
}

function serveSignIn(scope: FastifyInstance, sessions: BoardSessions, { pathname, protocol }: URL): void {
  const cookie = (token: string, seconds: number) =>
    `${cookieName}=${token}; Path=${pathname}; Max-Age=${seconds}; HttpOnly; SameSite=Strict` +
    (protocol === 'https:' ? '; Secure' : '');
  const show = (reply: FastifyReply, { html, policy }: BrowserPage) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);

  scope.get('/sign-in', (_request, reply) => show(reply, signInPage));
  scope.get('/sign-out', (_request, reply) => show(reply, signOutPage));
  scope.post('/sign-in', async (request, reply) => {
    const login = signInBody.safeParse(request.body);
    if (!login.success) throw wrongCredentials();
    const device = { address: networkOf(request.ip), userAgent: request.headers['user-agent'] };
    const token = await sessions.open(login.data, device);
    return reply.header('set-cookie', cookie(token, boardSeconds)).status(204).send();
  });
  scope.post('/sign-out', async (request, reply) => {
    await sessions.end(tokensOf(request));
    return reply.header('set-cookie', cookie('', 0)).status(204).send();
  });
}

const isReading = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';

const isForPages = ({ url }: FastifyRequest) => !url.startsWith(`${prefix}/api/`);

/** Browsers say where a request comes from; old ones, and on plain http, only by its origin. */
function isSameOrigin({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === origin : site === 'same-origin';
}

/** Browsers send the cookies of other paths along, under the same name. */
function tokensOf({ headers }: FastifyRequest): string[] {
  const cookies = new RegExp(`(?:^|; *)${cookieName}=([^;]*)`, 'g');
  return [...(headers.cookie ?? '').matchAll(cookies)].map(([, token]) => token!);
}
