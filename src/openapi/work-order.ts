import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation } from './document-types.js';

/** The parts of the API, in the order in which a delivery company meets them. */
export const tags: [string, string][] = [
  ['Auth', 'Sign up, sign in, stay signed in, and the account of the person who is.'],
  ['Organization', 'The delivery company: its name, time zone and support contact.'],
  ['Depots', 'Where routes start. One is always the main depot; the first is made at sign-up.'],
  ['Clients', 'The companies that hand over their orders, and what each must fill in.'],
  [
    'Invitations',
    'The ways into a team: by e-mail or by a link, for a client’s first person or a colleague.',
  ],
  [
    'Teams',
    'Who works in your own organization or client, and as what. A team always has exactly one owner.',
  ],
  ['API keys', 'Credentials for programs, each with the scopes it needs.'],
  ['Required fields', 'Every field that an order may have, and those that a client’s orders must fill.'],
  ['Orders', 'The client’s side: draft, submit, withdraw, follow.'],
  ['Order imports', 'Spreadsheets of orders: look, upload, correct what was rejected, undo.'],
  [
    'Integrations',
    'The client’s Shopify stores: connect, take over their orders, tell them what was delivered.',
  ],
  ['Stops', 'The dispatcher’s side of the same orders: a stop has the id of its order.'],
  ['Stop imports', 'Spreadsheets of stops for dispatchers, with a Client ID column.'],
  [
    'Import mapping',
    'What `mapping` of earlier spreadsheets is remembered: of a client’s orders, or of the dispatchers’ stops.',
  ],
  ['Drivers', 'Who drives the routes.'],
  ['Routes', 'Stops in order, with their ETAs, and the run sheet for the driver.'],
  ['Files', 'Photos and signatures behind the signed URLs that their proof of delivery tells.'],
  ['Tracking', 'What the recipient of an order sees.'],
  ['Events', 'What happens, as a list to go on reading and as a stream.'],
  [
    'Webhook endpoints',
    'Where events are sent as they happen, signed by Standard Webhooks, and what became of each.',
  ],
  ['Jobs', 'Work behind the scenes that failed for good, and another try of it.'],
  [
    'Sandbox',
    'An organization to try everything in: mails stay inside, routes drive themselves, its clock moves.',
  ],
  ['Health', 'Probes for operators.'],
];

/** What everybody calls first; the other paths of a part follow as its controllers declare them. */
const firstPaths = ['/v1/auth/signup', '/v1/auth/login', '/v1/auth/refresh', '/v1/auth/logout'];
const methods = ['get', 'post', 'put', 'patch', 'delete'];

export function inWorkOrder(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  const partOf = (path: object) => {
    const tag = (Object.values(path)[0] as Operation).tags?.[0];
    const part = tags.findIndex(([name]) => name === tag);
    if (part === -1) throw new Error(`Say in src/openapi/work-order.ts where ${tag} stands`);
    return part;
  };
  const placeOf = (name: string) =>
    (firstPaths.indexOf(name) + firstPaths.length + 1) % (firstPaths.length + 1);
  const ordered = Object.entries(paths)
    .map(([name, path]) => ({ name, path, part: partOf(path), place: placeOf(name) }))
    .sort((a, b) => a.part - b.part || a.place - b.place);
  return Object.fromEntries(ordered.map(({ name, path }) => [name, inMethodOrder(path)]));
}

function inMethodOrder<T extends object>(path: T): T {
  const place = ([method]: [string, unknown]) => methods.indexOf(method);
  return Object.fromEntries(Object.entries(path).sort((a, b) => place(a) - place(b))) as T;
}
