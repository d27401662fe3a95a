import { invalidFields } from './problems.js';

const refusal = (...details: string[]) =>
  invalidFields(details.map((detail) => ({ pointer: '/street', code: 'x', detail }))).detail;

describe('the text of a refusal', () => {
  it('reads on from the name of the field', () => {
    expect(refusal('is required')).toBe('/street is required.');
    expect(refusal('is required', 'may not be empty')).toBe('/street is required; /street may not be empty.');
  });

  it('keeps whole sentences whole', () => {
    expect(refusal('There is no address. Fill it.')).toBe('/street: There is no address. Fill it.');
    expect(refusal('There is no address. Fill it.', 'is required')).toBe(
      '/street: There is no address. Fill it; /street is required.',
    );
  });
});
