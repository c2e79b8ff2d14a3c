// The closing line of CI: every way in which a suite can say less than it should is a failure.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sum-results-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const clean = {
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numPendingTestSuites: 0,
  numRuntimeErrorTestSuites: 0,
};

/** `reports` as Jest writes them; a text is written as it is, and null leaves no file behind. */
async function summed(failedSteps: string, ...reports: readonly (object | string | null)[]) {
  const files = reports.map((_report, index) => join(folder, `${index}.json`));
  for (const [index, report] of reports.entries()) {
    const text = typeof report === "string" ? report : JSON.stringify(report);
    if (report !== null) await writeFile(files[index] ?? "", text);
  }
  const ran = spawnSync(process.execPath, ["scripts/sum-results.mjs", failedSteps, ...files], {
    encoding: "utf8",
  });
  return { status: ran.status, last: ran.stdout.trim().split("\n").at(-1) };
}

test("all passed: summed over the suites", async () => {
  expect(await summed("0", clean, { ...clean, numPassedTests: 2 })).toEqual({
    status: 0,
    last: "7 passed, 0 failed",
  });
});

test.each<[string, string, object | string | null, string]>([
  ["a step before them failed", "1", clean, "10 passed, 1 failed"],
  ["a test failed", "0", { ...clean, numFailedTests: 2 }, "10 passed, 2 failed"],
  ["a file did not load", "0", { ...clean, numRuntimeErrorTestSuites: 1 }, "10 passed, 1 failed"],
  ["a test was skipped", "0", { ...clean, numPendingTests: 3 }, "10 passed, 3 failed"],
  ["a test is yet to be written", "0", { ...clean, numTodoTests: 1 }, "10 passed, 1 failed"],
  ["a whole file was skipped", "0", { ...clean, numPendingTestSuites: 1 }, "10 passed, 1 failed"],
  ["Jest says no, and not why", "0", { ...clean, success: false }, "10 passed, 1 failed"],
  ["no test ran", "0", { ...clean, numPassedTests: 0 }, "5 passed, 1 failed"],
  ["the suite left no report", "0", null, "5 passed, 1 failed"],
  ["the report was cut off", "0", '{"numPassedTests": 5', "5 passed, 1 failed"],
  ["the report lacks its numbers", "0", {}, "5 passed, 1 failed"],
])("%s: failed", async (_what, failedSteps, report, last) => {
  expect(await summed(failedSteps, clean, report)).toEqual({ status: 1, last });
});

test("without any report", async () => {
  expect(await summed("0")).toEqual({ status: 1, last: "0 passed, 1 failed" });
});
