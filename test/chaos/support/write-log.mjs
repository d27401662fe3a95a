/**
 * What was asked to be written, and what the server has acknowledged of it. A write is told by its tag, which stands
 * in the row as well.
 */
export class WriteLog {
  /** tag → { isKeyed, id, submitted } ; `id` once it was acknowledged. */
  orders = new Map();
  /** File name → { rows, id }. */
  imports = new Map();
  /** Tags of acknowledged orders that nobody has asked to submit. */
  drafts = [];
  /** Keyed requests without a final answer yet: they are asked again until they have one. */
  open = [];

  constructor(name) {
    this.name = name;
    this.made = 0;
  }

  newTag() {
    this.made += 1;
    return `${this.name}-${this.made}`;
  }

  acknowledgeOrder(tag, id) {
    const order = this.orders.get(tag);
    const before = order.id;
    order.id = id;
    if (before === undefined) this.drafts.push(tag);
    return before === undefined || before === id;
  }

  acknowledged() {
    return [...this.orders].filter(([, { id }]) => id !== undefined);
  }
}
