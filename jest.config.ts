/** Two suites: `unit` needs nothing but npm; `e2e` needs a browser, the Azure CLI and kubectl (see .ci/run). */
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
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/e2e/"],
    },
    { ...common, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
