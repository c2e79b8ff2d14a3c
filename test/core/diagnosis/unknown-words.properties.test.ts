// A state, mode or type that Azure adds tomorrow: whatever it stands at is unknown, never a fault, never a proof.
import fc from "fast-check";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import type { SaidDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose } from "../../diagnosed.ts";
import { setGateways } from "../../fixtures/entry-changes.ts";
import { withCircuit, withTunnel } from "../../fixtures/gateway-changes.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../fixtures/snapshot-managed-network.ts";
import { routed, setNatGateway } from "../../fixtures/snapshot-nodes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";
import { sampleBy } from "../../prove/sample.ts";

const bases: Readonly<Record<string, ClusterSnapshot>> = {
  "a private endpoint": healthy,
  "authorized ranges": changed(publicRanges, setClient({ ip: "20.40.0.9" })),
  "VNet integration": changed(setVnetIntegration()),
  "a firewall": changed(routed),
  "a network of AKS's own": changed(managedNetwork()),
  "a NAT gateway": changed(setNatGateway()),
  "a VPN gateway": changed(setGateways({ gatewayType: "Vpn" })),
  "a tunnel": changed(withTunnel()),
  "a circuit": changed(withCircuit()),
};

const states = ["Failed"];

/** What holds a word of Azure's, by its name in the snapshot, with words that mean no good there. */
const knownWords: Readonly<Record<string, readonly string[]>> = {
  provisioningState: states,
  powerState: ["Stopped", "deallocated"],
  mode: ["User", "System"],
  osType: ["Windows"],
  scaleSetPriority: ["Spot"],
  nodeProvisioningMode: ["Manual"],
  outboundType: ["none", "userAssignedNATGateway", "userDefinedRouting"],
  plugin: ["kubenet"],
  pluginMode: ["overlay"],
  loadBalancerSku: ["basic"],
  availabilityState: ["Unavailable"],
  status: ["Rejected"],
  peeringState: ["Disconnected"],
  peeringSyncLevel: ["LocalNotInSync"],
  privateEndpointNetworkPolicies: ["Enabled"],
  nextHopType: ["None", "Internet", "VnetLocal", "VirtualAppliance"],
  access: ["Allow", "Deny"],
  direction: ["Inbound", "Outbound"],
  protocol: ["Tcp", "Udp", "*"],
  action: ["Allow", "Deny"],
  linkState: states,
  gatewayType: ["Vpn", "ExpressRoute"],
  connectionType: ["IPsec", "ExpressRoute"],
  connectionStatus: ["NotConnected"],
  circuitProvisioningState: ["Disabled"],
  serviceProviderProvisioningState: ["NotProvisioned"],
  privatePeeringState: ["Disabled"],
};

type Path = readonly string[];
const isSection = (word: string): boolean => word === "collected" || word === "unavailable";

/** A power state stands in a section of its own. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const path = [...at, name];
    if (typeof inner !== "string") return name === "powerState" ? [[...path, "data"]] : pathsIn(inner, path);
    return Object.hasOwn(knownWords, name) && !isSection(inner) ? [path] : [];
  });
}

function withWord(value: unknown, [name, ...rest]: Path, word: string): unknown {
  if (name === undefined) return word;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (String(index) === name ? withWord(each, rest, word) : each));
  const inner: unknown = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
  return { ...Object(value), [name]: withWord(inner, rest, word) };
}

const seed = process.env.SEED ?? "1";

/** No word of Azure's begins so. */
const word = fc.stringMatching(/^Xq[a-z]{1,12}$/);

const problemsOf = ({ checks }: SaidDiagnosis): readonly string[] =>
  checks.filter(({ status }) => status === "fail" || status === "warn").map(({ id }) => id);

const verdictOf = (snapshot: ClusterSnapshot) => diagnose(snapshot).verdict;

describe.each(Object.entries(bases))("%s", (_name, base) => {
  const known = problemsOf(diagnose(base));
  const paths = sampleBy(pathsIn(base), (path) => path.join("."), seed, 5);
  const words = fc.sample(word, paths.length);
  const tries = paths.map((path, index) => [path.join("."), path, words[index] ?? "Xq"] as const);
  const at = (path: Path, said: string) => withWord(base, path, said) as ClusterSnapshot;

  test("is healthy while every word is known", () => {
    expect(verdictOf(base)).toBe("healthy");
  });

  test.each(tries)("%s", (_at, path, strange) => {
    const diagnosis = diagnose(at(path, strange));
    const { verdict, rootCause, summary } = diagnosis;
    expect(problemsOf(diagnosis).filter((id) => !known.includes(id))).toEqual([]);
    expect(rootCause).toBeNull();
    expect(summary).toMatch(/\.$/);
    // As green as the worst word that could stand there, and no worse than not known.
    const name = path.findLast((part) => Object.hasOwn(knownWords, part)) ?? "";
    const isDecisive = (knownWords[name] ?? []).some((said) => verdictOf(at(path, said)) !== "healthy");
    expect(isDecisive ? ["unknown"] : ["unknown", "healthy"]).toContain(verdict);
  });
});
