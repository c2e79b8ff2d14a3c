// Adds up Jest's JSON reports for .ci/run and prints the closing line. Skipped tests and empty suites are failures.
// Plain JavaScript, so that it also runs where `npm ci` failed and no Node 24 is there.
import { readFileSync } from "node:fs";

const [failedSteps, ...files] = process.argv.slice(2);
let passed = 0;
let failed = Number(failedSteps);
for (const file of files) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
    const skipped = report.numPendingTests + report.numTodoTests + report.numPendingTestSuites;
    if (skipped > 0) {
      console.log(`${file}: ${skipped} skipped`);
      failed += skipped;
    }
    if (report.numPassedTests === 0) throw new Error("no test passed");
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
