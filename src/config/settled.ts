// The settings without those that are wrong, for `doctor`: it asks everything that does not rest on one of them.
import { alertsSchema } from "./alerts.ts";
import { type Config, credentialVariables, readConfig, type Variables } from "./config.ts";
import { onCallSchema } from "./on-call.ts";
import { readerSchema } from "./reader.ts";
import { storageSettings } from "./storage.ts";
import { telemetrySchema } from "./telemetry.ts";

/** What the settings do not say, or not as it has to be. */
export type Unsettled = "store" | "credential" | "connection";
export type Settled = Readonly<{ config: Config; unsettled: readonly Unsettled[] }>;

/** They say which bot is meant, and in which Azure: without them another one would be asked. */
const anchors = /^(MICROSOFT_APP_(TENANT_)?ID$|AZURE_(?!REREAD)|ARM_|GRAPH_|BOT_)/;

/** Settings that contradict one another go together. `standIn`: what is read in place of a setting that is needed. */
const groups: readonly Readonly<{ names: readonly string[]; is?: Unsettled; standIn?: Variables }>[] = [
  { names: storageSettings(), is: "store" },
  {
    ...{ names: credentialVariables, is: "credential" },
    standIn: { MICROSOFT_APP_MANAGED_IDENTITY_ID: "00000000-0000-0000-0000-000000000000" },
  },
  { names: ["OAUTH_CONNECTION_NAME"], is: "connection", standIn: { OAUTH_CONNECTION_NAME: "none" } },
  { names: ["POLICY_FILE"], standIn: { POLICY_FILE: "none" } },
  ...[readerSchema, telemetrySchema, onCallSchema].map(({ shape }) => ({ names: Object.keys(shape) })),
  ...Object.keys(alertsSchema.shape).map((name) => ({ names: [name] })),
];

/** Null where one of the anchors is wrong. */
export function settledConfig(variables: Variables): Settled | null {
  const read = readConfig(variables);
  if (read.ok) return { config: read.config, unsettled: [] };
  const names = read.problems.map(({ setting }) => setting);
  if (names.some((name) => anchors.test(name))) return null;
  const wrong = groups.filter((group) => names.some((name) => group.names.includes(name)));
  const left = [...names, ...wrong.flatMap((group) => group.names)];
  const others = Object.entries(variables).filter(([name]) => !left.includes(name));
  const again = readConfig(Object.assign(Object.fromEntries(others), ...wrong.map(({ standIn }) => standIn)));
  return again.ok ? { config: again.config, unsettled: wrong.flatMap(({ is = [] }) => is) } : null;
}
