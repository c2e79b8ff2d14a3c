// Ways from a place of their own: a container with SSH (P10), Cloud Shell in a network (P14), a virtual desktop (P15).

import { collected } from "../../../src/core/snapshot/section.ts";
import type { SaidPath } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose } from "../../diagnosed.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import {
  denyContainers,
  denyDesktops,
  guardContainers,
  setContainers,
  setDesktops,
  setShell,
} from "../../fixtures/place-changes.ts";
import {
  denyDesktopGroups,
  endpointIs,
  setDesktopGroup,
  setShellParts,
} from "../../fixtures/shell-changes.ts";
import {
  type Change,
  changed,
  setCluster,
  setData,
  setHubPeering,
  setRecord,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { hubDenied, publicRanges, stop } from "../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../unavailable.ts";

const pathWith = (id: string, changes: readonly Change[]): SaidPath | undefined =>
  diagnose(changed(...changes)).accessPaths.find((path) => path.id === id);

type Case = readonly [
  when: string,
  id: string,
  changes: Change | readonly Change[],
  /** Its state, and what blocks it or is left open. */
  expected: string,
];

const container = setContainers({});
const isOff = { containerState: collected("Stopped") };
const unread = { containerState: unavailable("denied", "It was not read.") };
const withoutLink = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);
const peeringDown = setHubPeering({ peeringState: "Disconnected" });
const shut = { states: { "Microsoft.Relay": "NotRegistered" } };

test.each<Case>([
  ["a container runs", "P10", container, "available"],
  ["one of two runs", "P10", setContainers(isOff, { name: "ssh-2" }), "available"],
  ["it is stopped", "P10", setContainers(isOff), "blocked: jump.aci"],
  ["its state is unread", "P10", setContainers(unread), "probable: jump.aci"],
  ["it takes no SSH", "P10", setContainers({ ports: ["80"] }), "notConfigured"],
  ["there is none", "P10", [], "notConfigured"],
  ["they were not read", "P10", denyContainers, "notListed"],
  ["a network was not read", "P10", hubDenied, "notListed"],
  ["the API server is public", "P10", [publicRanges, container], "notConfigured"],
  ["the cluster is stopped", "P10", [container, stop], "blocked: cluster.power-state"],
  ["its network is not linked to the zone", "P10", [container, withoutLink], "blocked: dns.link-client"],
  ["the peering is down", "P10", [container, peeringDown], "blocked: peering.state"],
  [
    "a rule on its subnet denies 443",
    "P10",
    [container, guardContainers, setRules({})],
    "blocked: nsg.client-443",
  ],
  ["Cloud Shell has a subnet, and all that it needs", "P14", setShellParts(), "available"],
  ["its relay is not approved", "P14", setShellParts(endpointIs("Pending")), "blocked: cloudshell.relay"],
  [
    "it lost its roles",
    "P14",
    setShellParts({ onProfile: [], onRelay: [] }),
    "blocked: cloudshell.aci-roles",
  ],
  [
    "its share is out of reach",
    "P14",
    setShellParts({ account: { subnetIds: [] } }),
    "blocked: cloudshell.storage",
  ],
  ["a provider is not registered", "P14", setShellParts(shut), "blocked: cloudshell.providers"],
  ["its subnet is no longer delegated", "P14", setShell({}, false), "blocked: cloudshell.network-profile"],
  [
    "its network is not linked to the zone",
    "P14",
    [setShellParts(), withoutLink],
    "blocked: dns.link-client",
  ],
  [
    "a rule on its subnet denies 443",
    "P14",
    [setShellParts(), guardContainers, setRules({})],
    "blocked: nsg.client-443",
  ],
  [
    "AKS Automatic does not take it",
    "P14",
    [setShell(), setCluster({ sku: "Automatic" })],
    "blocked: cluster.compat-flags",
  ],
  [
    "nor does a locked node resource group",
    "P09",
    setCluster({ nodeGroupRestriction: "ReadOnly" }),
    "blocked: cluster.compat-flags",
  ],
  ["a Bastion host", "P09", [], "probable"],
  ["no profile is its own", "P14", setShell({ name: "runners" }), "notConfigured"],
  ["profiles were not read", "P14", denyContainers, "notListed"],
  ["the API server is public", "P14", publicRanges, "notConfigured"],
  ["a desktop takes sessions, and the requester", "P15", setDesktopGroup(true), "available"],
  ["it is not for the requester", "P15", setDesktopGroup(false), "blocked: avd.host-pool"],
  ["for whom it is was not read", "P15", denyDesktopGroups, "probable: avd.host-pool"],
  ["it is off", "P15", setDesktops({ status: "Shutdown" }), "blocked: avd.session-hosts"],
  [
    "its network is not linked to the zone",
    "P15",
    [setDesktops({}), withoutLink],
    "blocked: dns.link-client",
  ],
  ["a rule before it denies 443", "P15", [setDesktops({}), setRules({})], "blocked: nsg.client-443"],
  ["what is called like one is in no pool", "P15", setDesktops(), "notConfigured"],
  ["host pools were not read", "P15", denyDesktops, "notListed"],
  ["nothing is called like one", "P15", [], "notListed"],
  ["the API server is public", "P15", publicRanges, "notConfigured"],
])("%s: %s", (_when, id, changes, expected) => {
  const path = pathWith(id, [changes].flat());
  const about = [...(path?.blockedBy ?? []), ...(path?.unconfirmed ?? [])].join(" ");
  expect(`${path?.state ?? "notListed"}${about && `: ${about}`}`).toBe(expected);
});

test("a stale record stops all of them", () => {
  const changes = [container, setRecord("10.10.0.77")];
  expect(pathWith("P10", changes)).toMatchObject({ state: "blocked", blockedBy: ["dns.a-record-match"] });
});

test("what to type names the container, the profile and the pool", () => {
  expect(pathWith("P10", [container])?.steps.slice(0, 2)).toEqual([
    "ssh -p 2222 10.0.4.4",
    "# in it, with Azure CLI, kubelogin and kubectl installed:",
  ]);
  expect(pathWith("P10", [setContainers({ ports: ["22"] })])?.steps[0]).toBe("ssh 10.0.4.4");
  expect(pathWith("P14", [setShellParts()])?.steps[0]).toContain("aci-networkProfile-westeurope");
  expect(pathWith("P15", [setDesktops({})])?.steps[0]).toContain("the host pool desks");
  expect(pathWith("P15", [setDesktops({})])?.steps).toContain("kubectl get pods");
});

test("a list that was refused is said among the checks, with the right that settles it", () => {
  const checks = diagnose(changed(denyContainers)).checks;
  const said = checks.filter(({ id }) => id === "jump.aci" || id === "cloudshell.network-profile");
  expect(said.map(({ status }) => status)).toEqual(["notAssessed", "notAssessed"]);
  expect(said[0]).toMatchObject({ needs: [{ action: "Microsoft.ContainerInstance/containerGroups/read" }] });
});

test("none of them makes a doubt about a cluster that people reach", () => {
  for (const change of [
    denyContainers,
    denyDesktops,
    setShell({}, false),
    setDesktops({ status: "Shutdown" }),
  ])
    expect(diagnose(changed(change)).verdict).toBe("healthy");
});
