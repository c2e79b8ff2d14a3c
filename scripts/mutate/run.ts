// Runs Stryker over some passages of one folder, with the tests of that folder.
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import jestConfig from "../../jest.config.ts";
import { type Folder, testsOf } from "./folders.ts";
import type { Passage } from "./passages.ts";
import type { Mutant } from "./score.ts";

const [unit] = jestConfig.projects;

export async function mutate(
  folder: Folder,
  passages: readonly Passage[],
  concurrency: number,
): Promise<readonly Mutant[]> {
  const stryker = new Stryker({
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    testRunnerNodeArgs: ["--experimental-vm-modules"],
    jest: {
      projectType: "custom",
      enableFindRelatedTests: true,
      config: { ...unit, ...testsOf(folder), testTimeout: jestConfig.testTimeout, watchman: false },
    },
    mutate: passages.map(({ file, first, last }) => `${file}:${first}-${last}`),
    coverageAnalysis: "perTest",
    concurrency,
    // A busy machine is no infinite loop.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    // Stryker would read it with TypeScript's old programming interface, which TypeScript 7 has no more.
    tsconfigFile: "none",
    reporters: ["progress-append-only"],
  });
  const results = await stryker.runMutationTest();
  return results.map(({ status, fileName, location, mutatorName, replacement }) => ({
    status,
    where: `${relative(process.cwd(), fileName)}:${location.start.line}`,
    what: `${mutatorName} → ${(replacement ?? "").replaceAll(/\s+/g, " ").slice(0, 120)}`,
  }));
}
