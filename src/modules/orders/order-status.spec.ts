import fc from 'fast-check';
import {
  attemptStates,
  mayMove,
  orderStatuses,
  orderTransitions,
  orderViews,
  statusAfterAttempt,
  type OrderAction,
  type OrderStatus,
  deliveryStates,
} from './order-status.js';

const actions = Object.keys(orderTransitions) as OrderAction[];
const attempted: readonly OrderStatus[] = orderViews.completed;

describe('the states of an order', () => {
  it('are each in exactly one view', () => {
    expect([...orderViews.drafts, ...orderViews.active, ...orderViews.completed].sort()).toEqual(
      [...orderStatuses].sort(),
    );
  });

  it('are reached from a draft by submitting alone', () => {
    for (const action of actions)
      for (const to of orderStatuses)
        expect([action, to, mayMove(action, 'draft', to)]).toEqual([
          action,
          to,
          action === 'submit' && to === 'submitted',
        ]);
  });

  it('follow an attempt by its outcome, and only from the road on', () => {
    for (const state of attemptStates)
      for (const from of orderStatuses)
        expect(mayMove('attempt', from, statusAfterAttempt(state))).toBe(
          from === 'out_for_delivery' || attempted.includes(from),
        );
  });
});

describe('any history', () => {
  /** Applies the allowed steps; refused steps leave the state unchanged. */
  function play(
    steps: readonly (readonly [OrderAction, OrderStatus])[],
  ): [OrderAction | null, OrderStatus][] {
    const history: [OrderAction | null, OrderStatus][] = [[null, 'draft']];
    for (const [action, to] of steps) {
      if (mayMove(action, history.at(-1)![1], to)) history.push([action, to]);
    }
    return history;
  }
  const steps = fc.array(fc.tuple(fc.constantFrom(...actions), fc.constantFrom(...orderStatuses)), {
    maxLength: 60,
    size: 'max',
  });

  it('is out for delivery only after submit, assign and start, in that order', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const done = play(given).map(([action]) => action);
        const started = done.indexOf('start');
        if (started < 0) return;
        const assigned = done.lastIndexOf('assign', started);
        expect(assigned).toBeGreaterThan(0);
        expect(done.lastIndexOf('submit', assigned)).toBeGreaterThan(0);
      }),
    );
  });

  it('never goes back from the road but by rescheduling a failed stop', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const history = play(given);
        history.forEach(([action, status], index) => {
          const before = history[index - 1]?.[1];
          const wasOut = before === 'out_for_delivery' || (before && attempted.includes(before));
          const isOut = status === 'out_for_delivery' || attempted.includes(status);
          if (wasOut && !isOut)
            expect([before, action, status]).toEqual(['failed', 'reschedule', 'submitted']);
        });
      }),
    );
  });
});

describe('how an attempt may end', () => {
  it('is any way but not at all, and each leads to a state that attempts may lead to', () => {
    expect(attemptStates).toEqual(deliveryStates.filter((state) => state !== 'unattempted'));
    expect(attemptStates).not.toContain('unattempted');
    expect(attemptStates).toHaveLength(18);
    expect(statusAfterAttempt('delivered_to_mailbox')).toBe('delivered');
    expect(statusAfterAttempt('picked_up_unmanned')).toBe('picked_up');
    expect(statusAfterAttempt('failed_no_time')).toBe('failed');
  });
});
