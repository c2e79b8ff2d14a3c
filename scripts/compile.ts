// Starts the product once, with a store in memory and nothing real in its settings, and ends it. Where NODE_COMPILE_CACHE
// names a folder, Node.js keeps there what it compiled meanwhile, down to the functions that a start runs: the image is
// made with it.
const nobody = "00000000-0000-4000-8000-000000000000";
Object.assign(process.env, {
  MICROSOFT_APP_ID: nobody,
  MICROSOFT_APP_TENANT_ID: nobody,
  MICROSOFT_APP_PASSWORD: "none",
  OAUTH_CONNECTION_NAME: "none",
  POLICY_FILE: "policies/example.yaml",
  DATA_DIR: ":memory:",
  HOST: "127.0.0.1",
  PORT: "0",
});
await import("../src/main.ts");
// Loaded for the first question.
await import("../src/composition/arm.ts");
await import("@azure/identity");
process.kill(process.pid, "SIGTERM");
