import * as api from '../generated/hey-api/index.js';
import { client } from '../generated/hey-api/client.gen.js';
import { baseUrl, mainJob } from './main-job.js';

client.setConfig({ baseUrl });

/** Calls throw what is not a success, so that `data` is there. */
const throwOnError = true;

await mainJob({
  signup: async (body) => (await api.signup({ body, throwOnError })).data,
  createClient: async (auth, body) => (await api.createClient({ auth, body, throwOnError })).data,
  acceptInvitation: async (body) => (await api.acceptInvitation({ body, throwOnError })).data,
  createOrder: async (auth, body) => (await api.createOrder({ auth, body, throwOnError })).data,
  refusedOrder: async (auth, body) => {
    const { error } = await api.createOrder({ auth, body });
    if (!error) throw new Error('Nothing was refused');
    return error;
  },
  createOrderImport: async (auth, file) =>
    (await api.createOrderImport({ auth, body: { file }, throwOnError })).data,
  getOrderImport: async (auth, id) => (await api.getOrderImport({ auth, path: { id }, throwOnError })).data,
  listOrders: async (auth, query) => (await api.listOrders({ auth, query, throwOnError })).data,
  submitOrders: async (auth, ids) => (await api.submitOrders({ auth, body: { ids }, throwOnError })).data,
});
