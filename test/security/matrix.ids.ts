import type { Maker } from './matrix.maker.js';

export type Ids = Record<string, string>;

export const one =
  (kind: (make: Maker) => Promise<string>, name = 'id') =>
  async (make: Maker): Promise<Ids> => ({ [name]: await kind(make) });
export const ofOrganization =
  (ids: (make: Maker) => Promise<Ids>) =>
  async (make: Maker): Promise<Ids | undefined> =>
    make.isClient() ? undefined : ids(make);
export const ofClient =
  (ids: (make: Maker) => Promise<Ids>) =>
  async (make: Maker): Promise<Ids | undefined> =>
    make.isClient() ? ids(make) : undefined;

export const depot = ofOrganization(one((make) => make.depot()));
export const driver = ofOrganization(one((make) => make.driver()));
export const client = ofOrganization(one((make) => make.client()));
export const draft = ofClient(one((make) => make.order('draft')));
export const submitted = ofClient(one((make) => make.order()));
/** For dispatchers also clients' drafts are not there. */
export const stop = (status?: string) => async (make: Maker) => ({
  id: await make.order(make.isClient() ? 'draft' : status),
});
export const webhookDelivery = one((make) => make.webhookDelivery());
export const webhookEndpoint = one((make) => make.webhookEndpoint());
export const plannedRoute = ofOrganization(async (make) => {
  const id = await make.route();
  await make.stopOn(id);
  return { id };
});
export const startedRoute = ofOrganization(async (make) => {
  const id = await make.route('started');
  await make.stopOn(id, 'delivered');
  return { id };
});
export const visitedStop = (status: string) =>
  ofOrganization(async (make) => ({ id: await make.stopOn(await make.route('started'), status) }));
export const store = ofClient(one((make) => make.store(), 'shop'));
export const orderImport = ofClient(one((make) => make.doneImport()));
export const stopImport = ofOrganization(one((make) => make.doneImport()));
export const shopifyImport = ofClient(one((make) => make.shopifyImport()));
export const shopifyDataRequest = ofClient(one((make) => make.shopifyDataRequest()));
