// Who is hurt: the title of a diagnosis and its colour, by fault; and which of two faults is named for it.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { hurtInCluster } from "../../../src/core/diagnosis/hurt-in-cluster.ts";
import { gravityOf, whatHurts } from "../../../src/core/diagnosis/impact.ts";
import { mergeInCluster } from "../../../src/core/diagnosis/merge-in-cluster.ts";
import { inClusterFindings } from "../../../src/core/in-cluster/findings/all.ts";
import {
  diagnosisTitle,
  sayDiagnosis,
  styleOf,
} from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { expectEach } from "../../each-holds.ts";
import { withTunnel } from "../../fixtures/gateway-changes.ts";
import { lookThat, type Printed } from "../../fixtures/in-cluster-printed.ts";
import {
  type Change,
  changed,
  setClient,
  setData,
  setPools,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { insideRows } from "../in-cluster/rows/all-rows.ts";
import { faults } from "./faults.ts";

const texts = messages();
const titleOf = (diagnosis: Diagnosis): string =>
  diagnosisTitle(sayDiagnosis(diagnosis, texts), "prod-1", texts);
const shownOf = (diagnosis: Diagnosis): string => `${styleOf(diagnosis)} ${titleOf(diagnosis)}`;

const fromHub = "warning ▲ Engineers behind vnet-hub cannot reach the API server of prod-1; nodes reach it";
const fromNowhere = "attention ✖ Neither nodes nor people reach the API server of prod-1";
const nodesOutside = "attention ✖ Nodes on prod-1 cannot reach what AKS needs outside";

/** By the finding that is the cause. */
const titles: Readonly<Record<string, string>> = {
  "cluster.power-state": "attention ■ prod-1 is stopped",
  "cluster.resource-health": "attention ✖ The API server of prod-1 does not answer",
  "api.vnetint-subnet": "attention ✖ The API server of prod-1 gets no further address",
  "dns.link-client": fromHub,
  "peering.both-sides": fromHub,
  "nsg.client-443": fromHub,
  "nsg.pe-inbound": fromHub,
  "route.api-path": fromHub,
  "dns.a-record-match": fromNowhere,
  "dns.custom-servers": fromNowhere,
  "pe.exists": fromNowhere,
  "pe.extra-endpoint": "warning ▲ Some engineers cannot reach the API server of prod-1; nodes reach it",
  "api.authorized-ip-egress": "attention ✖ Nodes on prod-1 cannot reach the API server",
  "api.vnetint-nsg": "attention ✖ Nodes on prod-1 cannot reach the API server",
  "nsg.node-egress": nodesOutside,
  "firewall.state": nodesOutside,
  "api.authorized-ip-client": "warning ▲ You cannot reach prod-1 from 20.50.0.9: the address is not listed",
  "entra.tenant": "warning ▲ You cannot sign in to prod-1",
  "bastion.nsg-rules": "warning ▲ Engineers cannot reach prod-1 over Bastion",
  "jump.power": "warning ▲ Engineers cannot reach prod-1 over the jump host",
  "invoke.schedulable-node": "warning ▲ Engineers cannot use the run command of prod-1",
  "vpn.gateway-state": "warning ▲ Engineers cannot reach prod-1 over VPN",
  "cluster.provisioning-failed": "warning ▲ prod-1 cannot finish an update",
};

test("a fault on Azure's side: the title says who is hurt, and the colour how many", () => {
  const rows = faults.map(([name, snapshot]) => [name, diagnose(snapshot)] as const);
  expectEach(
    rows.filter(([, { rootCause }]) => titles[rootCause?.check ?? ""] !== undefined),
    (diagnosis) => expect(shownOf(diagnosis)).toBe(titles[diagnosis.rootCause?.check ?? ""]),
  );
  expectEach(rows, ({ impact }) => expect(impact).not.toBeNull());
});

type Inside = readonly [id: string, when: string, title: string];

test.each<Inside>([
  ["k8s.coredns", "none answers", "all ✖ Pods on prod-1 cannot resolve names"],
  ["k8s.coredns", "one answers", "nobody"],
  ["k8s.webhook-backends", "nothing stands behind one", "all ✖ Pods on prod-1 cannot be created or changed"],
  ["k8s.netpol", "one that closes CoreDNS", "all ✖ Pods on prod-1 cannot resolve names"],
  ["k8s.nodes-ready", "no system node is", "all ✖ System nodes on prod-1 are not Ready"],
  ["k8s.nodes-ready", "a user node is not", "part ▲ Nodes on prod-1 (aks-apps-1) are not Ready"],
  ["k8s.node-cordoned", "all", "all ✖ Nodes on prod-1 take no new pods"],
  [
    "k8s.node-pressure",
    "on another",
    "part ▲ Nodes on prod-1 (aks-apps-1) have no room left: pods there are evicted",
  ],
  ["k8s.node-pressure", "a problem seen", "part ▲ Nodes on prod-1 (aks-apps-1) have problems"],
  [
    "k8s.konnectivity",
    "none",
    "part ▲ Nodes on prod-1 cannot be reached by the API server: no logs, no exec",
  ],
  ["k8s.crashloop", "one of the shop", "part ▲ Some pods in shop on prod-1 crash again and again"],
  ["k8s.crashloop", "CoreDNS", "part ▲ Some pods in kube-system on prod-1 crash again and again"],
  ["k8s.image-pull", "one's own, no right", "part ▲ Some pods in shop on prod-1 cannot pull their images"],
  ["k8s.pods-not-made", "a quota", "part ▲ Some pods in shop on prod-1 cannot be created or changed"],
  ["k8s.autoscaler", "no quota", "part ▲ prod-1 cannot add nodes"],
  ["k8s.can-i", "kube-system refused", "requester ▲ You lack a right in Kubernetes on prod-1"],
])("%s, %s: %s", (id, when, title) => {
  const hurt = hurtInCluster(problemOf(id, when));
  const said =
    hurt === null ? "" : texts.sayImpact({ ...hurt, works: null }, { cluster: "prod-1", person: null });
  expect(hurt === null ? "nobody" : `${gravityOf(hurt)} ${said}`).toBe(title);
});

function problemOf(id: string, when: string): Parameters<typeof hurtInCluster>[0] {
  const row = insideRows[id]?.find((each) => each.when === when);
  const finding = inClusterFindings.find((each) => each.id === id);
  if (row === undefined || finding === undefined) throw new Error(`There is no row ${id}: ${when}.`);
  const { model, azure } = row;
  const outcome = finding.evaluate({ now: model.began, azure, model });
  if (outcome.status !== "fail" && outcome.status !== "warn")
    throw new Error(`${id}: ${when} is no problem.`);
  return { id, severity: finding.severity, ...outcome };
}

test("whatever fails in the cluster hurts somebody", () => {
  const failing = Object.entries(insideRows).flatMap(([id, rows]) =>
    rows.flatMap(({ status, when }) =>
      status === "fail" ? [[`${id}: ${when}`, [id, when] as const] as const] : [],
    ),
  );
  expectEach(failing, ([id, when]) => expect(hurtInCluster(problemOf(id, when))).not.toBeNull());
});

const namesGone: Printed = {
  deployments: [["coredns"], [2], [0], ["konnectivity-agent"], [2], [2]],
  systemSlices: [],
};
const linkMissing: Change = setData("privateDnsLinks", []);

const told = (printed: Printed, ...changes: readonly Change[]): Diagnosis => {
  const snapshot = changed(...changes);
  return mergeInCluster(diagnose(snapshot), snapshot, lookThat(printed));
};

describe("both sides", () => {
  test("pods without names come before people who are cut off", () => {
    const { rootCause, decidedBy, impact } = told(namesGone, setRules({}));
    expect([rootCause?.check, decidedBy.cause, impact?.on]).toEqual(["k8s.coredns", "hurtsAll", "pods"]);
  });

  test("nodes that are cut off come before whatever stands inside", () => {
    expect(told({}, linkMissing).impact?.on).not.toBe("pods");
  });

  test("workloads that were looked at are said to run", () => {
    expect(titleOf(told({}, setRules({})))).toBe(
      "▲ Engineers behind vnet-hub cannot reach the API server of prod-1; workloads run",
    );
  });

  test("an answer from inside comes before Azure Resource Health", () => {
    const lost = setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" });
    expect(titleOf(diagnose(changed(lost)))).toBe("✖ The API server of prod-1 does not answer");
    const { verdict, impact, checks } = told({}, lost);
    expect([verdict, impact]).toEqual(["healthy", null]);
    expect(checks.find(({ id }) => id === "cluster.resource-health")).toMatchObject({
      status: "warn",
      facts: [{ is: "answersYet" }],
    });
    expect(told({ ready: { error: "[-]etcd failed: reason withheld" } }, lost).impact).toMatchObject({
      on: "apiServer",
      cannot: "beReady",
    });
  });
});

describe("a place", () => {
  const saidAt = "2026-11-26T08:00:00Z";
  const crashing: Printed = {
    pods: [
      ...[["shop"], ["cart-1"], ["Running"], ["aks-apps-1"], ["2026-11-26T09:00:00Z"]],
      ...[["CrashLoopBackOff"], [], [], [], [7], ["OOMKilled"], []],
      ...[["cart"], [7], ["cart"], [137], ["OOMKilled"]],
    ],
  };

  test.each<readonly [what: string, changes: readonly Change[], title: string]>([
    [
      "of this question is the title",
      [withTunnel(), setClient({ stands: "internet" })],
      "▲ You cannot reach prod-1 from the Internet; nodes reach it",
    ],
    ["said before is none", [withTunnel(), setClient({ stands: "internet", saidAt })], "✔ Reachable: prod-1"],
    [
      "said before is the title again where the error is about it",
      [
        withTunnel(),
        setClient({ stands: "internet", saidAt, symptom: "dial tcp 10.10.0.4:443: i/o timeout" }),
      ],
      "▲ You cannot reach prod-1 from the Internet; nodes reach it",
    ],
  ])("%s", (_what, changes, title) => {
    expect(titleOf(diagnose(changed(...changes)))).toBe(title);
  });

  test("an address that was said before and is not listed is no cause, and yet no pass", () => {
    const { verdict, rootCause, checks } = diagnose(publicFrom({ ip: "20.50.0.9", saidAt }));
    expect([verdict, rootCause]).toEqual(["healthy", null]);
    expect(checks.find(({ id }) => id === "api.authorized-ip-client")?.status).toBe("fail");
  });

  test("said before stands below a crash loop", () => {
    const snapshot = changed(withTunnel(), setClient({ stands: "internet", saidAt }));
    const { impact, outside } = mergeInCluster(diagnose(snapshot), snapshot, lookThat(crashing));
    expect(impact).toMatchObject({ on: "pods", which: { is: "namespaces", names: ["shop"] } });
    expect(outside).toMatchObject({ isRemembered: true });
  });
});

const publicFrom = (client: Parameters<typeof setClient>[0]) => changed(publicRanges, setClient(client));

test("of one pool alone", () => {
  const stopped = changed(
    setPools(
      { nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] },
      { name: "apps", mode: "User", powerState: "Stopped" },
    ),
  );
  expect(titleOf(diagnose(stopped))).toBe("▲ Nodes on prod-1 in pool apps do not run");
});

test("an incident keeps who is hurt, the cause and where it is", () => {
  const [, snapshot] = faults.find(([name]) => name.startsWith("S02")) ?? [];
  if (snapshot === undefined) throw new Error("No such fault.");
  const diagnosis = diagnose(snapshot);
  expect(whatHurts(diagnosis)).toEqual({
    impact: { on: "people", at: ["vnet-hub"], over: null, everyone: false, works: "nodes" },
    causeId: "dns.link-client",
    component: diagnosis.rootCause?.resourceId,
  });
});
