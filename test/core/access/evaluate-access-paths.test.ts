// The ways in: their states, what blocks them, and the lines to copy.

import type { AccessPath } from "../../../src/core/access/access-path.ts";
import { evaluateAccessPaths } from "../../../src/core/access/evaluate-access-paths.ts";
import { p01 } from "../../../src/core/access/paths/p01.ts";
import { p02 } from "../../../src/core/access/paths/p02.ts";
import { p05 } from "../../../src/core/access/paths/p05.ts";
import { p13 } from "../../../src/core/access/paths/p13.ts";
import { catalogue } from "../../../src/core/diagnosis/catalogue.ts";
import { runChecks } from "../../../src/core/diagnosis/run-checks.ts";
import { collected } from "../../../src/core/diagnosis/section.ts";
import {
  type Change,
  changed,
  deny,
  ids,
  publicRanges,
  readOnly,
  setAccess,
  setClient,
  setCluster,
  setData,
  setJumpHosts,
  setRecord,
  setRules,
  stop,
  subscription,
  tenantId,
} from "../../fixtures/snapshots.ts";

const pathsWith = (...changes: readonly Change[]): readonly AccessPath[] => {
  const snapshot = changed(...changes);
  return evaluateAccessPaths(snapshot, runChecks(snapshot));
};
const statesWith = (...changes: readonly Change[]) =>
  Object.fromEntries(pathsWith(...changes).map(({ id, state }) => [id, state]));
const pathWith = (id: string, ...changes: readonly Change[]) =>
  pathsWith(...changes).find((path) => path.id === id);

const none = "notConfigured";

test.each([
  ["private, healthy", [], { P01: none, P02: none, P05: "available", P13: "available" }],
  ["stopped", [stop], { P01: none, P02: none, P05: "blocked", P13: "blocked" }],
  ["no jump host", [setData("jumpHosts", [])], { P01: none, P02: none, P05: none, P13: "available" }],
  [
    "jump host in the cluster's own network",
    [setJumpHosts({ virtualNetworkId: ids.spoke, subnetId: ids.nodeSubnet })],
    { P01: none, P02: none, P05: none, P13: "available" },
  ],
  ["public, ranges", [publicRanges], { P01: none, P02: "probable", P05: none, P13: "available" }],
  [
    "public, ranges, asker covered",
    [publicRanges, setClient({ ip: "20.40.0.1" })],
    { P01: none, P02: "available", P05: none, P13: "available" },
  ],
  [
    "public, open",
    [publicRanges, setAccess({ authorizedIpRanges: [] })],
    { P01: "available", P02: none, P05: none, P13: "available" },
  ],
  [
    "Reader only",
    [setData("permissions", readOnly)],
    { P01: none, P02: none, P05: "blocked", P13: "blocked" },
  ],
  ["rights unknown", [deny("permissions")], { P01: none, P02: none, P05: "probable", P13: "probable" }],
  [
    "platform health unknown",
    [deny("resourceHealth")],
    { P01: none, P02: none, P05: "probable", P13: "probable" },
  ],
  [
    "a stale record: nodes may have lost the API server as well",
    [setRecord("10.10.0.77")],
    { P01: none, P02: none, P05: "blocked", P13: "probable" },
  ],
] as const)("%s", (_name, changes, states) => {
  expect(statesWith(...changes)).toEqual(states);
});

test("only root causes are named as blocking", () => {
  expect(pathWith("P05", stop)).toMatchObject({
    blockedBy: ["cluster.power-state"],
    reason: "prod-1 is stopped, so it has no API server.",
    steps: [],
  });
  expect(pathWith("P05", setRules({}))).toMatchObject({ blockedBy: ["nsg.client-443"] });
});

test("an address outside every network leaves the way to the jump host open, and the run command first", () => {
  const outside = setClient({ ip: "20.50.0.9" });
  expect(pathWith("P05", outside)).toMatchObject({
    state: "probable",
    rank: 2,
    reason: "The way from 20.50.0.9 to vnet-hub (VPN, ExpressRoute or Bastion) is not judged yet.",
    unconfirmed: ["client.network"],
  });
  expect(pathWith("P13", outside)).toMatchObject({ state: "available", rank: 1 });
});

test("what would settle a probable way is named", () => {
  expect(pathWith("P02", publicRanges)?.unconfirmed).toEqual(["api.authorized-ip-client"]);
  expect(pathWith("P13", setRecord("10.10.0.77"))?.unconfirmed).toEqual(["dns.a-record-match"]);
});

test("usable ways are ranked, available before probable, and no other has a rank", () => {
  const rankOf = (paths: readonly AccessPath[]) =>
    Object.fromEntries(paths.flatMap(({ id, rank }) => (rank === undefined ? [] : [[id, rank]])));
  expect(rankOf(pathsWith())).toEqual({ P13: 1, P05: 2 });
  expect(rankOf(pathsWith(publicRanges))).toEqual({ P13: 1, P02: 2 });
  const onlyRun = setData("permissions", [
    {
      actions: ["*/listClusterUserCredential/action", "*/runcommand/action"],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    },
  ]);
  expect(rankOf(pathsWith(onlyRun))).toEqual({ P05: 1, P13: 2 });
  expect(rankOf(pathsWith(stop))).toEqual({});
});

const target = `--subscription ${subscription} --resource-group rg-prod --name prod-1`;

test("P13 is one line", () => {
  expect(pathWith("P13")?.steps).toEqual([
    `az aks command invoke ${target} --command 'kubectl get pods -o wide'`,
  ]);
});

test("P05 begins on the jump host that runs", () => {
  const off = { name: "jump-0", privateIpAddress: "10.0.1.9", powerState: collected("deallocated") };
  expect(pathWith("P05", setJumpHosts(off, {}))?.steps).toEqual([
    "ssh 10.0.1.4",
    `az login --tenant ${tenantId}`,
    `az aks get-credentials ${target} --overwrite-existing`,
    "kubelogin convert-kubeconfig -l azurecli",
    expect.stringMatching(/^nslookup prod-1-x1y2\..*\.privatelink\.westeurope\.azmk8s\.io$/),
    "kubectl get pods",
  ]);
});

test("a cluster without Entra needs no kubelogin", () => {
  const steps = pathWith(
    "P01",
    publicRanges,
    setAccess({ authorizedIpRanges: [] }),
    setCluster({ entra: { managed: false, enableAzureRbac: false, adminGroupObjectIds: [] } }),
  )?.steps;
  expect(steps?.[0]).toBe("az login");
  expect(steps?.some((step) => step.startsWith("kubelogin"))).toBe(false);
});

test.each([p01, p02, p05, p13])("$id rests on checks that exist", ({ hard, soft }) => {
  const known = catalogue.map(({ id }) => id);
  expect([...hard, ...soft].filter((id) => !known.includes(id))).toEqual([]);
});
