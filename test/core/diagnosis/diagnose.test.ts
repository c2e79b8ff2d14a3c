// Whole diagnoses: one fault each, the cause that has to be named, and what else is said.

import { isOnlyAdvice } from "../../../src/core/diagnosis/problem.ts";
import type { SectionName } from "../../../src/core/finding/kit/define-check.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { denyBastion, denyGateways } from "../../fixtures/entry-changes.ts";
import {
  apiIp,
  healthy,
  hubSubscription,
  ids,
  linkTo,
  readOnly,
  rights,
  zoneName,
} from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  changed,
  databaseHost,
  setClient,
  setCluster,
  setData,
  setJumpHosts,
  setPools,
  setRecord,
  setRoutes,
  setRules,
  setSpokePeering,
} from "../../fixtures/snapshot-changes.ts";
import { setNodeRules } from "../../fixtures/snapshot-nodes.ts";
import { deny, hubDenied, lowerCaseIds, stop } from "../../fixtures/snapshot-variants.ts";
import { subscription } from "../../fixtures/snapshots.ts";
import { ownFailures, stateOf, statusOf } from "../finding/reading.ts";
import { basicBastion, bastionCutOff, faults, hubPeeringGone, linkMissing } from "./faults.ts";

describe("a healthy private hub and spoke", () => {
  const diagnosis = diagnose(healthy);

  test("is healthy, without a cause, and has two ways in", () => {
    expect(diagnosis).toMatchObject({
      cluster: { id: ids.cluster, name: "prod-1" },
      verdict: "healthy",
      rootCause: null,
      arm: healthy.arm,
    });
    expect(stateOf(diagnosis, "P05")).toBe("available");
    expect(stateOf(diagnosis, "P13")).toBe("available");
  });

  test("leaves nothing open", () => {
    const judged = diagnosis.checks.filter((check) => !isOnlyAdvice(check));
    const statuses = new Set(judged.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual(["notApplicable", "notConfigured", "pass"]);
  });

  test("is the same with every id in lower case", () => {
    const lower = diagnose(lowerCaseIds(healthy));
    expect(lower.checks.map(({ id, status }) => [id, status])).toEqual(
      diagnosis.checks.map(({ id, status }) => [id, status]),
    );
    expect(lower.verdict).toBe("healthy");
  });
});

test.each(faults)("%s", (_name, snapshot, cause, verdict) => {
  const diagnosis = diagnose(snapshot);
  expect(diagnosis.rootCause).toMatchObject({ check: cause, confidence: "certain" });
  expect(diagnosis.verdict).toBe(verdict);
  // Behind it stands what the error text shows of the requester's own way, where it shows something.
  expect(diagnosis.summary.startsWith(diagnosis.rootCause?.summary ?? "-")).toBe(true);
  expect(ownFailures(diagnosis)).toEqual([cause]);
  expect(diagnosis.thenAlso).toEqual([]);
});

test("S02: the link is made in the zone's group and subscription, and the run command works meanwhile", () => {
  const diagnosis = diagnose(linkMissing);
  expect(diagnosis.rootCause?.fix?.commands).toEqual([
    `az network private-dns link vnet create --subscription ${subscription} --resource-group MC_rg-prod_prod-1_westeurope --zone-name ${zoneName} --name link-vnet-hub --virtual-network ${ids.hub} --registration-enabled false`,
  ]);
  expect(diagnosis.accessPaths.find(({ id }) => id === "P05")).toMatchObject({
    state: "blocked",
    blockedBy: ["dns.link-client"],
  });
  expect(diagnosis.accessPaths.find(({ id }) => id === "P13")).toMatchObject({ state: "available", rank: 1 });
});

test("S01: a stopped cluster is one fault, not a list", () => {
  const diagnosis = diagnose(changed(stop));
  expect(diagnosis.checks.filter(({ status }) => status === "fail")).toHaveLength(1);
  expect(statusOf(diagnosis, "pe.exists")).toBe("notApplicable");
  const blockedBy = diagnosis.accessPaths.flatMap((path) => path.blockedBy);
  expect(new Set(blockedBy)).toEqual(new Set(["cluster.power-state"]));
});

test("S03: what follows from the missing half is no fault of its own, and both halves are made again", () => {
  const diagnosis = diagnose(hubPeeringGone);
  const failed = diagnosis.checks.filter(({ status }) => status === "fail");
  expect(failed.map(({ id }) => id)).toEqual(["peering.both-sides"]);
  const commands = diagnosis.rootCause?.fix?.commands ?? [];
  expect(commands.map((command) => command.split(" --")[0])).toEqual([
    "az network vnet peering delete",
    "az network vnet peering create",
    "az network vnet peering create",
  ]);
  expect(commands[1]).toContain(`--subscription ${hubSubscription}`);
});

test("S11: a security group on the endpoint's subnet is not blamed while policies are off", () => {
  const fromHub = { direction: "Inbound", sourceAddressPrefixes: ["10.0.0.0/16"] };
  const diagnosis = diagnose(changed(setNodeRules({ ...fromHub, destinationPortRanges: ["443"] })));
  expect(diagnosis).toMatchObject({ verdict: "healthy", rootCause: null });
});

test("S24: with a Basic Bastion the browser is the way, and ssh is not", () => {
  const { accessPaths } = diagnose(basicBastion);
  const browser = accessPaths.find(({ id }) => id === "P06");
  const ssh = accessPaths.find(({ id }) => id === "P07");
  expect(browser).toMatchObject({ state: "available", rank: 2 });
  expect(ssh).toMatchObject({ state: "blocked", blockedBy: ["bastion.sku-features"] });
  expect(ssh).not.toHaveProperty("rank");
});

test("S25: what goes through Bastion is blocked, the jump host's own address is not", () => {
  const diagnosis = diagnose(bastionCutOff);
  expect(["P05", "P06", "P07", "P16"].map((id) => stateOf(diagnosis, id))).toEqual([
    "available",
    "blocked",
    "blocked",
    "blocked",
  ]);
});

test("S26: no way over the jump host is left, and the verdict says so", () => {
  const diagnosis = diagnose(changed(setJumpHosts({ powerState: collected("deallocated") })));
  const blocked = diagnosis.accessPaths.filter(({ state }) => state === "blocked");
  expect(blocked.map(({ id, blockedBy }) => [id, ...blockedBy])).toEqual(
    ["P05", "P06", "P07", "P16"].map((id) => [id, "jump.power"]),
  );
});

describe("what people come in by could not be read", () => {
  test.each([
    ["Bastion", denyBastion, "bastion.exists"],
    ["gateways", denyGateways, "vpn.gateway-state"],
  ] as const)(
    "%s: unknown even beside a proven way, since a fault there would not be green",
    (_what, change, check) => {
      const diagnosis = diagnose(changed(change));
      expect(statusOf(diagnosis, check)).toBe("notAssessed");
      expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    },
  );
});

describe("what the requester may not do says nothing about the cluster", () => {
  test("no right to run commands", () => {
    const diagnosis = diagnose(
      changed(setData("permissions", rights("*/read", "*/listClusterUserCredential/action"))),
    );
    expect(diagnosis).toMatchObject({ verdict: "healthy", rootCause: null });
    expect(stateOf(diagnosis, "P05")).toBe("available");
    expect(stateOf(diagnosis, "P13")).toBe("blocked");
  });

  test("Reader only: the sentence says that there is no way in", () => {
    const diagnosis = diagnose(changed(setData("permissions", readOnly)));
    expect(diagnosis).toMatchObject({ verdict: "healthy", rootCause: null });
    expect(diagnosis.summary).toMatch(
      /^Nothing is wrong with reaching prod-1, but you have no access path: .*runCommand\/action on prod-1, /,
    );
    expect(diagnosis.accessPaths.filter(({ rank }) => rank !== undefined)).toEqual([]);
  });

  test.each([
    ["AuthorizationFailed: … managedClusters/listClusterUserCredential/action", "access.kubeconfig"],
    ["AuthorizationFailed: … managedClusters/runCommand/action", "invoke.permission"],
  ])("unless the requester's own error text is about that: %s", (symptom, check) => {
    const diagnosis = diagnose(changed(setData("permissions", readOnly), setClient({ symptom })));
    expect(diagnosis.rootCause?.check).toBe(check);
  });

  test("a right that lacks is not called the cause of what could not be read", () => {
    const diagnosis = diagnose(changed(hubDenied, setData("permissions", readOnly)));
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    const open = diagnosis.checks.filter(
      (check) => check.status === "notAssessed" && !isOnlyAdvice(check),
    ).length;
    expect(diagnosis.summary).toBe(
      `You have no access path to prod-1 right now: you lack Microsoft.ContainerService/managedClusters/runCommand/action on prod-1, so you may not run commands in it; ${open} checks could not be assessed without Reader on vnet-hub.`,
    );
  });

  test("every role that lacks for open checks is named, or counted beyond two", () => {
    const needing = (name: SectionName, scope: string) =>
      deny(name, { action: "Microsoft.Network/some/read", scope });
    const more = [needing("privateDnsZone", ids.zone), needing("resourceHealth", ids.cluster)];
    const diagnosis = diagnose(changed(hubDenied, ...more, setData("permissions", readOnly)));
    expect(diagnosis.summary).toMatch(/ without Reader on \S+, Reader on \S+ and 1 more\.$/);
  });

  test("S23: a command without its result is a way that is not confirmed", () => {
    const diagnosis = diagnose(changed(setData("permissions", rights("*/runcommand/action"))));
    expect(stateOf(diagnosis, "P13")).toBe("probable");
  });
});

describe("several things at once", () => {
  test("the one for everyone comes before the one on a way, and the rest is listed", () => {
    const diagnosis = diagnose(changed(setRules({}), setRecord("10.10.0.77")));
    expect(diagnosis.rootCause?.check).toBe("dns.a-record-match");
    expect(diagnosis.thenAlso).toMatchObject([{ check: "nsg.client-443" }]);
  });

  test("what the error text points at comes first", () => {
    const diagnosis = diagnose(
      changed(
        setRules({}),
        setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]),
        setClient({ symptom: `dial tcp ${apiIp}:443: i/o timeout` }),
      ),
    );
    expect(diagnosis.rootCause?.check).toBe("nsg.client-443");
    expect(diagnosis.thenAlso).toMatchObject([{ check: "dns.link-client" }]);
  });

  test("a database's network without a link is nobody's trouble", () => {
    const diagnosis = diagnose(changed(addDataNetwork, setJumpHosts({}, databaseHost)));
    expect(diagnosis.verdict).toBe("healthy");
  });

  test("the requester's own network is judged, not the others", () => {
    const diagnosis = diagnose(changed(addDataNetwork, setClient({ virtualNetwork: "vnet-data" })));
    expect(diagnosis).toMatchObject({ verdict: "degraded", rootCause: { check: "dns.link-client" } });
  });

  test("a cause below something that could not be read is only likely", () => {
    const diagnosis = diagnose(changed(setRules({}), deny("privateEndpoint")));
    expect(statusOf(diagnosis, "pe.ip")).toBe("notAssessed");
    expect(diagnosis.rootCause).toMatchObject({ check: "nsg.client-443", confidence: "likely" });
  });

  test.each([
    ["of a pool that scales", setPools({ provisioningState: "Scaling" })],
    ["of a pool that is upgraded", setPools({ provisioningState: "Upgrading" })],
    ["of a cluster that is updated", setCluster({ provisioningState: "Updating" })],
  ])("an operation that only runs, %s, is no fault until it refuses somebody something", (_whose, runs) => {
    const { verdict, rootCause, checks } = diagnose(changed(runs));
    expect([verdict, rootCause]).toEqual(["healthy", null]);
    const check = checks.find(({ id }) => id === "cluster.operation-in-progress");
    expect(check).toMatchObject({ status: "warn", advice: true });
    const refused = setClient({
      symptom: "(OperationNotAllowed) Another operation (Scaling) is in progress",
    });
    expect(diagnose(changed(runs, refused)).rootCause?.check).toBe("cluster.operation-in-progress");
  });

  test("an upgrade of the control plane is a warning, with a way in left", () => {
    const diagnosis = diagnose(changed(setCluster({ provisioningState: "Upgrading" })));
    expect(diagnosis).toMatchObject({
      verdict: "degraded",
      rootCause: { check: "cluster.operation-in-progress" },
    });
    expect(diagnosis.summary).toContain("prod-1 is Upgrading");
  });
});

test("values that nobody knows are unknown: no exception, no warning, no fault", () => {
  const diagnosis = diagnose(
    changed(
      setCluster({ powerState: "?", provisioningState: "?" }),
      setPools({ mode: "System", osType: "?", powerState: "?", provisioningState: "?" }),
      setData("resourceHealth", { availabilityState: "?" }),
      setData("privateEndpointConnections", [{ id: "?", status: "?" }]),
      setSpokePeering({ peeringState: "?", provisioningState: "?" }),
      setRules({ protocol: "?", access: "?", direction: "?", destinationPortRanges: ["?"] }),
      setRoutes({ prefix: "?", hop: "?" }),
      setJumpHosts({ powerState: collected("?") }),
    ),
  );
  const judged = diagnosis.checks.filter((check) => !isOnlyAdvice(check));
  const problems = judged.filter(({ status }) => status === "warn" || status === "fail");
  expect(problems.map(({ id }) => id)).toEqual([]);
  expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
});
