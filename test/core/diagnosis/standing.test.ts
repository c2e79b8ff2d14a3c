// Somebody says where they are in words: what is judged from there, and whether it is asked at all.
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { writtenQuestion } from "../../../src/core/conversation/written-question.ts";
import { diagnose as judge } from "../../../src/core/diagnosis/diagnose.ts";
import { placesToAsk } from "../../../src/core/diagnosis/place-question.ts";
import {
  type ClusterSnapshot,
  type LocationKind,
  locationKinds,
} from "../../../src/core/snapshot/snapshot.ts";
import { diagnose } from "../../diagnosed.ts";
import { withTunnel } from "../../fixtures/gateway-changes.ts";
import { type Change, changed, setClient, setRules } from "../../fixtures/snapshot-changes.ts";
import { clusterDenied, publicRanges, stop } from "../../fixtures/snapshot-variants.ts";

const clientOf = (text: string) => {
  const understood = parseIntent(text);
  return understood.ok && understood.intent.kind === "diagnose" ? understood.intent.client : understood;
};

const withGateway = withTunnel();

describe("a place in words", () => {
  test.each<readonly [string, LocationKind]>([
    ["home", "internet"],
    ["the Internet", "internet"],
    ["my home office", "internet"],
    ["the office", "gateway"],
    ["vpn", "gateway"],
    ["the office VPN", "gateway"],
    ["our company vpn", "gateway"],
    ["Azure", "azure"],
    ["Bastion", "azure"],
    ["a jump host", "azure"],
  ])("from %s", (words, stands) => {
    expect(clientOf(`diagnose prod-1 from ${words}`)).toEqual({ stands });
    expect(clientOf(`diagnose prod-1 from ${words}, please`)).toEqual({ stands });
    expect(clientOf(`diagnose prod-1 with "i/o timeout" from ${words}`)).toEqual({
      stands,
      symptom: "i/o timeout",
    });
    expect(clientOf(`diagnose prod-1 from ${words} with "i/o timeout"`)).toEqual({
      stands,
      symptom: "i/o timeout",
    });
  });

  test("a network may be called like one: its name in quotes", () => {
    expect(clientOf('diagnose prod-1 from "vpn"')).toEqual({ virtualNetwork: "vpn" });
    expect(clientOf("diagnose prod-1 from vnet-home")).toEqual({ virtualNetwork: "vnet-home" });
  });

  test("more than a place is not guessed at", () => {
    expect(clientOf("diagnose prod-1 from the office of my aunt")).toMatchObject({ ok: false });
    expect(clientOf("diagnose prod-1 from home from vpn")).toMatchObject({ ok: false });
  });

  test.each(locationKinds)("%s is read again as it is written", (stands) => {
    expect(clientOf(writtenQuestion("diagnose", "prod-1", { stands }))).toEqual({ stands });
  });
});

const from = (stands: LocationKind, ...changes: readonly Change[]): ClusterSnapshot =>
  changed(...changes, setClient({ stands }));

describe("a private cluster, seen from", () => {
  test("home: nothing is broken, and nothing leads there", () => {
    expect(diagnose(from("internet"))).toMatchObject({
      verdict: "degraded",
      rootCause: null,
      outside: { ip: "", mayBeLearned: false },
      summary:
        "prod-1 is private, and nothing leads to it from the Internet: use the run command, or connect to vnet-hub first (VPN, Bastion, ExpressRoute).",
    });
  });

  test("the office, where no gateway is: over the Internet, too", () => {
    expect(diagnose(from("gateway"))).toMatchObject({ verdict: "degraded", outside: { ip: "" } });
  });

  test("the office VPN: over the gateway", () => {
    const diagnosis = diagnose(from("gateway", withGateway));
    expect(diagnosis).not.toHaveProperty("outside");
    expect(diagnosis.fromPlace).toMatchObject({ stands: "gateway", end: "delivered" });
    expect(diagnosis.checks.find(({ id }) => id === "client.network")).toMatchObject({ status: "pass" });
  });

  test("a machine in Azure: as people come in", () => {
    expect(diagnose(from("azure"))).toMatchObject({
      verdict: "healthy",
      fromPlace: { stands: "azure", end: "delivered" },
    });
    expect(diagnose(from("azure", setRules({})))).toMatchObject({
      fromPlace: { stands: "azure", end: "stopped" },
    });
  });
});

describe("asked only where it decides", () => {
  const asked = (...changes: readonly Change[]) => {
    const snapshot = changed(...changes);
    return placesToAsk(snapshot, judge(snapshot));
  };

  test.each<readonly [string, readonly Change[], readonly LocationKind[]]>([
    ["a private cluster with machines near it", [], ["internet", "azure"]],
    ["and a gateway", [withGateway], ["internet", "gateway", "azure"]],
    [
      "a rule shuts out those on machines alone",
      [withGateway, setRules({})],
      ["internet", "gateway", "azure"],
    ],
    ["it was said", [setClient({ stands: "azure" })], []],
    ["an address was", [setClient({ ip: "20.50.0.9" })], []],
    ["nobody gets in", [stop], []],
    ["the cluster cannot be read", [clusterDenied], []],
    ["a public cluster asks for the address itself", [publicRanges], []],
  ])("%s", (_what, changes, places) => {
    expect(asked(...changes)).toEqual(places);
  });
});
