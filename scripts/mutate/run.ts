// Runs Stryker over some passages of one folder, with the tests of that folder.
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import jestConfig from "../../jest.config.ts";
import { startPostgres } from "../../test/store/postgres-server.ts";
import { type Folder, testsOf } from "./folders.ts";
import type { Passage } from "./passages.ts";
import type { Mutant } from "./score.ts";

const [unit] = jestConfig.projects;
const ours = {
  // Stryker puts this on top of jest.config.ts: with its three projects, every test would be run three times.
  projects: [],
  // A server for each mutant would take longer than most tests, and outlive a mutant that is timed out.
  globalSetup: undefined,
  globalTeardown: undefined,
  testTimeout: jestConfig.testTimeout,
  watchman: false,
};

export async function mutate(
  folder: Folder,
  passages: readonly Passage[],
  concurrency: number,
): Promise<readonly Mutant[]> {
  if (!folder.postgres) return stryke(folder, passages, concurrency);
  const server = await startPostgres();
  // Stryker's processes have this one's environment.
  process.env.TEST_POSTGRES = server.url;
  return stryke(folder, passages, concurrency).finally(server.stop);
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
        ...unit,
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
