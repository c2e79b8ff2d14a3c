// Runs Stryker over some passages of one folder, with the tests of that folder.
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import jestConfig from "../../jest.config.ts";
import startDatabases from "../../test/shared-databases.ts";
import endDatabases from "../../test/shared-databases-end.ts";
import { type Folder, testsOf } from "./folders.ts";
import type { Passage } from "./passages.ts";
import type { Mutant } from "./score.ts";

const ours = {
  // Stryker puts this on top of jest.config.ts: with its projects, every test would be run once for each of them.
  projects: [],
  // It runs the tests of one mutant after another in one process: Jest loads every module anew, Node would not.
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2024",
          parser: { syntax: "typescript" },
          experimental: { keepImportAttributes: true },
        },
        module: { type: "es6" },
      },
    ],
  },
  testTimeout: jestConfig.testTimeout,
  watchman: false,
};

export async function mutate(
  folder: Folder,
  passages: readonly Passage[],
  concurrency: number,
): Promise<readonly Mutant[]> {
  if (!folder.postgres) return stryke(folder, passages, concurrency);
  // Stryker's processes have this one's environment.
  await startDatabases();
  return stryke(folder, passages, concurrency).finally(endDatabases);
}

async function stryke(
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
      config: {
        ...ours,
        ...testsOf(
          folder,
          passages.map(({ file }) => file),
        ),
      },
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
