import type { Catalogue } from './entry.js';

/** 409 of orders, which dispatchers see as stops. */
export const orderProblems = {
  external_id_taken: {
    status: 409,
    title: 'Another order already has this Id',
    meaning: 'The client’s own Id is unique among its orders, so that none is delivered twice by mistake.',
    remedy:
      'Find the other order by `externalId` and change that, or give this one another Id or none. Imports may `skip` or `update` repeated ones.',
  },
  order_not_editable: {
    status: 409,
    title: 'Only drafts can be changed',
    meaning: 'The order was handed over, so the delivery company counts on what stands in it.',
    remedy:
      'Withdraw it while it is on no route, change the draft and submit it again; later, ask the delivery company.',
  },
  order_not_submittable: {
    status: 409,
    title: 'Only drafts can be submitted',
    meaning: 'The order is not a draft any more: it was submitted before.',
    remedy: 'Leave it out; `GET /v1/orders/{id}` says how far it is.',
  },
  order_not_withdrawable: {
    status: 409,
    title: 'This order cannot be withdrawn',
    meaning:
      'It is a draft still, a driver has been there already, or the delivery company made it and not you.',
    remedy: 'Change a draft as it is. For the others, ask the delivery company to change or cancel them.',
  },
  order_on_route: {
    status: 409,
    title: 'The order is already on a route',
    detail: 'Take the stop off its route first; what was delivered stays.',
    meaning: 'A dispatcher has planned it, so it can be neither withdrawn nor returned nor deleted.',
    remedy:
      'A dispatcher takes the stop off its route: `DELETE /v1/routes/{id}/stops/{stopId}`. After the start the route goes on to its end.',
  },
  required_fields_missing: {
    status: 409,
    title: 'Required fields are missing',
    meaning:
      'Each client has fields that every order must fill; `missingFields` of the order names the empty ones.',
    remedy: 'Fill them and submit again. `GET /v1/required-fields` lists what is required.',
  },
  stop_not_assignable: {
    status: 409,
    title: 'The stop cannot be added to a route',
    meaning: 'It is on a route already or finished, so none of the stops in the request was added.',
    remedy:
      'Leave out those that `errors` names. A failed stop can be rescheduled, which makes it free again.',
  },
  stop_has_client: {
    status: 409,
    title: 'The stop belongs to a client already',
    meaning: 'This call makes a new client for a stop that has none.',
    remedy: 'To give the stop to another client, change `clientId` by `PATCH /v1/stops/{id}`.',
  },
  stop_not_editable: {
    status: 409,
    title: 'The stop can no longer be changed',
    meaning:
      'It is out for delivery or finished, or these fields belong to the client that submitted the order.',
    remedy:
      'Reschedule the stop first if it failed. Have the client change its own fields: return the order to it with a reason.',
  },
  stop_not_reschedulable: {
    status: 409,
    title: 'Only failed stops can be rescheduled',
    meaning: 'The last attempt at this stop did not fail, or there was none yet.',
    remedy: 'Record the attempt first if it did fail: `POST /v1/stops/{id}/attempts`.',
  },
  stop_not_returnable: {
    status: 409,
    title: 'The stop cannot be returned to its client',
    meaning: 'Only what a client submitted can go back to it; this stop was made by a dispatcher.',
    remedy: 'Change or delete the stop yourself.',
  },
  stop_not_out_for_delivery: {
    status: 409,
    title: 'The stop is not out for delivery',
    meaning: 'Attempts and proof belong to a stop whose route has started.',
    remedy: 'Put the stop on a route and start it: `POST /v1/routes/{id}/start`.',
  },
  proof_missing: {
    status: 409,
    title: 'The proof that is required is missing',
    meaning:
      'The organization or the client asks for a photo, a signature or a name with each delivery, and it is not there.',
    remedy:
      'Upload what `errors` names by `POST /v1/stops/{id}/proof`, then record the attempt. Where it cannot be had, record `failed_missing_required_proof`.',
  },
  proof_full: {
    status: 409,
    title: 'The visit has as much proof as one can hold',
    meaning:
      'One visit takes a limited number of photos and of signatures, which `detail` tells, and has them.',
    remedy: 'Keep the ones that are there: recorded proof is not replaced.',
  },
} as const satisfies Catalogue;
