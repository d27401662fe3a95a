import type { AttemptState, RouteWithStops } from '../../src/index.js';
import { command } from '../command.js';
import { UsageError } from '../failures.js';
import { fields } from '../layout.js';
import { Progress } from '../progress.js';
import { marks, show } from '../shown.js';
import { routeFields } from '../views.js';
import { setTimeout as delay } from 'node:timers/promises';

const known: Record<AttemptState, true> = {
  delivered_to_recipient: true,
  delivered_to_third_party: true,
  delivered_to_mailbox: true,
  delivered_to_safe_place: true,
  delivered_to_pickup_point: true,
  delivered_other: true,
  picked_up_from_customer: true,
  picked_up_unmanned: true,
  picked_up_from_locker: true,
  picked_up_other: true,
  failed_not_home: true,
  failed_cant_find_address: true,
  failed_no_parking: true,
  failed_no_time: true,
  failed_package_not_available: true,
  failed_missing_required_proof: true,
  failed_payment_not_received: true,
  failed_other: true,
};

const lookMilliseconds = 500;

const drive = command({
  name: 'sandbox drive',
  summary: 'Drive a route of a sandbox to its end',
  details: [
    'The route starts where it has not, and each stop is attempted through the same calls that drivers make.',
  ],
  args: [{ name: 'route', description: 'Its UUID.' }],
  options: {
    outcome: {
      type: 'string',
      multiple: true,
      choices: Object.keys(known),
      description: 'How the visits end, in turn; delivered_to_recipient without it.',
    },
    speed: {
      type: 'string',
      value: 'N',
      description: 'How many times faster than planned, 1 to 10000; at once without it.',
    },
    wait: { type: 'boolean', short: 'w', description: 'Wait for the end.' },
  },
  examples: [
    ['sandbox drive 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01 --wait', 'At once'],
    [
      'sandbox drive 0195d0c2-7c1e-7000-8000-3f2a5b6c7d01 --speed 60 --outcome delivered_to_recipient --outcome failed_not_home',
      'An hour a minute, every second one fails',
    ],
  ],
  async run({ args: [id = ''], options, terminal, connect, signal }) {
    const speed = options.speed === undefined ? undefined : Number(options.speed);
    if (speed !== undefined && !(speed >= 1 && speed <= 10_000))
      throw new UsageError(
        show`--speed is a number from 1 to 10000, not “${options.speed}”.`,
        'sandbox drive',
      );
    const { waybill } = await connect();
    const driven = await waybill.sandbox.driveRoute(id, {
      outcome: options.outcome as AttemptState[] | undefined,
      speed,
    });
    if (!options.wait) {
      if (terminal.isJson) return terminal.json(driven);
      return terminal.say(show`${marks.good} On the way, with ${driven.openStops} stops to visit.`);
    }
    const progress = new Progress(terminal);
    try {
      for (;;) {
        const route: RouteWithStops = await waybill.routes.get(id);
        const { stops, done, failed } = route.progress;
        progress.update('Visited', done + failed, stops, 'stops');
        if (route.status === 'completed') {
          progress.clear();
          if (terminal.isJson) return terminal.json(route);
          return terminal.out(fields(routeFields(route), terminal.width));
        }
        await delay(lookMilliseconds, undefined, { signal });
      }
    } finally {
      progress.clear();
    }
  },
});

export const sandboxCommands = [drive];
