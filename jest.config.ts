import { availableParallelism } from "node:os";

const common = {
  testEnvironment: "<rootDir>/test/jest/environment.ts",
  runtime: "<rootDir>/test/jest/runtime.ts",
  globalSetup: "<rootDir>/test/jest/own-folder.ts",
  transform: {},
  // Copies that `npm run mutate` works on, and what `npm run image` makes.
  modulePathIgnorePatterns: ["<rootDir>/\\.(stryker-tmp|local)/"],
};

/** Whole products wait most of the time: for a lease, a clock, another process. One more of them keeps all cores busy. */
const waiting = process.argv.some((each) => each === "e2e" || each === "prove") ? 1 : 0;

/** Making them takes longer than most tests do: made where a file is run that needs them. */
const withDatabases = {
  globalSetup: "<rootDir>/test/shared-databases.ts",
  globalTeardown: "<rootDir>/test/shared-databases-end.ts",
};

/**
 * `npm test` is `unit` and `stored`, which need nothing but npm. `e2e` is the product as a whole: in one process
 * (`test/flow`), before the real kubectl (`test/kubectl`) and before Teams' own client, kubectl and `az` (`test/e2e`, see
 * .ci/run). `prove` takes minutes, and hours with PROVE=1: kills, storms, outages, and whatever
 * draws thousands of cases by chance (`*.properties.test.ts`). `release` is what is tried before a release: the image, which is
 * made as root, the installed package, and back-ups.
 */
export default {
  maxWorkers: availableParallelism() + waiting,
  // For what hangs: no test asks how long something takes. A whole storm takes an hour.
  testTimeout: process.env.PROVE === "1" ? 7_200_000 : 300_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "<rootDir>/test/(e2e|flow|kubectl|prove|release|store)/",
        "<rootDir>/test/doors/cli/audit",
        "\\.properties\\.test",
      ],
    },
    {
      ...common,
      ...withDatabases,
      displayName: "stored",
      testMatch: ["<rootDir>/test/store/**/*.test.ts", "<rootDir>/test/doors/cli/audit*.test.ts"],
    },
    {
      ...common,
      displayName: "prove",
      testMatch: ["<rootDir>/test/prove/**/*.test.ts", "<rootDir>/test/**/*.properties.test.ts"],
    },
    { ...common, displayName: "release", testMatch: ["<rootDir>/test/release/**/*.test.ts"] },
    {
      ...common,
      ...withDatabases,
      displayName: "e2e",
      testMatch: ["<rootDir>/test/{e2e,flow,kubectl}/**/*.test.ts"],
    },
  ],
};
