import { Api } from '../generated/swagger-typescript-api/api.js';
import { baseUrl, bearer, mainJob } from './main-job.js';

const { v1 } = new Api({ baseUrl });
const as = (token: string) => ({ headers: bearer(token) });

await mainJob({
  signup: async (body) => (await v1.signup(body)).data,
  createClient: async (token, body) => (await v1.createClient(body, as(token))).data,
  acceptInvitation: async (body) => (await v1.acceptInvitation(body)).data,
  createOrder: async (token, body) => (await v1.createOrder(body, as(token))).data,
  refusedOrder: async (token, body) => {
    const { error } = await v1
      .createOrder(body, as(token))
      .catch((answer: Awaited<ReturnType<typeof v1.createOrder>>) => answer);
    return error;
  },
  createOrderImport: async (token, file) => (await v1.createOrderImport({ file }, as(token))).data,
  getOrderImport: async (token, id) => (await v1.getOrderImport(id, as(token))).data,
  listOrders: async (token, query) => (await v1.listOrders(query, as(token))).data,
  submitOrders: async (token, ids) => (await v1.submitOrders({ ids }, as(token))).data,
});
