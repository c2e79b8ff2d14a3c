/**
 * Three suites: `unit` needs nothing but npm; `prove` takes minutes (kills, storms, outages; hours with PROVE=1); `e2e`
 * needs a browser, the Azure CLI and kubectl (see .ci/run).
 */
const common = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  // Copies that `npm run mutate` works on.
  modulePathIgnorePatterns: ["<rootDir>/\\.stryker-tmp/"],
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
};

export default {
  maxWorkers: 4,
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      globalSetup: "<rootDir>/test/shared-databases.ts",
      globalTeardown: "<rootDir>/test/shared-databases-end.ts",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/e2e/", "/prove/"],
    },
    { ...common, displayName: "prove", testMatch: ["<rootDir>/test/prove/**/*.test.ts"] },
    { ...common, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
