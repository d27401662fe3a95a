import * as api from '../generated/orval/api.js';
import { bearer, mainJob } from './main-job.js';

const as = (token: string) => ({ headers: bearer(token) });

/** The answer of the one success that the document has for the operation. */
function done<Answer extends { status: number; data: unknown }, Status extends Answer['status']>(
  status: Status,
  answer: Answer,
): Extract<Answer, { status: Status }>['data'] {
  if (answer.status !== status) throw new Error(JSON.stringify(answer.data));
  return answer.data;
}

await mainJob({
  signup: async (body) => done(201, await api.signup(body)),
  createClient: async (token, body) => done(201, await api.createClient(body, as(token))),
  acceptInvitation: async (body) => done(201, await api.acceptInvitation(body)),
  createOrder: async (token, body) => done(201, await api.createOrder(body, as(token))),
  refusedOrder: async (token, body) => done(400, await api.createOrder(body, as(token))),
  createOrderImport: async (token, file) => done(202, await api.createOrderImport({ file }, as(token))),
  getOrderImport: async (token, id) => done(200, await api.getOrderImport(id, as(token))),
  listOrders: async (token, query) => done(200, await api.listOrders(query, as(token))),
  submitOrders: async (token, ids) => done(200, await api.submitOrders({ ids }, as(token))),
});
