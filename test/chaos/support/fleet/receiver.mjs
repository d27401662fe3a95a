import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ownProcesses } from '../processes.mjs';

/** A process that is sent webhooks, which nothing of what is broken reaches. */
export class Receiver {
  static async open() {
    const receiver = new Receiver();
    receiver.child = fork(new URL('./receiver-process.mjs', import.meta.url));
    ownProcesses.add(receiver.child);
    receiver.url = `http://127.0.0.1:${(await receiver.told()).port}`;
    return receiver;
  }

  /** From now on takes what is sent to this path, signed by this secret. */
  trust(path, secret) {
    return this.told({ path, secret });
  }

  /** @returns how many messages had no good signature, and of the others how often each came, by endpoint and `webhook-id` */
  async told(question = {}) {
    const answer = once(this.child, 'message');
    this.child.send(question);
    return (await answer)[0];
  }

  close() {
    ownProcesses.delete(this.child);
    this.child.kill('SIGKILL');
  }
}
