import { parentPort } from 'node:worker_threads';
import { solve, type SolvingTask } from './task.js';

parentPort!.once('message', (task: SolvingTask) => parentPort!.postMessage(solve(task)));
