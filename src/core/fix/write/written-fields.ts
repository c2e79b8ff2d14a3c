// What Azure alone writes into a body: it differs without anybody having changed anything, and nobody can put it back.
import type { ArmType, Body } from "./arm-write.ts";

/** Wherever they stand. */
const everywhere: readonly string[] = ["etag", "eTag", "provisioningState", "resourceGuid"];

/** Wherever they stand: never shown, kept or compared. */
const isSecret = (name: string): boolean =>
  /secret|password|sharedkey|authorizationkey|servicekey|privatekey|customdata|userdata/i.test(name);

const ofEach: readonly string[] = ["id", "name", "type", "systemData"];

/** The nodes of a cluster come and go by its autoscaler, and the addresses of a subnet with what stands in it. */
const ofType: Readonly<Partial<Record<ArmType, readonly string[]>>> = {
  "Microsoft.Compute/virtualMachines": ["instanceView", "vmId", "timeCreated"],
  "Microsoft.ContainerService/managedClusters": [
    ...["powerState", "status", "fqdn", "privateFqdn", "azurePortalFqdn", "currentKubernetesVersion"],
    ...["agentPoolProfiles"],
  ],
  "Microsoft.ContainerService/managedClusters/agentPools": [
    ...["currentOrchestratorVersion", "nodeImageVersion", "status"],
  ],
  "Microsoft.Network/firewallPolicies": ["firewalls", "childPolicies", "ruleCollectionGroups", "size"],
  "Microsoft.Network/firewallPolicies/ruleCollectionGroups": ["size"],
  "Microsoft.Network/natGateways": ["subnets"],
  "Microsoft.Network/networkInterfaces": ["virtualMachine", "macAddress", "primary"],
  "Microsoft.Network/privateDnsZones/A": ["fqdn", "isAutoRegistered"],
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks": ["virtualNetworkLinkState"],
  "Microsoft.Network/publicIPAddresses": ["ipAddress", "ipConfiguration", "natGateway"],
  "Microsoft.Network/routeTables": ["subnets"],
  "Microsoft.Network/virtualNetworks/subnets": ["ipConfigurations", "privateEndpoints", "purpose"],
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": [
    ...["peeringState", "peeringSyncLevel", "remoteAddressSpace", "remoteVirtualNetworkAddressSpace"],
    ...["localAddressSpace", "localVirtualNetworkAddressSpace", "remoteVirtualNetworkEncryption"],
  ],
};

/** The fields in which a body shows others whole. */
const shownIn: Readonly<Partial<Record<ArmType, Readonly<Record<string, ArmType>>>>> = {
  "Microsoft.Network/virtualNetworks": {
    subnets: "Microsoft.Network/virtualNetworks/subnets",
    virtualNetworkPeerings: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
  },
};

function withoutFields(value: unknown, isLeftOut: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutFields(item, isLeftOut));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([name, each]) => each !== undefined && !isLeftOut(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutFields(each, isLeftOut)]));
}

const isBody = (value: unknown): value is Body => typeof value === "object" && value !== null;

function withoutOwn(type: ArmType, body: Body, more: readonly string[] = []): Body {
  const leftOut = new Set([...more, ...(ofType[type] ?? [])]);
  const kept = Object.entries(body).filter(([name]) => !leftOut.has(name));
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const shown = shownIn[type]?.[name];
      const isShown = shown !== undefined && Array.isArray(value);
      return [name, isShown ? value.map((each) => (isBody(each) ? withoutOwn(shown, each) : each)) : value];
    }),
  );
}

/** What people have written: what a version is told by, what is shown, and what can be put back. */
export function writtenByPeople(type: ArmType, body: Body): Body {
  const own = withoutOwn(type, body, ofEach);
  return withoutFields(own, (name) => everywhere.includes(name) || isSecret(name)) as Body;
}
