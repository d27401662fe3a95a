import { apiVersion } from '../store/api-version.ts';
import { gid } from '../store/ids.ts';
import { type WebhookSubscription } from '../store/store.ts';
import { connect, type ConnectionArgs } from './connections.ts';
import { type AdminContext, type Fields, type UserError } from './context.ts';
import { idOf } from './resolve-orders.ts';

interface SubscriptionsArgs extends ConnectionArgs {
  topics?: string[] | null;
  uri?: string | null;
}

interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
  filter?: string | null;
  includeFields?: string[] | null;
}

export const webhookQueries: Fields = {
  webhookSubscriptions: (_: unknown, { topics, uri, ...args }: SubscriptionsArgs, { store }) =>
    connect(
      [...store.subscriptions.values()].filter(
        (one) => (!topics || topics.includes(one.topic)) && (!uri || one.uri === uri),
      ),
      args,
    ),
  webhookSubscription: (_: unknown, { id }: { id: string }, { store }) =>
    store.subscriptions.get(idOf(id, 'WebhookSubscription')) ?? null,
};

export const webhookMutations: Fields = {
  webhookSubscriptionCreate: (
    _: unknown,
    { topic, webhookSubscription: input }: { topic: string; webhookSubscription: SubscriptionInput },
    context,
  ) => {
    const { store } = context;
    const errors = faultsOf(context, topic, input);
    if (errors.length > 0) return { webhookSubscription: null, userErrors: errors };
    const now = new Date().toISOString();
    const subscription: WebhookSubscription = {
      id: store.ids.next(),
      topic,
      uri: addressOf(input),
      filter: input.filter ?? null,
      includeFields: input.includeFields ?? [],
      createdAt: now,
      updatedAt: now,
    };
    store.subscriptions.set(subscription.id, subscription);
    note(context, 'created', subscription);
    return { webhookSubscription: subscription, userErrors: [] };
  },

  webhookSubscriptionUpdate: (
    _: unknown,
    { id, webhookSubscription: input }: { id: string; webhookSubscription: SubscriptionInput },
    context,
  ) => {
    const found = context.store.subscriptions.get(idOf(id, 'WebhookSubscription'));
    const errors = found ? faultsOf(context, found.topic, input, found) : [notFound];
    if (!found || errors.length > 0) return { webhookSubscription: null, userErrors: errors };
    found.uri = addressOf(input) || found.uri;
    found.filter = input.filter ?? found.filter;
    found.includeFields = input.includeFields ?? found.includeFields;
    found.updatedAt = new Date().toISOString();
    note(context, 'updated', found);
    return { webhookSubscription: found, userErrors: [] };
  },

  webhookSubscriptionDelete: (_: unknown, { id }: { id: string }, context) => {
    const found = context.store.subscriptions.get(idOf(id, 'WebhookSubscription'));
    if (!found) return { deletedWebhookSubscriptionId: null, userErrors: [notFound] };
    context.store.subscriptions.delete(found.id);
    note(context, 'deleted', found);
    return { deletedWebhookSubscriptionId: id, userErrors: [] };
  },
};

const notFound: UserError = { field: ['id'], message: 'Webhook subscription does not exist' };
const addressOf = ({ uri, callbackUrl }: SubscriptionInput): string => uri ?? callbackUrl ?? '';

function faultsOf(
  { store, scopes }: AdminContext,
  topic: string,
  input: SubscriptionInput,
  self?: WebhookSubscription,
): UserError[] {
  const uri = addressOf(input) || (self?.uri ?? '');
  if (!/^https?:\/\//.test(uri) || !URL.canParse(uri))
    return [{ field: ['webhookSubscription', 'callbackUrl'], message: 'Address is invalid' }];
  if (topic.startsWith('ORDERS_') && !scopes.has('read_orders'))
    return [
      {
        field: ['webhookSubscription', 'topic'],
        message: `You do not have permission to create or update webhooks with ${topic.toLowerCase().replace('_', '/')} topic.`,
      },
    ];
  const isTaken = [...store.subscriptions.values()].some(
    (one) => one !== self && one.topic === topic && one.uri === uri,
  );
  if (!isTaken) return [];
  const message = 'Address for this topic has already been taken';
  return [{ field: ['webhookSubscription', 'callbackUrl'], message }];
}

const note = ({ world, store }: AdminContext, what: string, { id, topic, uri }: WebhookSubscription) =>
  world.log.add(store.shop, 'subscription', { what, id: gid('WebhookSubscription', id), topic, uri });

export const webhookFields: Fields = {
  id: ({ id }: WebhookSubscription) => gid('WebhookSubscription', id),
  legacyResourceId: ({ id }: WebhookSubscription) => String(id),
  callbackUrl: ({ uri }: WebhookSubscription) => uri,
  endpoint: ({ uri }: WebhookSubscription) => ({ __typename: 'WebhookHttpEndpoint', callbackUrl: uri }),
  format: () => 'JSON',
  metafieldNamespaces: () => [],
  name: () => null,
  apiVersion: () => ({ handle: apiVersion, displayName: apiVersion, supported: true }),
};
