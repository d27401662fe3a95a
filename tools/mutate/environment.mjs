/** Node's test environment that skips what is left of a file once one of its tests has failed. */
import { TestEnvironment } from 'jest-environment-node';

export default class UntilFirstFailure extends TestEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.#failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.#failed = true;
  }
}
