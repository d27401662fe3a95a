import { type GraphQLError } from 'graphql';

export interface ShopifyError {
  message: string;
  locations?: unknown;
  path?: unknown;
  extensions?: Record<string, unknown>;
}

/** What `graphql` finds wrong with a document, in Shopify's words where an app may look at them. */
export function invalidDocument(error: GraphQLError): ShopifyError {
  const { message, locations } = error;
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (field && type)
    return {
      message: `Field '${field}' doesn't exist on type '${type}'`,
      locations,
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    };
  const [, argument, owner] = /^Unknown argument "(\w+)" on field "([\w.]+)"/.exec(message) ?? [];
  if (argument && owner) {
    const name = owner.split('.').at(-1)!;
    return {
      message: `Field '${name}' doesn't accept argument '${argument}'`,
      locations,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName: argument },
    };
  }
  return { message, locations, extensions: { code: 'invalid' } };
}

/** A variable of the wrong type. */
export function invalidVariable(error: GraphQLError): ShopifyError {
  const [, name] = /[Vv]ariable "?\$(\w+)/.exec(error.message) ?? [];
  return {
    message: name ? `Variable $${name} was provided invalid value` : error.message,
    locations: error.locations,
    extensions: { code: 'INVALID_VARIABLE', problems: [{ path: [], explanation: error.message }] },
  };
}

export const throttled: ShopifyError = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
};

export const internalError: ShopifyError = {
  message:
    'Internal error. Looks like something went wrong on our end.\nRequest ID: stub (include this in support requests).',
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'stub' },
};

export const tooCostly = (cost: number, maxCost: number): ShopifyError => ({
  message: `Query cost is ${cost}, which exceeds the single query max cost limit (${maxCost}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.`,
  extensions: {
    code: 'MAX_COST_EXCEEDED',
    cost,
    maxCost,
    documentation: 'https://shopify.dev/api/usage/limits#rate-limits',
  },
});
