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
import { sendProblem, toProblem } from '../common/problems/problem.filter.js';
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
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register(
    async (scope) => {
      keepToItself(scope, publicUrl.origin);
      serveSignIn(scope, sessions, publicUrl);
      await scope.register(async (closed) => {
        checkFirst(closed, async (request, reply) => {
          if (await sessions.isOpen(tokenOf(request))) return;
          if (isForPages(request)) return reply.redirect(`${publicUrl.pathname}/sign-in`);
          throw problem('authentication_required', 'Sign in again.');
        });
        checkFirst(closed, (request) => {
          if (!isReading(request))
            throw problem('permission_denied', 'The board only looks, and changes nothing.');
        });
        checkFirst(closed, async (request) => {
          if (isForPages(request)) return;
          await bull.reach().catch(() => {
            throw unavailable('Redis does not answer.');
          });
        });
        await closed.register(board.registerPlugin());
      });
    },
    { prefix },
  );
}

/** Here, since Bull Board answers in its own way to whatever a hook throws. */
function checkFirst(
  scope: FastifyInstance,
  check: (request: FastifyRequest, reply: FastifyReply) => unknown,
): void {
  scope.addHook('onRequest', async (request, reply) => {
    try {
      await check(request, reply);
    } catch (error) {
      sendProblem(request, reply, toProblem(error));
    }
  });
}

/** What holds of all that is under the board's path: nothing is changed from elsewhere, and no other page shows it. */
function keepToItself(scope: FastifyInstance, origin: string): void {
  scope.addHook('onRequest', async (request, reply) => {
    void reply.header('cross-origin-resource-policy', 'same-origin').header('referrer-policy', 'no-referrer');
    if (isReading(request) || isSameOrigin(request, origin)) return;
    return sendProblem(request, reply, problem('permission_denied', 'This came from another page.'));
  });
  scope.addHook('onSend', async (_request, reply, payload) => {
    if (isPage(reply) && !reply.hasHeader('content-security-policy'))
      void reply.header('content-security-policy', policyFor(String(payload), "'self'"));
    return payload;
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
    await sessions.end(tokenOf(request));
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

function tokenOf({ headers }: FastifyRequest): string {
  return new RegExp(`(?:^|; *)${cookieName}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? '';
}
