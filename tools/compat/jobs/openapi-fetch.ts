import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi-fetch/schema.js';
import { baseUrl, bearer, mainJob } from './main-job.js';

/** Without the media type of answers to `fields`, which it would type each answer as, too. */
const api = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl });

function done<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

await mainJob({
  signup: async (body) => done(await api.POST('/v1/auth/signup', { body })),
  createClient: async (token, body) => done(await api.POST('/v1/clients', { headers: bearer(token), body })),
  acceptInvitation: async (body) => done(await api.POST('/v1/invitations/accept', { body })),
  createOrder: async (token, body) => done(await api.POST('/v1/orders', { headers: bearer(token), body })),
  refusedOrder: async (token, body) => {
    const { error } = await api.POST('/v1/orders', { headers: bearer(token), body });
    if (!error) throw new Error('Nothing was refused');
    return error;
  },
  createOrderImport: async (token, file) =>
    done(
      await api.POST('/v1/order-imports', {
        headers: bearer(token),
        body: { file },
        bodySerializer: (body) => {
          const form = new FormData();
          form.append('file', body.file);
          return form;
        },
      }),
    ),
  getOrderImport: async (token, id) =>
    done(await api.GET('/v1/order-imports/{id}', { headers: bearer(token), params: { path: { id } } })),
  listOrders: async (token, query) =>
    done(await api.GET('/v1/orders', { headers: bearer(token), params: { query } })),
  submitOrders: async (token, ids) =>
    done(await api.POST('/v1/orders/submit', { headers: bearer(token), body: { ids } })),
});
