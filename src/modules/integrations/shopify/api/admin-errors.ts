import { z } from 'zod';
import { costOfAnswer, type CostOfAnswer } from './cost-bucket.js';
import { secondsAsked, ShopifyRefused, ShopifyUnavailable } from './shopify-errors.js';

/** The access token was refused: it ended, or the app was removed. */
export class TokenRefused extends Error {}

/** The store’s bucket was too empty; nothing was done. */
export class Throttled extends Error {
  constructor(readonly cost: CostOfAnswer | undefined) {
    super('Throttled');
  }
}

const graphqlFault = z.object({
  body: z.object({
    errors: z.object({
      graphQLErrors: z.array(
        z.object({
          message: z.string().catch('an error without a message'),
          extensions: z.object({ code: z.string().optional() }).catch({}).optional(),
        }),
      ),
    }),
    data: z.unknown().optional(),
    extensions: z.unknown().optional(),
  }),
});
const httpFault = z.object({
  response: z.object({
    code: z.number(),
    retryAfter: z.number().optional(),
    headers: z.record(z.string(), z.array(z.string())).catch({}).optional(),
  }),
});

/** A shop that did not pay or is locked: nothing that a minute mends. */
const shutSeconds = 3_600;

/** Makes of an error of the library’s what it means. */
export function meaningOf(error: unknown): Error {
  const graphql = graphqlFault.safeParse(error);
  if (graphql.success) return meaningOfErrors(graphql.data.body);
  const http = httpFault.safeParse(error);
  // Of the library’s messages none is kept: they quote answers.
  if (!http.success) return new ShopifyUnavailable('Shopify could not be reached', 10);
  const { code, retryAfter, headers = {} } = http.data.response;
  if (code === 401) return new TokenRefused();
  if (code === 402 || code === 423) return new ShopifyUnavailable(`The store is shut: ${code}`, shutSeconds);
  if (code === 429 || code >= 500 || code < 400) {
    const asked = secondsAsked(retryAfter ?? headers['Retry-After']?.[0]);
    return new ShopifyUnavailable(`Shopify answered ${code}`, asked ?? 10);
  }
  return new ShopifyRefused([`Shopify answered ${code}`], [String(code)]);
}

function meaningOfErrors({ errors, data, extensions }: z.output<typeof graphqlFault>['body']): Error {
  const messages = errors.graphQLErrors.map(({ message }) => message);
  const codes = errors.graphQLErrors.flatMap(({ extensions: { code } = {} }) => code ?? []);
  if (codes.includes('THROTTLED')) return new Throttled(costOfAnswer.safeParse(extensions).data?.cost);
  if (codes.includes('INTERNAL_SERVER_ERROR')) return new ShopifyUnavailable('Shopify failed at it', 10);
  if (codes.includes('SHOP_INACTIVE')) return new ShopifyUnavailable('The store is not active', shutSeconds);
  return new ShopifyRefused(messages, codes, data);
}
