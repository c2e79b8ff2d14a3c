// Bastion reaches a jump host: on the port that the host's system speaks, whatever lies between.
import { diagnose } from "../../diagnosed.ts";
import { noBastion, setBastion } from "../../fixtures/entry-changes.ts";
import { ids, jumpHost } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setData, setJumpHosts, setRules } from "../../fixtures/snapshot-changes.ts";
import { setGroup, siblingOf } from "../../fixtures/snapshot-nodes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const judged = (...changes: readonly Change[]) => diagnose(changed(...changes));
const endOf = (diagnosis: ReturnType<typeof diagnose>) =>
  diagnosis.requirements.find(({ id }) => id === "bastion.jump")?.end;
const denies = (port: string): Change =>
  setRules({ direction: "Inbound", destinationPortRanges: [port], name: "no-entry" });
const linux = setJumpHosts({ osName: "ubuntu" });
const windows = setJumpHosts({ osName: "Windows Server 2022 Datacenter" });

test.each<[string, readonly Change[], ReturnType<typeof endOf>]>([
  ["nothing is in the way", [], "delivered"],
  ["SSH denied to a Linux host", [linux, denies("22")], "stopped"],
  ["RDP denied to a Linux host", [linux, denies("3389")], "delivered"],
  ["RDP denied to a Windows host", [windows, denies("3389")], "stopped"],
  ["SSH denied to a Windows host", [windows, denies("22")], "delivered"],
  [
    "SSH denied, and what the host runs is not known: RDP may do",
    [setJumpHosts({}), denies("22")],
    "delivered",
  ],
  ["no Bastion", [noBastion], undefined],
  ["a Developer host, which stands in no subnet", [setBastion({ sku: "Developer" })], undefined],
  ["a public cluster needs none", [publicRanges], undefined],
])("%s: %s", (_name, changes, expected) => {
  expect(endOf(judged(...changes))).toBe(expected);
});

test("SSH denied beside an open RDP: a way in does not work, and the group and the rule are named", () => {
  const { verdict, rootCause } = judged(linux, denies("22"));
  expect(verdict).toBe("degraded");
  expect(rootCause?.resourceId).toContain("nsg-jump");
  expect(rootCause?.summary).toContain("no-entry");
});

describe("a port of its own", () => {
  const open = {
    ...{ name: "allow-ssh", priority: 150, access: "Allow", protocol: "Tcp", direction: "Inbound" },
    destinationPortRanges: ["2222"],
  };
  const shut = { name: "no-entry", direction: "Inbound" };

  test("opened to Bastion, which takes any: a limit and no fault", () => {
    const diagnosis = judged(linux, setRules(open, shut));
    expect([diagnosis.verdict, endOf(diagnosis)]).toEqual(["healthy", "unknown"]);
    expect(diagnosis.summary).toContain("whether jump-1 takes sign-ins on TCP 2222, Azure does not show");
    expect(diagnosis.checks.find(({ id }) => id === "nsg.jump-inbound")).toMatchObject({
      status: "notAssessed",
      need: "bastion.jump",
    });
  });

  test.each<[string, readonly Change[]]>([
    ["a Basic host, which takes none", [setBastion({ sku: "Basic" }), setRules(open, shut)]],
    ["a port for something else", [setRules({ ...open, destinationPortRanges: ["443"] }, shut)]],
    ["opened to others", [setRules({ ...open, sourceAddressPrefixes: ["10.99.0.0/16"] }, shut)]],
  ])("%s: stopped", (_name, changes) => {
    const diagnosis = judged(linux, ...changes);
    expect([diagnosis.verdict, endOf(diagnosis)]).toEqual(["degraded", "stopped"]);
  });
});

describe("a second jump host that Bastion may not reach", () => {
  const group = siblingOf(ids.hub, "networkSecurityGroups", "nsg-public");
  const second = {
    ...jumpHost,
    ...{ id: `${ids.jump}-2`, name: "jump-2", privateIpAddress: "10.0.1.5", interfaces: [] },
    networkSecurityGroupId: group,
  };
  const hosts = (fields: object): Change => setData("jumpHosts", [jumpHost, { ...second, ...fields }]);
  const office = {
    ...{ name: "office", priority: 150, access: "Allow", protocol: "Tcp", direction: "Inbound" },
    ...{ sourceAddressPrefixes: ["20.50.9.0/24"], destinationPortRanges: ["22"] },
  };
  const shut = { name: "no-entry", direction: "Inbound" };

  test.each<[string, object, readonly object[], string]>([
    [
      "has a public address at which the office signs in",
      { hasPublicAddress: true },
      [office, shut],
      "healthy",
    ],
    ["has none", {}, [office, shut], "degraded"],
    ["has one, and lets nobody in", { hasPublicAddress: true }, [shut], "degraded"],
  ])("%s: %s", (_name, fields, rules, verdict) => {
    // The subnet's group lets the office in as well, or nobody outside gets there.
    const { verdict: found } = judged(hosts(fields), setRules(office), setGroup(group, "nsg-public", rules));
    expect(found).toBe(verdict);
  });
});
