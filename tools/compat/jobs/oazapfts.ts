import { ok } from '@oazapfts/runtime';
import * as api from '../generated/oazapfts/api.js';
import { baseUrl, bearer, mainJob } from './main-job.js';

api.defaults.baseUrl = baseUrl;
const as = (token: string) => ({ headers: bearer(token) });

await mainJob({
  signup: (body) => ok(api.signup(body)),
  createClient: (token, body) => ok(api.createClient(body, {}, as(token))),
  acceptInvitation: (body) => ok(api.acceptInvitation(body)),
  createOrder: (token, body) => ok(api.createOrder(body, {}, as(token))),
  refusedOrder: async (token, body) => {
    const answer = await api.createOrder(body, {}, as(token));
    if (answer.status !== 400) throw new Error('Nothing was refused');
    return answer.data;
  },
  createOrderImport: (token, file) => ok(api.createOrderImport({ file }, {}, as(token))),
  getOrderImport: (token, id) => ok(api.getOrderImport(id, as(token))),
  listOrders: (token, query) => ok(api.listOrders(query, as(token))),
  submitOrders: (token, ids) => ok(api.submitOrders({ ids }, {}, as(token))),
});
