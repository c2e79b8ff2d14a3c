// A cluster one field of which nobody understands: found by leaving out one after the other, and then read as often as it
// makes a difference what stands there. What is the same in all of these readings does not depend on it.
import { z } from "zod";

type Path = readonly (string | number)[];

/** One of each kind, and of those that have ends, both. Left out is one as well. */
const anything: readonly unknown[] = [
  undefined,
  true,
  false,
  "?",
  "2020-01-01T00:00:00Z",
  0,
  1_000_000,
  [],
  ["?"],
  {},
  [{}],
];

/** Where a whole profile is odd, what it could say that makes a difference. */
const profiles: Readonly<Record<string, readonly unknown[]>> = {
  aadProfile: [{ managed: true }, { managed: true, enableAzureRBAC: true }],
  addonProfiles: [{ azurepolicy: { enabled: true } }],
  apiServerAccessProfile: [
    { enablePrivateCluster: true },
    { enableVnetIntegration: true },
    { authorizedIPRanges: ["?"] },
    { disableRunCommand: true },
  ],
  azureKeyVaultKms: [
    { enabled: true, keyId: "?" },
    { enabled: true, keyId: "?", keyVaultNetworkAccess: "Private", keyVaultResourceId: "?" },
  ],
  azurepolicy: [{ enabled: true }],
  bootstrapProfile: [{ artifactSource: "Cache" }],
  hostedSystemProfile: [{ enabled: true }],
  httpProxyConfig: [{ httpsProxy: "?" }],
  identity: [{ type: "SystemAssigned" }, { type: "UserAssigned" }],
  loadBalancerProfile: [{ managedOutboundIPs: { count: 1 } }, { effectiveOutboundIPs: [{ id: "?" }] }],
  managedOutboundIPs: [{ count: 1 }],
  natGatewayProfile: [{ effectiveOutboundIPs: [{ id: "?" }] }],
  networkProfile: [
    { outboundType: "?", networkPlugin: "?" },
    { podCidrs: ["?"], serviceCidrs: ["?"] },
  ],
  nodeProvisioningProfile: [{ mode: "Auto" }],
  nodeResourceGroupProfile: [{ restrictionLevel: "ReadOnly" }],
  powerState: [{ code: "?" }],
  provisioningError: [{ code: "?" }],
  securityProfile: [
    { azureKeyVaultKms: { enabled: true, keyId: "?" } },
    { customCATrustCertificates: ["?"] },
  ],
  servicePrincipalProfile: [{ clientId: "?" }],
  sku: [{ name: "Automatic" }],
  status: [{ provisioningError: { code: "?" } }],
  systemData: [{ createdAt: "2020-01-01T00:00:00Z" }],
  type: ["SystemAssigned", "UserAssigned"],
  upgradeSettings: [{ maxSurge: "?" }],
};

/** More than a cluster with a hundred pools has. */
const mostPaths = 5_000;

const resource = z.looseObject({ id: z.string(), properties: z.unknown() });

/**
 * Of the text that Azure answered with. `parse` throws for what it does not understand. None where more than one field is odd,
 * or where every reading is the same, so that it cannot be seen what depends on the field.
 */
export async function readingsOf<T>(
  text: string,
  parse: (raw: unknown) => Promise<T>,
): Promise<readonly T[]> {
  const raw = resource.safeParse(jsonOf(text)).data;
  if (raw === undefined) return [];
  for (const path of pathsIn(raw, []).slice(0, mostPaths)) {
    if ((await read(parse, changedAt(raw, path, undefined))) === null) continue;
    const found = new Map<string, T>();
    for (const value of [...anything, ...(profiles[`${path.at(-1)}`] ?? [])]) {
      const reading = await read(parse, changedAt(raw, path, value));
      if (reading !== null) found.set(JSON.stringify(reading), reading);
    }
    return found.size > 1 ? [...found.values()] : [];
  }
  return [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function read<T>(parse: (raw: unknown) => Promise<T>, raw: unknown): Promise<T | null> {
  try {
    return await parse(raw);
  } catch {
    return null;
  }
}

/** What stands deeper comes first, so that no more is left out than is odd. */
function pathsIn(value: unknown, at: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    pathsIn(each, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return [...inner, at];
}

function changedAt(value: unknown, [first, ...rest]: Path, to: unknown): unknown {
  if (first === undefined) return to;
  if (Array.isArray(value))
    return value.flatMap((each, at) => {
      if (at !== first) return [each];
      return rest.length === 0 && to === undefined ? [] : [changedAt(each, rest, to)];
    });
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, each]: [string, unknown]) => [
      name,
      name === first ? changedAt(each, rest, to) : each,
    ]),
  );
}

const fields = z.record(z.string(), z.unknown());
const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(fields.safeParse(value).data ?? {}).map(([name, each]) => [name.toLowerCase(), each]),
  );

/** Whoever looks into it finds nothing there that could be believed. */
const unknownPart = (): object => {
  const refuse = () => {
    throw new Error("It is of another shape than Azure documents.");
  };
  return new Proxy({}, { get: refuse, ownKeys: refuse, has: refuse });
};

/**
 * What the SDK made of an answer, where it has no more shape than the answer: it takes a number for an object without fields, and
 * for a list of one. Such a part throws as soon as somebody reads it. The SDK writes some names in other case, and lifts what
 * stands in `properties`.
 */
export function asAnswered(made: unknown, raw: unknown): unknown {
  if (typeof made !== "object" || made === null || made instanceof Date) return made;
  if (typeof raw !== "object" || raw === null) return unknownPart();
  if (Array.isArray(made))
    return Array.isArray(raw) ? made.map((each, at) => asAnswered(each, raw[at])) : unknownPart();
  const own = fieldsOf(raw);
  const lifted = fieldsOf(own.get("properties"));
  return Object.fromEntries(
    Object.entries(made).map(([name, each]: [string, unknown]) => {
      const given = own.get(name.toLowerCase()) ?? lifted.get(name.toLowerCase()) ?? null;
      return [name, given === null ? each : asAnswered(each, given)];
    }),
  );
}
