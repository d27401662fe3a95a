import { dayOrdersOf, type DayOrder } from '../../order-fields/parsers/days.js';

/** Finds in which order a column writes day and month. */
export class DayOrderFinder {
  private readonly only = new Set<DayOrder>();
  private undecided = false;
  private undecidedWithoutDots = false;

  look(cell: string): void {
    const orders = dayOrdersOf(cell);
    if (orders.length === 1) this.only.add(orders[0]!);
    if (orders.length !== 2) return;
    this.undecided = true;
    this.undecidedWithoutDots ||= !cell.includes('.');
  }

  /**
   * `ambiguous` where nothing decides, or the dates contradict each other; null where no date needs an order.
   * Nobody who separates them by dots writes the month first, so it takes a date that does to think otherwise.
   */
  get found(): DayOrder | 'ambiguous' | null {
    if (this.only.size === 2) return 'ambiguous';
    const [only] = this.only;
    if (only || !this.undecided) return only ?? null;
    return this.undecidedWithoutDots ? 'ambiguous' : 'day-first';
  }
}
