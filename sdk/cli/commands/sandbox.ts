import type { AttemptState, RouteWithStops, Waybill } from '../../src/index.js';
import { attemptStates } from '../choices.js';
import { command } from '../command.js';
import { patientTries } from '../connection.js';
import { fields } from '../layout.js';
import { Progress } from '../progress.js';
import { marks, show } from '../shown.js';
import type { Terminal } from '../terminal.js';
import { routeFields } from '../views.js';
import { setTimeout as delay } from 'node:timers/promises';

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
      choices: attemptStates,
      description: 'How the visits end, in turn; delivered_to_recipient without it.',
    },
    speed: {
      type: 'string',
      value: 'N',
      least: 1,
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
    const { waybill } = await connect();
    const driven = await waybill.sandbox.driveRoute(id, {
      outcome: options.outcome as AttemptState[] | undefined,
      speed: options.speed === undefined ? undefined : Number(options.speed),
    });
    const begun = show`${marks.good} On the way; stops to visit: ${driven.openStops}.`;
    if (!options.wait) return terminal.isJson ? terminal.json(driven) : terminal.say(begun);
    terminal.note(begun);
    const route = await completed(waybill, id, terminal, signal);
    if (terminal.isJson) return terminal.json(route);
    terminal.out(fields(routeFields(route), terminal.width));
  },
});

/** The route at its end, until which it is told how far it is. */
async function completed(
  waybill: Waybill,
  id: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<RouteWithStops> {
  const { routes } = waybill.withOptions({ maxRetries: patientTries });
  const progress = new Progress(terminal);
  try {
    for (;;) {
      const route = await routes.get(id);
      const { stops, done, failed } = route.progress;
      progress.update('Visited', done + failed, stops, 'stops');
      if (route.status === 'completed') return route;
      await delay(lookMilliseconds, undefined, { signal });
    }
  } catch (error) {
    progress.clear();
    terminal.note(show`The route goes on; waybill routes get ${id} tells how far it is.`);
    throw error;
  } finally {
    progress.clear();
  }
}

export const sandboxCommands = [drive];
