import { drawLabels } from './label-drawing.js';
import type { Label } from './label-plan.js';

const label: Label = {
  sender: 'Manhattan Libraries',
  carrier: 'Swift Wheels',
  heading: 'DELIVER TO',
  name: 'Ada Reader',
  address: '476 5th Ave',
  facts: '',
  notes: '',
  count: '1 of 1',
  code: 'G7K2M-9QX4T-1',
};

describe('the drawing of labels', () => {
  it('stops when nobody wants them any more', async () => {
    const controller = new AbortController();
    const drawn = drawLabels({ labels: Array<Label>(1000).fill(label), size: 'a6' }, controller.signal);
    setImmediate(() => controller.abort(new Error('left')));
    await expect(drawn).rejects.toThrow('left');
  });
});
