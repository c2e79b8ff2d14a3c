// `npm run alert`: what a source of alerts does when a rule fires, against the running demo. As Azure Monitor it gets a token
// from the local Entra; every other source has a secret.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import tls from "node:tls";
import { parseArgs } from "node:util";
import { z } from "zod";
import { azureMonitorAppId, botAppId, people, tenantId } from "../simulator/people.ts";
import { type AlertSource, alertSources } from "../src/core/alert/alert.ts";
import { type SentAlert, sentAlert } from "./alert/common-alert.ts";
import { deliveries } from "./alert/deliveries.ts";

const usage =
  "Usage: npm run alert -- --cluster NAME [--source SOURCE] [--severity 0..4] [--resolve] [--bot-port N] [--simulator-port N]";

const listed = z.object({ value: z.array(z.object({ id: z.string() })) });

const options = readOptions();
const azure = `https://localhost:${options["simulator-port"]}`;
const source = sourceNamed(options.source);
const memory = `.local/demo/alert-${source}-${options.cluster}.json`;

const ca = await readFile(".local/simulator-ca.pem", "utf8").catch(() =>
  fail("The demo has not run here yet."),
);
tls.setDefaultCACertificates([...tls.getCACertificates("default"), ca]);

const clusterId = await findCluster();
const now = new Date().toISOString();
const sent = options.resolve ? await lastSent() : newAlert();
const condition = options.resolve ? "Resolved" : "Fired";
const { path, ...delivery } = deliveries[source];
const body = JSON.stringify(delivery.body({ clusterId, severity: options.severity, condition, sent, now }));
const proof = delivery.headers
  ? delivery.headers(body)
  : { authorization: `Bearer ${await tokenFor(azureMonitorAppId, `api://${botAppId}/.default`)}` };
const response = await send(`http://127.0.0.1:${options["bot-port"]}${path}`, {
  method: "POST",
  headers: { ...proof, "content-type": "application/json" },
  body,
});
if (!response.ok) fail(`The bot answered ${response.status}: ${await response.text()}`);
await mkdir(".local/demo", { recursive: true });
await writeFile(memory, JSON.stringify(sent));
console.log(
  options.resolve
    ? `Resolved. The incident card of ${options.cluster} says so now.`
    : `Fired. Channels that watch ${options.cluster} get an incident card. End it with --resolve.`,
);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        cluster: { type: "string", default: "prod-1" },
        source: { type: "string", default: "azureMonitor" },
        severity: { type: "string", default: "1" },
        resolve: { type: "boolean", default: false },
        "bot-port": { type: "string", default: "3978" },
        "simulator-port": { type: "string", default: "8443" },
      },
    });
    if (!/^[0-4]$/.test(values.severity)) fail(`--severity must be 0 to 4, not "${values.severity}".`);
    if (!/^[\w-]+$/.test(values.cluster)) fail(`"${values.cluster}" cannot be the name of a cluster.`);
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function sourceNamed(name: string): AlertSource {
  const spelled = (text: string) => text.replaceAll("-", "").toLowerCase();
  return (
    alertSources.find((one) => spelled(one) === spelled(name)) ??
    fail(`--source must be one of ${alertSources.join(", ")}, not "${name}".`)
  );
}

/** Any principal of the local Azure may log in as itself, with any secret. */
async function tokenFor(clientId: string, scope: string): Promise<string> {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: "any", scope };
  const reply = await send(`${azure}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  const given = z.object({ access_token: z.string() }).safeParse(await reply.json());
  return given.success ? given.data.access_token : fail("The local Entra gave no token.");
}

/** By name, among what Alex Wilber may see. */
async function findCluster(): Promise<string> {
  const bearer = await tokenFor(people.alex.oid, "https://management.azure.com/.default");
  const list = async (path: string) => {
    const reply = await send(`${azure}${path}`, { headers: { authorization: `Bearer ${bearer}` } });
    return listed.parse(await reply.json()).value;
  };
  const ids: string[] = [];
  for (const subscription of await list("/subscriptions?api-version=2022-12-01")) {
    const path = `${subscription.id}/providers/Microsoft.ContainerService/managedClusters`;
    for (const { id } of await list(`${path}?api-version=2025-05-01`)) ids.push(id);
  }
  const names = ids.map((id) => id.split("/").at(-1));
  return (
    ids[names.indexOf(options.cluster)] ??
    fail(`There is no cluster ${options.cluster} in this scenario. Write one of: ${names.join(", ")}.`)
  );
}

function newAlert(): SentAlert {
  const id = crypto.randomUUID();
  const subscription = clusterId.split("/").slice(0, 3).join("/");
  const alertId = `${subscription}/providers/Microsoft.AlertsManagement/alerts/${id}`;
  return { alertId, origin: `${id}_${options.cluster}`, firedAt: now };
}

async function lastSent(): Promise<SentAlert> {
  const text = await readFile(memory, "utf8").catch(() => null);
  if (text === null) return fail(`No alert was fired for ${options.cluster} here: leave out --resolve.`);
  return sentAlert.parse(JSON.parse(text));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch(() =>
    fail(`Nothing answers on ${new URL(url).host}. Start the demo first (npm run demo), or name its ports.`),
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
