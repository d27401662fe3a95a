import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type AdminContext, type Fields } from './context.ts';
import { fulfillmentMutations } from './fulfillment-create.ts';
import {
  deliveryMethodFields,
  destinationFields,
  fulfillmentEventFields,
  fulfillmentFields,
  fulfillmentLineFields,
  fulfillmentOrderFields,
  fulfillmentOrderLineFields,
  fulfillmentQueries,
  holdFields,
  locationFields,
} from './resolve-fulfillments.ts';
import {
  addressFields,
  customerFields,
  lineItemFields,
  orderFields,
  orderQueries,
} from './resolve-orders.ts';
import { nodeType, shopFields, shopQueries } from './resolve-shop.ts';
import { webhookFields, webhookMutations, webhookQueries } from './resolve-webhooks.ts';

const resolvers: Record<string, Fields> = {
  QueryRoot: { ...shopQueries, ...orderQueries, ...fulfillmentQueries, ...webhookQueries },
  Mutation: { ...fulfillmentMutations, ...webhookMutations },
  Shop: shopFields,
  Location: locationFields,
  Order: orderFields,
  Customer: customerFields,
  MailingAddress: addressFields,
  LineItem: lineItemFields,
  FulfillmentOrder: fulfillmentOrderFields,
  FulfillmentOrderDestination: destinationFields,
  FulfillmentHold: holdFields,
  DeliveryMethod: deliveryMethodFields,
  FulfillmentOrderLineItem: fulfillmentOrderLineFields,
  Fulfillment: fulfillmentFields,
  FulfillmentLineItem: fulfillmentLineFields,
  FulfillmentEvent: fulfillmentEventFields,
  WebhookSubscription: webhookFields,
};

/** The schema of the file, with a function for each field that its thing does not hold under that name. */
export function adminSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`The schema has no type ${typeName}`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`The schema has no field ${typeName}.${name}`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, AdminContext>;
    }
  }
  const node = schema.getType('Node');
  if (isInterfaceType(node))
    node.resolveType = (found: { id: number }, context: AdminContext) => nodeType(found, context);
  return schema;
}
