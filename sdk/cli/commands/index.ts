import type { Command } from '../command.js';
import { accountCommands } from './account.js';
import { aboutCommands } from './about.js';
import { events } from './events.js';
import { importCommands } from './import.js';
import { orderCommands } from './orders.js';
import { routeCommands } from './routes.js';
import { sandboxCommands } from './sandbox.js';
import { stopCommands } from './stops.js';
import { webhookCommands } from './webhooks.js';

/** Every command there is, in the order of the work. */
export const commands: readonly Command[] = [
  ...accountCommands,
  ...importCommands,
  ...orderCommands,
  ...stopCommands,
  ...routeCommands,
  events,
  ...webhookCommands,
  ...sandboxCommands,
  ...aboutCommands,
];
