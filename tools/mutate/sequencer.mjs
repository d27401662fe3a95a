/** Runs the files in the order that `MUTATE_TESTS` lists them in. */
const order = (process.env.MUTATE_TESTS ?? '').split(',');
const place = ({ path }) => order.findIndex((name) => path.endsWith(name));

export default class InGivenOrder {
  sort(tests) {
    return [...tests].sort((a, b) => place(a) - place(b));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
