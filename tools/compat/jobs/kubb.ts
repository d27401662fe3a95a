import * as api from '../generated/kubb/index.js';
import { baseUrl, bearer, mainJob } from './main-job.js';

/** Its fetch names no type for JSON. */
const json = { 'Content-Type': 'application/json' };
const anyone = { baseURL: baseUrl, headers: json };
const as = (token: string) => ({ baseURL: baseUrl, headers: { ...json, ...bearer(token) } });
const uploadAs = (token: string) => ({ baseURL: baseUrl, headers: bearer(token) });

await mainJob({
  signup: async (data) => (await api.signup({ data }, anyone)).data,
  createClient: async (token, data) => (await api.createClient({ data }, as(token))).data,
  acceptInvitation: async (data) => (await api.acceptInvitation({ data }, anyone)).data,
  createOrder: async (token, data) => (await api.createOrder({ data }, as(token))).data,
  // This client does not throw, and types every answer as the success.
  refusedOrder: async (token, data) => {
    const answer: unknown = (await api.createOrder({ data }, as(token))).data;
    return answer as api.CreateOrder400;
  },
  createOrderImport: async (token, file) =>
    (await api.createOrderImport({ data: { file } }, uploadAs(token))).data,
  getOrderImport: async (token, id) => (await api.getOrderImport({ id }, as(token))).data,
  listOrders: async (token, params) => (await api.listOrders({ params }, as(token))).data,
  submitOrders: async (token, ids) => (await api.submitOrders({ data: { ids } }, as(token))).data,
});
