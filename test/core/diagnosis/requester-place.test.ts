// Diagnoses by where the requester connects from: what is said of the way, and that nothing is promised that nobody knows.
import { diagnose } from "../../diagnosed.ts";
import { readOnly, rights } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient, setCluster, setData, setRecord } from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";
import { subscription } from "../../fixtures/snapshots.ts";
import { stateOf } from "../finding/reading.ts";
import { notCovered } from "./faults.ts";

describe("a private cluster whose requester is", () => {
  test.each([
    [
      "at a public address",
      "20.50.0.9",
      "degraded",
      "prod-1 is private, and 20.50.0.9 is in none of the networks that reach it: use the run command, or connect to vnet-hub first (VPN, Bastion, ExpressRoute).",
    ],
    [
      "at a private address of no known network",
      "192.168.1.5",
      "degraded",
      "prod-1 is private, and 192.168.1.5 is in none of the networks that reach it: use the run command, or connect to vnet-hub first (VPN, Bastion, ExpressRoute).",
    ],
  ])(
    "%s: nothing is broken, and nothing is green that does not get there",
    (_where, ip, verdict, summary) => {
      const diagnosis = diagnose(changed(setClient({ ip, symptom: "i/o timeout" })));
      expect(diagnosis).toMatchObject({ verdict, rootCause: null, summary });
      expect(stateOf(diagnosis, "P05")).toBe("probable");
    },
  );

  test.each([
    ["in the cluster's network", { ip: "10.10.1.20" }],
    ["in the hub", { ip: "10.0.1.20" }],
    ["in the hub, by name", { virtualNetwork: "vnet-hub" }],
  ])("%s: it is judged as that network", (_where, client) => {
    const diagnosis = diagnose(changed(setClient(client)));
    expect(diagnosis).toMatchObject({
      verdict: "healthy",
      summary: "Nothing on Azure's side keeps anyone from reaching prod-1.",
    });
    expect(stateOf(diagnosis, "P05")).toBe("available");
  });

  test("outside, and may not run commands: only the way through the network is left", () => {
    const rest = setData("permissions", rights("*/read", "*/listClusterUserCredential/action"));
    const diagnosis = diagnose(changed(rest, setClient({ ip: "20.50.0.9" })));
    expect(diagnosis.summary).toMatch(/reach it: connect to vnet-hub first/);
  });

  test("outside while an operation runs: both are said", () => {
    const diagnosis = diagnose(
      changed(setCluster({ provisioningState: "Upgrading" }), setClient({ ip: "20.50.0.9" })),
    );
    expect(diagnosis.verdict).toBe("degraded");
    expect(diagnosis.summary).toMatch(/^An operation is running: .* prod-1 is private, and 20\.50\.0\.9/);
  });

  test("outside, and something is broken for everyone: that is the cause", () => {
    const diagnosis = diagnose(changed(setRecord("10.10.0.77"), setClient({ ip: "20.50.0.9" })));
    expect(diagnosis.rootCause?.check).toBe("dns.a-record-match");
  });

  test("in a network nobody knows: that is said once", () => {
    const diagnosis = diagnose(changed(setClient({ virtualNetwork: "vnet-moon" })));
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    expect(diagnosis.summary).toContain('no network called "vnet-moon"');
    expect(diagnosis.checks.filter(({ summary }) => summary.includes("vnet-moon"))).toMatchObject([
      { id: "client.network" },
    ]);
  });
});

describe("a public cluster with authorized ranges", () => {
  test("whose requester gave no address is not green; the sentence says what to add, and nothing else says it", () => {
    const diagnosis = diagnose(changed(publicRanges));
    expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
    expect(diagnosis.summary).toBe(
      `Azure's side is fine; whether your own address is authorized is not known: write "diagnose edge-1 from ADDRESS" with the address that https://api.ipify.org shows you.`,
    );
    expect(diagnosis.checks.filter(({ summary }) => summary.includes("from ADDRESS"))).toEqual([]);
    expect(stateOf(diagnosis, "P02")).toBe("probable");
  });

  test("whose requester gave no address: a warning comes before the question", () => {
    const diagnosis = diagnose(changed(publicRanges, setCluster({ provisioningState: "Upgrading" })));
    expect(diagnosis.verdict).toBe("degraded");
    expect(diagnosis.summary).toMatch(/^An operation is running: .* Whether your own address is authorized/);
  });

  test("whose requester gave no address and lacks every right: the rights come first", () => {
    const diagnosis = diagnose(changed(publicRanges, setData("permissions", readOnly)));
    expect(diagnosis.verdict).toBe("unknown");
    expect(diagnosis.summary).toMatch(
      /^You have no access path to edge-1 .*; one check could not be assessed\.$/,
    );
  });

  test("whose requester's address is missing", () => {
    const diagnosis = diagnose(notCovered);
    expect(diagnosis.rootCause?.fix?.commands).toEqual([
      `az aks update --subscription ${subscription} --resource-group rg-prod --name edge-1 --api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.0.9/32`,
    ]);
    expect(stateOf(diagnosis, "P02")).toBe("blocked");
    expect(stateOf(diagnosis, "P13")).toBe("available");
  });

  test("whose requester's address is covered", () => {
    const diagnosis = diagnose(changed(publicRanges, setClient({ ip: "20.40.0.9" })));
    expect(diagnosis.verdict).toBe("healthy");
    expect(stateOf(diagnosis, "P02")).toBe("available");
  });
});
