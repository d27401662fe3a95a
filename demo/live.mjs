import { expect, say, until } from './tell.mjs';

/** Until then more of the same may come, for the same line. */
const quietMilliseconds = 200;

const plain = (text) => text.replaceAll('_', ' ');
const outcome = ({ state }) => plain(state).replace('failed', 'failed:');
/** Where the name of a type does not say it plainly. */
const phrases = {
  'import.progressed': () => 'spreadsheet being read',
  'import.completed': () => 'spreadsheet read',
  'integration.connected': () => 'store connected',
  'order.delivered': outcome,
  'order.failed': outcome,
  'order.picked_up': outcome,
  'order.eta_changed': () => 'expected at another time',
  'order.proof_added': ({ kind }) => `${kind} added`,
  'order.store_fulfilled': () => 'marked as fulfilled in its store',
};
const phraseOf = ({ type, data }) => phrases[type]?.(data) ?? plain(type.split('.')[1]);

/**
 * A client's program that follows what happens, from after an event on. Prints it as it comes: in one line what came of
 * many orders, or all that came of one.
 */
export class Live {
  /** Everything that came, in the order in which it came. */
  events = [];
  /** How many of each type came since they were last asked for. */
  #news = new Map();
  #line = [];
  #names = new Map();
  #timer;
  #failure;

  constructor(client, after) {
    this.client = client;
    this.after = after;
    this.subscription = client.events.subscribe({ after, onEvent: (event) => this.#take(event) });
    this.subscription.closed.catch((error) => (this.#failure = error));
  }

  /** Waits until so many of each type have come since they were last asked for; more must not have. */
  async shows(wanted) {
    const types = Object.keys(wanted);
    const counts = () => Object.fromEntries(types.map((type) => [type, this.#news.get(type) ?? 0]));
    await this.#until(`the live stream tells ${JSON.stringify(wanted)}`, () =>
      types.every((type) => counts()[type] >= wanted[type]),
    );
    this.#print();
    expect('The live stream told', counts(), wanted);
    for (const type of types) this.#news.delete(type);
  }

  /** Waits until it has come as far as the feed, and ends. @returns the feed */
  async end() {
    const feed = await this.#until('the live stream comes to the end of the feed', async () => {
      const events = await this.client.events.list({ after: this.after }).toArray();
      return events.at(-1).id === this.events.at(-1).id && events;
    });
    this.close();
    await this.subscription.closed;
    return feed;
  }

  close() {
    this.#print();
    this.subscription.close();
  }

  #until(what, ask) {
    return until(what, () => {
      if (this.#failure) throw this.#failure;
      return ask();
    });
  }

  async #take(event) {
    const name = event.orderId && (await this.#nameOf(event.orderId));
    this.events.push(event);
    this.#news.set(event.type, (this.#news.get(event.type) ?? 0) + 1);
    const entry = { name, text: phraseOf(event) };
    const goesOn = (key) => this.#line.every((one) => one[key] === entry[key]);
    if (!goesOn('name') && !goesOn('text')) this.#print();
    this.#line.push(entry);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#print(), quietMilliseconds);
  }

  /** By the order's own Id. One that is not known yet is looked up with all the others. */
  async #nameOf(id) {
    if (!this.#names.has(id))
      for (const order of await this.client.orders.list().toArray())
        this.#names.set(order.id, order.externalId);
    return this.#names.get(id);
  }

  #print() {
    clearTimeout(this.#timer);
    const line = this.#line.splice(0);
    if (line.length === 0) return;
    const [{ name, text }] = line;
    const texts = line.map((one) => one.text).join(', ');
    if (line.some((one) => one.name !== name)) say(`live: ${line.length} orders ${text}`);
    else say(`live: ${name ? `${name}: ` : ''}${texts}`);
  }
}
