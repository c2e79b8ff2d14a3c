/** Who may import whom. The table stands in docs/architecture.md; this file enforces it. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    only(
      "core-is-pure",
      "^src/core",
      "^(src/core|node_modules/(zod|yaml|ipaddr.js)/)",
      "core decides; it does no I/O",
    ),
    only(
      "app-knows-ports",
      "^src/app",
      "^(src/(core|app)|node:crypto|crypto)",
      "app orders effects through ports",
    ),
    only(
      "presenters-are-pure",
      "^src/presenters",
      "^(src/(core|presenters)|cards/|node_modules/(adaptivecards-templating|adaptive-expressions)/)",
      "value to card",
    ),
    {
      name: "azure-and-store-know-ports-only",
      severity: "error",
      from: { path: "^src/(azure|store)/" },
      to: { path: "^src/(bot|presenters|app/(?!ports)|main|config|cli)" },
    },
    only(
      "text-worker-knows-core-and-its-port",
      "^src/text-worker",
      "^(src/(core|text-worker)|src/app/ports-text|(node:)?worker_threads)",
      "a thread with the core in it",
    ),
    {
      name: "azure-sdk-stays-in-azure",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(azure|product)" },
      to: { path: "node_modules/@azure/" },
    },
    {
      name: "database-stays-in-store",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(store|product)" },
      to: { path: "node_modules/(kysely|pg|pg-boss|@electric-sql)/" },
    },
    {
      name: "botbuilder-stays-in-bot",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(bot|product)" },
      to: { path: "node_modules/(botbuilder|botbuilder-core|botframework-[a-z]+|restify)/" },
    },
    {
      name: "bot-has-no-backdoor",
      severity: "error",
      from: { path: "^src/bot" },
      to: { path: "^src/(azure|store|main|config|cli)" },
    },
    {
      name: "product-knows-no-simulator",
      severity: "error",
      from: { path: "^src" },
      to: { path: "^(simulator|test|scripts|bench)" },
    },
    {
      name: "command-line-is-a-door",
      comment: "src/cli* may import all; nobody imports it",
      severity: "error",
      from: { path: "^src", pathNot: "^src/cli" },
      to: { path: "^src/cli" },
    },
    { name: "simulator-stands-alone", severity: "error", from: { path: "^simulator" }, to: { path: "^src" } },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
