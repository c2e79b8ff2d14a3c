// What the simulator's tests share: a running simulator whose CA this process trusts, and people's credentials.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import tls from "node:tls";
import { ClientSecretCredential } from "@azure/identity";
import { type Person, tenantId } from "../../simulator/people.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator.ts";

export const scenarioFile = (name: string): string => path.resolve(`simulator/scenarios/${name}.json`);

/** Starts on free ports with a CA of its own, which this process then trusts. */
export async function startTrusted(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const localDir = await mkdtemp(path.join(tmpdir(), "local-azure-"));
  const simulator = await startSimulator({ scenario: scenarioFile("hub-spoke"), localDir, ...options });
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), simulator.caPem]);
  return simulator;
}

/** The person's own credential, as `az login --service-principal -u OID` would have it. */
export function credentialOf(simulator: Simulator, person: Person): ClientSecretCredential {
  return new ClientSecretCredential(tenantId, person.oid, "any", {
    authorityHost: simulator.url,
    disableInstanceDiscovery: true,
  });
}

/** Options that point a client of Microsoft's SDK at the simulator. */
export function clientOptions(simulator: Simulator) {
  return {
    endpoint: simulator.url,
    credentials: { scopes: ["https://management.azure.com/.default"] },
    retryOptions: { maxRetries: 0 },
  };
}

/** A request to ARM as a person. */
export async function arm(
  simulator: Simulator,
  person: Person,
  method: string,
  target: string,
  body?: unknown,
) {
  const token = await simulator.tokenFor(person.oid, "https://management.azure.com");
  const url = new URL(target, simulator.url);
  if (!url.searchParams.has("api-version")) url.searchParams.set("api-version", "2025-03-01");
  return send(url.href, method, { authorization: `Bearer ${token}` }, body);
}

/** Any request, its answer read as JSON. */
export async function send(url: string, method: string, headers: Record<string, string>, body?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "manual",
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith("{") ? JSON.parse(text) : {},
  };
}

/** A form, as OAuth endpoints take it. */
export async function sendForm(url: string, form: Record<string, string>) {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
