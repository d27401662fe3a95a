/** Jest's Node environment that skips the rest of a file after its first failed test. */
import { TestEnvironment } from 'jest-environment-node';

export default class UntilFirstFailure extends TestEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.#failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.#failed = true;
  }
}
