import type { Catalogue } from './entry.js';

/** 409 of routes. */
export const routeProblems = {
  route_started: {
    status: 409,
    title: 'The route has already started',
    meaning:
      'After the start the driver follows the list: stops are neither added nor taken off, and the route is not deleted.',
    remedy:
      'Record an attempt for each stop that will not be reached, and reschedule those on another route.',
  },
  route_not_started: {
    status: 409,
    title: 'The route has not started',
    meaning: 'Completing and delaying are for routes that are being driven.',
    remedy: 'Start it by `POST /v1/routes/{id}/start`; to begin later, change its `startsAt`.',
  },
  route_changed: {
    status: 409,
    title: 'The stops of the route have changed meanwhile',
    meaning: 'While a good order was sought, somebody added or removed stops, so the result fits no more.',
    remedy: 'Send the same call again: it begins from the stops as they are now.',
  },
  route_empty: {
    status: 409,
    title: 'The route has no stops',
    meaning:
      'There is nothing to start or to put into order, or no unassigned stop fits the filter of a plan.',
    remedy:
      'Add stops by `POST /v1/routes/{id}/stops`, or widen the filter; `GET /v1/stops?assigned=false` shows what waits.',
  },
  route_has_open_stops: {
    status: 409,
    title: 'The route still has stops without an attempt',
    meaning:
      'A route is completed when every stop was delivered, picked up or failed, and some are still open.',
    remedy: 'Record what became of each; `failed_no_time` is for those that were not reached.',
  },
  route_full: {
    status: 409,
    title: 'The route has as many stops as one can hold',
    meaning: 'With the new stops the route would have more than the most that `detail` names.',
    remedy: 'Make another route for the rest, or let `POST /v1/routes/plan` divide them among drivers.',
  },
  route_completed: {
    status: 409,
    title: 'The route is completed',
    meaning: 'It was driven to its end and stays as it was.',
    remedy:
      'Put what is left on a new route. A result that was recorded wrongly is corrected by another attempt at the stop.',
  },
  route_being_driven: {
    status: 409,
    title: 'The route is being driven already',
    detail: 'Wait until it is completed: `GET /v1/routes/{id}` says.',
    meaning: 'A route of a sandbox drives itself at most once at a time.',
    remedy: 'Wait until `GET /v1/routes/{id}` says `completed`, or drive another route.',
  },
} as const satisfies Catalogue;
