// What could not be read never counts as healthy, and never leads to a wrong cause.

import { diagnose } from "../../diagnosed.ts";
import { healthy, ids } from "../../fixtures/healthy-snapshot.ts";
import { changed, setHub, setSpoke } from "../../fixtures/snapshot-changes.ts";
import { dnsAt, dnsMachines } from "../../fixtures/snapshot-surroundings.ts";
import { clusterDenied, deny, hubDenied, sectionNames } from "../../fixtures/snapshot-variants.ts";
import { ownFailures, stateOf } from "../finding/reading.ts";

describe("unknown is never green", () => {
  test("S32: hub out of reach", () => {
    const diagnosis = diagnose(changed(hubDenied));
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    expect(diagnosis.summary).toContain("Microsoft.Network/virtualNetworks/read on vnet-hub (role Reader)");
    expect(stateOf(diagnosis, "P05")).toBe("probable");
    expect(stateOf(diagnosis, "P13")).toBe("available");
  });

  test("cluster out of reach: nothing is assessed, nothing is named, no way is promised", () => {
    const diagnosis = diagnose(changed(clusterDenied));
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null, accessPaths: [] });
    expect(diagnosis.summary).toContain("Microsoft.ContainerService/managedClusters/read on prod-1");
    const asked = ["access.kubeconfig", "invoke.permission", "cluster.resource-health"];
    // These say what was not read.
    const told = ["access.arm-read", "access.pim-eligible", "invoke.last-run"];
    const rest = diagnosis.checks.filter(({ id }) => ![...asked, ...told].includes(id));
    expect(new Set(rest.map(({ status }) => status))).toEqual(new Set(["notAssessed"]));
  });

  test("a section's full ids stay in what it needs, so that the right can be granted", () => {
    const check = diagnose(changed(hubDenied)).checks.find(({ id }) => id === "peering.both-sides");
    expect(check).toMatchObject({ needs: [{ scope: ids.hub }] });
  });

  test("healthy, but what DNS servers of one's own forward is not read: the sentence says so", () => {
    const servers = [dnsAt(1), dnsAt(2)];
    const diagnosis = diagnose(
      changed(
        setSpoke({ dnsServers: servers }),
        setHub({ dnsServers: servers }),
        dnsMachines("running", "running"),
      ),
    );
    expect(diagnosis.verdict).toBe("healthy");
    expect(diagnosis.summary).toBe(
      "Nothing on Azure's side keeps anyone from reaching prod-1; what the networks' own DNS servers forward is not judged.",
    );
  });

  test.each(sectionNames)("healthy, but %s cannot be read", (name) => {
    const diagnosis = diagnose(changed(deny(name)));
    expect(ownFailures(diagnosis)).toEqual([]);
    expect(diagnosis.rootCause).toBeNull();
    const open = diagnosis.checks.filter(
      ({ status, severity }) => status === "notAssessed" && (severity === "critical" || severity === "high"),
    );
    expect(diagnosis.verdict).toBe(open.length > 0 ? "unknown" : "healthy");
  });

  test.each(["networkSecurityGroups", "routeTables", "publicIpAddresses"])(
    "healthy, but the %s cannot be read",
    (name) => {
      const diagnosis = diagnose({ ...healthy, [name]: {} });
      expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    },
  );
});
