// Adds up Jest's JSON reports for .ci/run and prints the closing line. Skipped tests, empty suites and missing or
// unfinished reports are failures.
// Plain JavaScript, so that it also runs where `npm ci` failed and no Node 24 is there.
import { readFileSync } from "node:fs";

/** Throws where the report does not say it. */
function countOf(report, name) {
  if (!Number.isSafeInteger(report[name])) throw new Error(`no ${name}`);
  return report[name];
}

function resultOf(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const [passed, failed, skipped] = [
    ["numPassedTests"],
    ["numFailedTests", "numRuntimeErrorTestSuites"],
    ["numPendingTests", "numTodoTests", "numPendingTestSuites"],
  ].map((names) => names.reduce((sum, name) => sum + countOf(report, name), 0));
  if (skipped > 0) console.log(`${file}: ${skipped} skipped`);
  if (passed === 0) throw new Error("no test passed");
  const said = failed + skipped;
  return { passed, failed: said === 0 && report.success !== true ? 1 : said };
}

const [failedSteps, ...files] = process.argv.slice(2);
let passed = 0;
let failed = Number(failedSteps);
for (const file of files) {
  try {
    const result = resultOf(file);
    passed += result.passed;
    failed += result.failed;
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    failed += 1;
  }
}
if (files.length === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
