/** Who may import whom. The table stands in docs/architecture.md; this file enforces it. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});

/** The core, from the ground up: each folder imports itself and what stands before it. */
const levels = [
  "text",
  "redact",
  "command",
  "snapshot",
  "fix/write",
  "outcome",
  "network",
  "client",
  "fix",
  "requirement",
  "finding",
  "in-cluster",
  "access",
  "diagnosis",
  "path-diagram",
];

const aboveCore = levels.map((name, index) => ({
  name: `core-${name}-knows-what-stands-below`,
  severity: "error",
  from: { path: `^src/core/${name}/` },
  to: {
    path: "^src/core/",
    pathNot: `^src/core/([a-z-]+\\.ts|(${levels.slice(0, index + 1).join("|")})/)`,
  },
}));

/** The use cases, from the ground up. */
const floors = [
  "ports",
  "doctor",
  "install",
  "delivery",
  "identity",
  "cluster",
  "incident",
  "run",
  "change",
  "diagnosis",
  "fix",
  "conversation",
];

const aboveApp = floors.map((name, index) => ({
  name: `app-${name}-knows-what-stands-below`,
  severity: "error",
  from: { path: `^src/app/${name}/` },
  to: { path: "^src/app/", pathNot: `^src/app/(${floors.slice(0, index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...aboveCore,
    ...aboveApp,
    only(
      "core-is-pure",
      "^src/core",
      "^(src/core|node_modules/(zod|yaml|ipaddr.js|ical.js)/)",
      "core decides; it does no I/O",
    ),
    only(
      "app-knows-ports",
      "^src/app",
      "^(src/(core|app)|node:crypto|crypto)",
      "app orders effects through ports",
    ),
    {
      name: "texts-are-read-in-one-place",
      severity: "error",
      from: { path: "^src/presenters", pathNot: "^src/presenters/messages/catalogue/read-catalogue\\.ts$" },
      to: { path: "^(node:)?fs" },
    },
    only(
      "presenters-are-pure",
      "^src/presenters",
      "^(src/(core|presenters)|cards/|(node:)?(fs|module)$|node_modules/(adaptivecards-templating|adaptive-expressions|intl-messageformat|docx)/)",
      "value to card",
    ),
    {
      name: "language-by-locale",
      comment: "whoever speaks asks messages.ts for the language of whoever listens",
      severity: "error",
      from: { path: "^(src|scripts)/", pathNot: "^src/presenters/messages/messages\\.ts$" },
      to: { path: "^src/presenters/messages/language\\.ts$" },
    },
    {
      name: "operator-texts-stay-off-cards",
      comment: "they are English alone, and a person in Teams may read another language",
      severity: "error",
      from: {
        path: "^src/",
        pathNot:
          "^src/(doors/cli/|composition/(policy-file|readiness|telemetry)\\.ts$|presenters/messages/operator/)",
      },
      to: { path: "^src/presenters/messages/operator/" },
    },
    {
      name: "azure-and-store-know-ports-only",
      severity: "error",
      from: { path: "^src/(azure|store)/" },
      to: { path: "^src/(doors|presenters|app/(?!ports/)|main|composition|config|cli)" },
    },
    only(
      "on-call-knows-core-and-its-ports",
      "^src/on-call",
      "^(src/(core|on-call|app/ports)/|node_modules/zod/)",
      "services that keep schedules, over HTTP",
    ),
    only(
      "telemetry-knows-core-and-its-port",
      "^src/telemetry",
      "^(src/(core|telemetry)/|src/app/ports/|node_modules/@opentelemetry/|(node:)?(async_hooks|crypto|timers/promises)$)",
      "metrics, traces, and for which request something is done",
    ),
    {
      name: "opentelemetry-stays-in-telemetry",
      severity: "error",
      from: { path: "^src", pathNot: "^src/telemetry/" },
      to: { path: "node_modules/@opentelemetry/" },
    },
    only(
      "text-worker-knows-core-and-its-port",
      "^src/text-worker",
      "^(src/(core|text-worker)|src/app/ports/text-work|(node:)?worker_threads$)",
      "a thread with the core in it",
    ),
    {
      name: "azure-sdk-stays-in-azure",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(azure|composition)" },
      to: { path: "node_modules/@azure/" },
    },
    {
      name: "database-stays-in-store",
      severity: "error",
      from: { path: "^src", pathNot: "^src/(store|composition)" },
      to: { path: "node_modules/(kysely|pg|pg-boss|@electric-sql)/" },
    },
    {
      name: "an-sdk-of-teams-stays-in-its-folder",
      comment: "everybody else, tests and bench too, knows src/doors/teams/port.ts",
      severity: "error",
      from: { pathNot: "^(src|test)/doors/teams/[a-z-]+/|node_modules" },
      to: {
        path: "node_modules/(botbuilder|botbuilder-core|botframework-[a-z]+|@microsoft/(teams|agents)[a-z.-]*)/",
      },
    },
    {
      name: "restify-stays-in-its-folder",
      severity: "error",
      from: { pathNot: "^src/doors/http/restify/|node_modules" },
      to: { path: "node_modules/restify/" },
    },
    only(
      "an-sdk-of-teams-knows-the-port",
      "^src/doors/teams/[a-z-]+/",
      "^(src/doors/teams/port\\.ts|node_modules/(botbuilder|botframework-connector|@microsoft/teams\\.[a-z]+|zod|jose)/|(node:)?(https?|timers/promises)$)",
      "a folder for each",
    ),
    {
      name: "doors-have-no-backdoor",
      severity: "error",
      from: { path: "^src/doors/(teams|alerts|http)" },
      to: { path: "^src/(azure|store|main|composition|config|cli|doors/cli)" },
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
      from: { path: "^src", pathNot: "^src/(cli|doors/cli)" },
      to: { path: "^src/(cli|doors/cli)" },
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
