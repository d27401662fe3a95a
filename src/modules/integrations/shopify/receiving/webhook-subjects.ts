import { z } from 'zod';
import { signedJson } from './signed-json.js';

/** Shopify's numbers, as text: they may be longer than those that JavaScript holds exactly. */
const id = z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const shop = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i);
/** Each once. Reading ends at the first that is none: a body has room for a million, and each would be told. */
const ids = z.array(z.unknown()).transform((given, context) => {
  const read = new Set<string>();
  for (const one of given) {
    const { data } = id.safeParse(one);
    if (data === undefined) {
      context.addIssue('holds something else than ids');
      return z.NEVER;
    }
    read.add(data);
  }
  return [...read];
});
const customer = z.object({ id: id.nullish() });

const order = z
  .object({ admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/) })
  .transform(({ admin_graphql_api_id }) => ({ orderId: admin_graphql_api_id.split('/').at(-1)! }));

/**
 * What each topic's body must be, and the ids that are kept of it. The topic stands in a header, which nobody signed:
 * a body of another topic does not fit.
 */
const subjects = {
  'app/uninstalled': z
    .object({ id, myshopify_domain: shop })
    .transform(({ myshopify_domain }) => ({ shop: myshopify_domain.toLowerCase() })),
  'orders/create': order,
  'orders/updated': order,
  'orders/cancelled': order.and(z.object({ cancelled_at: z.string() }).transform(() => ({}))),
  'customers/data_request': z
    .object({
      shop_domain: shop,
      customer: customer.nullish(),
      orders_requested: ids,
      data_request: z.object({ id }).nullish(),
    })
    .transform((body) => ({
      shop: body.shop_domain.toLowerCase(),
      customerId: body.customer?.id ?? null,
      orderIds: body.orders_requested,
      requestId: body.data_request?.id ?? null,
    })),
  'customers/redact': z
    .object({ shop_domain: shop, customer: customer.nullish(), orders_to_redact: ids })
    .transform((body) => ({
      shop: body.shop_domain.toLowerCase(),
      customerId: body.customer?.id ?? null,
      orderIds: body.orders_to_redact,
    })),
  'shop/redact': z
    .object({ shop_domain: shop, customer: z.never().optional(), orders_to_redact: z.never().optional() })
    .transform((body) => ({ shop: body.shop_domain.toLowerCase() })),
} as const;

export type WebhookTopic = keyof typeof subjects;
export type SubjectOf<T extends WebhookTopic> = z.output<(typeof subjects)[T]>;
export type WebhookSubject = SubjectOf<WebhookTopic>;

export const isTopic = (topic: string): topic is WebhookTopic => Object.hasOwn(subjects, topic);

/** The topics that privacy law asks for: answered also for stores that are not connected any more. */
export const complianceTopics: readonly WebhookTopic[] = [
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

/** The ids that a body names; why not, where it is none of this topic or names another store. */
export function readSubject(
  topic: WebhookTopic,
  sender: string,
  body: Buffer,
): { subject: WebhookSubject } | { refused: string } {
  const read = signedJson(body);
  if ('refused' in read) return read;
  const parsed = subjects[topic].safeParse(read.json);
  if (!parsed.success) return { refused: 'Its body is not one of this topic.' };
  const subject = parsed.data;
  if ('shop' in subject && subject.shop !== sender)
    return { refused: 'Its body names another store than its sender.' };
  return { subject };
}
