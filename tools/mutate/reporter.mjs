/** Records the first failed test: with `--bail` Jest exits before it writes its report. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

export default class FirstFailure {
  onTestResult(_test, { testFilePath, testResults, failureMessage }) {
    const file = process.env.MUTATE_REPORT;
    if (!failureMessage || existsSync(file)) return;
    const failed = testResults.find(({ status }) => status === 'failed');
    const what = failed?.fullName ?? `does not run: ${failureMessage.slice(0, 300)}`;
    writeFileSync(file, `${basename(testFilePath)}: ${what}`);
  }
}
