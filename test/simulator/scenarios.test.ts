// Every scenario that comes with the local Azure holds together: what is named is there, and addresses fit.
import { readFile } from "node:fs/promises";
import { parseArmPath, sameId } from "../../simulator/arm/arm-path.ts";
import { ipConfigurations, subnetIdOf } from "../../simulator/arm/ip-configurations.ts";
import { parseAddress, parsePrefix } from "../../simulator/arm/ipv4.ts";
import type { Resource, ResourceStore } from "../../simulator/arm/resource-store.ts";
import { createStore } from "../../simulator/create-world.ts";
import { type Json, listOf, objectOf, textOf } from "../../simulator/json.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { scenarioNames, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "./support.ts";

const names = scenarioNames();
const scenarios = await Promise.all(
  names.map(async (name): Promise<[string, Scenario, ResourceStore]> => {
    const scenario = await loadScenario(scenarioFile(name));
    return [name, scenario, createStore(scenario)];
  }),
);

/** A scenario that is healthy for one asker is broken by who asks, not by what somebody changed. */
const healthy = new Set(scenarioRows.filter(({ verdict }) => verdict === "healthy").map(({ name }) => name));
const broken = new Set(scenarioRows.filter(({ cause }) => cause !== null).map(({ name }) => name));
/** Broken by Azure, and by nobody's change. */
const byAzure = new Set(["platform-incident"]);

const clusterType = "Microsoft.ContainerService/managedClusters";

const deletedIn = ({ changes }: Scenario): readonly string[] =>
  changes.filter(({ changeType }) => changeType === "Delete").map(({ resourceId }) => resourceId);

/** An address that nobody has, on purpose. */
const deadHops: Readonly<Record<string, string>> = { "firewall-deallocated": "10.10.4.4" };

/** The network that Microsoft keeps for a virtual hub, where nobody looks. */
const isMicrosofts = (id: string): boolean => /\/virtualNetworks\/HV_[^/]+$/i.test(id);

/** Every ARM id that a value names. Identities are not part of the local Azure. */
function idsIn(value: Json | undefined): string[] {
  if (typeof value === "string") {
    return /^\/subscriptions\/.+\/providers\/(?!Microsoft\.ManagedIdentity\/)/i.test(value) ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return Object.values(objectOf(value)).flatMap(idsIn);
}

const networksOf = (store: ResourceStore): Resource[] =>
  store.all().filter(({ type }) => type === "Microsoft.Network/virtualNetworks");
const subnetsOf = (store: ResourceStore, network: Resource): Resource[] =>
  store.list(`${network.type}/subnets`, network.id);
const prefixesOf = ({ properties }: Resource): string[] =>
  listOf(objectOf(properties.addressSpace).addressPrefixes).map(textOf);

function range(prefix: string): [first: number, last: number] {
  const parsed = parsePrefix(prefix);
  if (parsed === null) throw new Error(`${prefix} is not a prefix`);
  return [parsed.first, parsed.first + parsed.size - 1];
}
function contains(outer: string, inner: string): boolean {
  const [[first, last], [innerFirst, innerLast]] = [range(outer), range(inner)];
  return first <= innerFirst && innerLast <= last;
}
const overlapping = (prefixes: readonly string[]): string[] =>
  prefixes.filter((prefix, index) =>
    prefixes.some((other, at) => at !== index && (contains(prefix, other) || contains(other, prefix))),
  );
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

test("every scenario is described in the local Azure's README", async () => {
  const readme = await readFile("simulator/README.md", "utf8");
  expect(names.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
});

describe.each(scenarios)("%s", (name, scenario, store) => {
  test("names only what is there", () => {
    const deleted = deletedIn(scenario);
    const isKnown = (id: string): boolean =>
      store.get(id) !== undefined || isMicrosofts(id) || deleted.some((each) => sameId(each, id));
    expect(store.all().flatMap((resource) => idsIn(resource).filter((id) => !isKnown(id)))).toEqual([]);
  });

  test("subnets lie in their network and beside each other; so do peered networks", () => {
    const networks = networksOf(store);
    for (const network of networks) {
      const subnets = subnetsOf(store, network).map(({ properties }) => textOf(properties.addressPrefix));
      const spaces = prefixesOf(network);
      expect(subnets.filter((subnet) => !spaces.some((space) => contains(space, subnet)))).toEqual([]);
      expect(overlapping(subnets)).toEqual([]);
    }
    expect(overlapping(networks.flatMap(prefixesOf))).toEqual([]);
  });

  test("private addresses lie in their subnet, and nobody shares one", () => {
    const shown = ipConfigurations(store).filter(({ properties }) => properties.privateIPAddress);
    const outside = shown.filter((item) => {
      const subnet = store.get(subnetIdOf(item));
      const prefix = textOf(subnet?.properties.addressPrefix);
      return !contains(prefix, textOf(item.properties.privateIPAddress));
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
    expect(repeated(shown.map(({ properties }) => textOf(properties.privateIPAddress)))).toEqual([]);
  });

  test("rules of one direction have priorities of their own", () => {
    const groups = store.all().filter(({ type }) => type === "Microsoft.Network/networkSecurityGroups");
    for (const { properties } of groups) {
      const rules = listOf(properties.securityRules).map((item) => objectOf(objectOf(item).properties));
      expect(repeated(rules.map(({ direction, priority }) => `${direction} ${priority}`))).toEqual([]);
    }
  });

  test("routes lead to somebody, but where the scenario is about that", () => {
    const owned = ipConfigurations(store).map(({ properties }) => textOf(properties.privateIPAddress));
    const hops = store
      .all()
      .flatMap(({ properties }) => listOf(properties.routes).map(objectOf))
      // Nodes have addresses that no interface shows.
      .filter(({ name: route }) => !/^aks-/.test(textOf(route)))
      .map((route) => objectOf(route.properties))
      .filter(({ nextHopType }) => nextHopType === "VirtualAppliance")
      .map(({ nextHopIpAddress }) => textOf(nextHopIpAddress));
    expect(hops.filter((hop) => !owned.includes(hop))).toEqual(deadHops[name] ? [deadHops[name]] : []);
    expect(hops.map(parseAddress)).not.toContain(null);
  });

  test("changes were made by somebody, and what was not deleted is there", () => {
    const people = scenario.principals.map((person) => person.userPrincipalName);
    for (const { resourceId, changeType, changedBy } of scenario.changes) {
      expect(people).toContain(changedBy);
      expect([resourceId, store.get(resourceId) !== undefined]).toEqual([
        resourceId,
        changeType !== "Delete",
      ]);
    }
    if (broken.has(name) && !healthy.has(name) && !byAzure.has(name))
      expect(scenario.changes).not.toEqual([]);
  });

  test("one cluster, or one that was deleted, and its node resource group is there", () => {
    const clusters = store
      .all()
      .filter(({ type }) => sameId(type, clusterType))
      .map(({ properties }) => textOf(properties.nodeResourceGroup));
    const deleted = deletedIn(scenario).filter((id) => sameId(parseArmPath(id).type, clusterType));
    expect(clusters).toHaveLength(1 - deleted.length);
    if (deleted.length === 0)
      expect(store.all().map(({ id }) => parseArmPath(id).resourceGroup)).toContain(clusters[0]);
  });
});
