import { type Answer, jsonAnswer } from '../http/http-io.ts';
import { apiVersion } from '../store/api-version.ts';
import { type Fault } from '../store/faults.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';
import { type AdminAnswer, type AdminRequest, prepare, run } from './run-query.ts';

/** An answer, or the end of the connection without one. */
export type Outcome = Answer | 'cut';

const unavailable = {
  frozen: jsonAnswer(402, { errors: 'Unavailable Shop' }),
  locked: jsonAnswer(423, { errors: 'Locked' }),
  gone: jsonAnswer(404, { errors: 'Not Found' }),
};

/** `POST /admin/api/{version}/graphql.json` */
export async function adminEndpoint(
  world: World,
  store: Store,
  version: string,
  token: string | undefined,
  body: Record<string, unknown> | undefined,
): Promise<Outcome> {
  const log = (details: Record<string, unknown>) => world.log.add(store.shop, 'graphql', details);
  const { availability, retireRefreshTokenOn } = store.settings;
  if (availability !== 'open') {
    log({ status: unavailable[availability].status });
    return unavailable[availability];
  }
  const grant = token ? store.grants.use(token, retireRefreshTokenOn) : undefined;
  if (!grant) {
    log({ status: 401 });
    return jsonAnswer(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  if (!/^(\d{4}-(01|04|07|10)|unstable)$/.test(version)) return jsonAnswer(404, { errors: 'Not Found' });
  const request = requestOf(body);
  if (!request) return jsonAnswer(400, { errors: { query: 'Required parameter missing or invalid' } });
  const ready = prepare(request);
  if ('errors' in ready) {
    log({ status: 200, errors: ready.errors.map(({ message }) => message) });
    return answerOf({ errors: ready.errors });
  }
  const operation = ready.names[0];
  const fault = store.faults.take('graphql', ready.names);
  const early = earlyOutcome(fault);
  if (early) {
    log({ operation, fault: fault?.do, ...(early !== 'cut' && { status: early.status }) });
    return early;
  }
  const answer = run(world, store, grant.scopes, ready, fault);
  log({ operation, fields: ready.names, status: 200, fault: fault?.do, ...summary(answer) });
  if (fault?.do === 'cutAfter') return 'cut';
  await store.faults.delay(fault);
  return answerOf(answer);
}

/** What a fault answers before anything is done. */
export function earlyOutcome(fault: Fault | undefined): Outcome | undefined {
  if (fault?.do === 'cut') return 'cut';
  if (fault?.do !== 'status') return undefined;
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
  return jsonAnswer(fault.status ?? 503, { errors: fault.messages?.[0] ?? 'Service Unavailable' }, headers);
}

function requestOf(body: Record<string, unknown> | undefined): AdminRequest | undefined {
  if (typeof body?.query !== 'string') return undefined;
  const variables = (body.variables ?? {}) as Record<string, unknown>;
  return {
    query: body.query,
    variables,
    ...(typeof body.operationName === 'string' && { operationName: body.operationName }),
  };
}

const answerOf = (answer: AdminAnswer): Answer =>
  jsonAnswer(200, answer, { 'x-shopify-api-version': apiVersion, 'x-request-id': 'stub' });

/** For the log: the cost, and what went wrong. */
function summary({ data, errors, extensions }: AdminAnswer): Record<string, unknown> {
  const cost = extensions?.cost as { requestedQueryCost: number; actualQueryCost: number | null } | undefined;
  const userErrors = Object.values(
    (data ?? {}) as Record<string, { userErrors?: { message: string }[] } | null>,
  )
    .flatMap((field) => field?.userErrors ?? [])
    .map(({ message }) => message);
  return {
    requestedQueryCost: cost?.requestedQueryCost,
    actualQueryCost: cost?.actualQueryCost,
    ...(Array.isArray(errors) && { errors: [...new Set(errors.map(({ message }) => message))] }),
    ...(userErrors.length > 0 && { userErrors }),
  };
}
