// Facts of a cluster: what each says of a snapshot, and its sentence.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { FactId } from "../../../src/core/diagnosis/fact.ts";
import { factIds, factOf } from "../../../src/core/diagnosis/read-fact.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  changed,
  mapData,
  setAccess,
  setCluster,
  setPools,
} from "../../fixtures/snapshot-changes.ts";
import { clusterDenied, publicRanges, setChanges, stop } from "../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../unavailable.ts";

const read = (of: FactId, snapshot: ClusterSnapshot) => factOf(of, snapshot, diagnose(snapshot));

function said(of: FactId, ...changes: readonly Change[]): string {
  const fact = read(of, changed(...changes));
  return fact === null ? "" : messages("en").sayFact(fact);
}

const azEnd = (command: string): string =>
  `\`az ${command} --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --resource-group rg-prod`;

const setMaintenance =
  (...items: ClusterSnapshot["maintenance"]["items"]): Change =>
  (snapshot) => ({ ...snapshot, maintenance: { items, missing: [] } });
const maintenanceDenied: Change = (snapshot) => ({
  ...snapshot,
  maintenance: { items: [], missing: [unavailable("denied", "It was denied.")] },
});
const withoutVersion: Change = (snapshot) => ({
  ...snapshot,
  managedCluster: mapData(snapshot.managedCluster, ({ kubernetesVersion: _, ...cluster }) => cluster),
});
const unlinked: Change = (snapshot) => ({ ...snapshot, privateDnsLinks: collected([]) });
const scaled = { name: "user", mode: "User", enableAutoScaling: true, minCount: 2, maxCount: 5 };

const fridays = {
  name: "aksManagedAutoUpgradeSchedule",
  ...{ weekHours: [], notAllowedTimes: [] },
  window: {
    schedule: { is: "weekly", intervalWeeks: 1, dayOfWeek: "Friday" },
    ...{ startTime: "02:00", durationHours: 4, utcOffset: "+01:00", notAllowedDates: [] },
  },
} as const;

type Row = readonly [of: FactId, what: string, changes: readonly Change[], said: string | RegExp];
test.each<Row>([
  ["version", "supported", [], "prod-1 runs Kubernetes 1.36.1, which AKS supports until 2027-06-30."],
  [
    "version",
    "out of support, and a pool behind",
    [setCluster({ kubernetesVersion: "1.33.2" }), setPools({ kubernetesVersion: "1.32.1" })],
    "prod-1 runs Kubernetes 1.33.2. AKS supported it until 2026-07-31. Long-term support would last until 2027-07-31. On another version: system runs 1.32.1.",
  ],
  [
    "version",
    "long gone",
    [setCluster({ kubernetesVersion: "1.20.2" }), setPools({ kubernetesVersion: "1.20.2" })],
    "prod-1 runs Kubernetes 1.20.2. AKS has not supported it for a long time.",
  ],
  ["version", "newer than the calendar", [setCluster({ kubernetesVersion: "1.99.0" })], /is not known here/],
  ["version", "not said", [withoutVersion], /^Azure does not say.*az aks show/],
  [
    "upgrades",
    "no channel",
    [],
    /^Which newer versions prod-1 .*az aks get-upgrades.*1\.36\.1, supported until 2027-06-30\. Automatic upgrades are off\.$/,
  ],
  ["upgrades", "by a channel", [setCluster({ upgradeChannel: "patch" })], /on: channel patch\.$/],
  [
    "autoUpgrade",
    "none lately",
    [setCluster({ upgradeChannel: "none", nodeUpgradeChannel: "NodeImage" })],
    "Automatic upgrades of prod-1: Kubernetes is never upgraded by itself, node images by channel NodeImage. The activity log shows no upgrade of it in the last 24 hours.",
  ],
  [
    "autoUpgrade",
    "one lately",
    [
      setPools({ nodeImage: "AKSUbuntu-2204gen2containerd-202611.01.0" }),
      setChanges([
        {
          resourceId: `${ids.cluster}/agentPools/system`,
          operation: "Microsoft.ContainerService/managedClusters/agentPools/upgradeNodeImageVersion/action",
          time: "2026-11-25T03:12:00Z",
        },
      ]),
    ],
    /Last written .*03:12.*Node images: system AKSUbuntu-2204gen2containerd-202611\.01\.0\.$/,
  ],
  [
    "autoUpgrade",
    "one runs",
    [setCluster({ provisioningState: "Upgrading" })],
    /^Azure works on it at the moment \(Upgrading\)\./,
  ],
  [
    "egress",
    "by the load balancer",
    [],
    /^The nodes of prod-1 leave by [\d.]+ \(load balancer\); the outbound type is loadBalancer\.$/,
  ],
  [
    "egress",
    "none",
    [setCluster({ outboundType: "none" })],
    "prod-1 gives its nodes no way out: its outbound type is none.",
  ],
  [
    "egress",
    "not listed",
    [setCluster({ outboundType: "userDefinedRouting" })],
    /is not known: .*az aks show/,
  ],
  [
    "apiServer",
    "private",
    [],
    /^prod-1 has a private API server: \S+\.privatelink\.westeurope\.azmk8s\.io \(10\.\d+\.\d+\.\d+\)\. /,
  ],
  [
    "apiServer",
    "private, and stopped",
    [stop],
    /^prod-1 has a private API server, which has no name while it is stopped\./,
  ],
  [
    "apiServer",
    "private, with a public name",
    [setCluster({ fqdn: "prod-1-dns.hcp.westeurope.azmk8s.io" })],
    /Its public name prod-1-dns\.hcp\.westeurope\.azmk8s\.io leads to the private address, too\./,
  ],
  [
    "apiServer",
    "public, open",
    [publicRanges, setAccess({ authorizedIpRanges: [] })],
    /^edge-1 has a public API server: \S+\. It has no authorized ranges, so that every address may connect\.$/,
  ],
  [
    "apiServer",
    "public, with ranges",
    [publicRanges, setAccess({ authorizedIpRanges: ["20.40.0.0/24", "20.60.1.2/32"] })],
    /^edge-1 has a public API server: \S+\. It has 2 authorized ranges\.$/,
  ],
  ["ranges", "private", [], /^prod-1 has a private API server, so it has no authorized ranges/],
  [
    "ranges",
    "open",
    [publicRanges, setAccess({ authorizedIpRanges: [] })],
    /every address\. .*--api-server-authorized-ip-ranges RANGES/,
  ],
  [
    "ranges",
    "listed",
    [publicRanges, setAccess({ authorizedIpRanges: ["20.40.0.0/24", "20.60.1.2/32"] })],
    `edge-1 lets in 20.40.0.0/24, 20.60.1.2/32. To add an address, write “is ADDRESS allowed on edge-1”: its fix adds it. I take none away; ${azEnd("aks update")} --name edge-1 --api-server-authorized-ip-ranges RANGES\` does, with the list that is to stay.`,
  ],
  ["dnsZone", "linked", [], /privatelink\.westeurope\.azmk8s\.io, which is linked to vnet-\w+/],
  ["dnsZone", "linked to none", [unlinked], /which is linked to no network\.$/],
  ["dnsZone", "public", [publicRanges], "edge-1 has a public API server, so it has no private DNS zone."],
  ["nodePools", "one without autoscaler", [], "Node pools of prod-1: system 3 nodes, autoscaler off."],
  [
    "nodePools",
    "one at its maximum",
    [setPools({}, { ...scaled, count: 5 })],
    "Node pools of prod-1: system 3 nodes, autoscaler off; user 5 nodes, autoscaler 2 to 5, at its maximum.",
  ],
  ["power", "running", [], "prod-1 is not stopped: Azure shows it as running."],
  [
    "power",
    "stopped",
    [stop],
    "prod-1 is stopped: somebody has to start it, which is the fix of this diagnosis.",
  ],
  [
    "power",
    "between",
    [setCluster({ provisioningState: "Stopping" })],
    "Azure shows prod-1 as Running; its last operation is Stopping.",
  ],
  [
    "clusterCertificates",
    "never told",
    [],
    /^When the certificates of prod-1 itself end, Azure does not say\. .*openssl s_client -connect prod-1-x1y2/,
  ],
  [
    "clusterCertificates",
    "with a service principal",
    [setCluster({ identity: { kind: "servicePrincipal", clientId: "app-1" } })],
    /az ad app credential list --id app-1/,
  ],
  ["maintenance", "none", [], "No maintenance window is planned for prod-1: AKS chooses the time itself."],
  [
    "maintenance",
    "the next one",
    [setMaintenance(fridays)],
    /^The next maintenance window of prod-1 opens .*01:00.* and closes .*05:00.* \(aksManagedAutoUpgradeSchedule\)\.$/,
  ],
  [
    "maintenance",
    "not read",
    [maintenanceDenied],
    /could not be read\. .*az aks maintenanceconfiguration list/,
  ],
  ["everybody", "nobody", [], /^Nothing that Azure shows keeps anybody from prod-1\./],
  ["everybody", "all", [stop], "Not only you: nobody reaches prod-1."],
])("%s: %s", (of, _what, changes, sentence) => {
  const found = said(of, ...changes);
  if (typeof sentence === "string") expect(found).toBe(sentence);
  else expect(found).toMatch(sentence);
});

test.each(factIds)("%s is told in every language, and of a cluster that cannot be read it is not", (of) => {
  const fact = read(of, changed());
  const texts = ["en", "de", "zh"].map((language) => (fact === null ? "" : messages(language).sayFact(fact)));
  expect(new Set(texts).size).toBe(3);
  expect(texts.every((text) => text.includes("prod-1"))).toBe(true);
  expect(read(of, changed(clusterDenied))).toBeNull();
});
