// What nobody needs may be denied: no alarm, no cause, and no fix that opens it.

import { diagnose } from "../../diagnosed.ts";
import { applicationRule, collection, networkRule, rightRules } from "../../fixtures/firewall-rules.ts";
import { type Change, changed, setClient, setRules } from "../../fixtures/snapshot-changes.ts";
import {
  both,
  routed,
  setAgentRules,
  setHubFirewall,
  setNodeRoutes,
  setNodeRules,
} from "../../fixtures/snapshot-nodes.ts";
import { setVnetIntegration } from "../../fixtures/snapshot-vnet-integration.ts";

const inward = (...destinationPortRanges: readonly string[]) => ({
  ...{ name: "deny-it", direction: "Inbound", destinationPortRanges },
});
const outward = (...destinationPortRanges: readonly string[]) => ({
  ...{ name: "deny-it", direction: "Outbound", destinationPortRanges },
});
const udp = { protocol: "Udp" };
const firewall = (rule: ReturnType<typeof networkRule> | ReturnType<typeof applicationRule>): Change =>
  both(routed, setHubFirewall({ collections: [collection("Deny", 100, rule), ...rightRules] }));
const toNowhere = (prefix: string): Change => setNodeRoutes({ prefix, hop: "None" });

test.each<[string, Change]>([
  // In to nodes
  ["Telnet", setNodeRules(inward("23"))],
  ["SSH and RDP", setNodeRules(inward("22", "3389"))],
  ["SQL", setNodeRules(inward("1433"))],
  ["WinRM", setNodeRules(inward("5985-5986"))],
  ["SMB", setNodeRules(inward("445"))],
  ["SMB from the network", setNodeRules({ ...inward("445"), sourceAddressPrefixes: ["VirtualNetwork"] })],
  ["SNMP", setNodeRules({ ...inward("161"), ...udp })],
  ["what a webhook may listen on", setNodeRules(inward("9443"))],
  [
    "node ports from the Internet",
    setNodeRules({ ...inward("30000-32767"), sourceAddressPrefixes: ["Internet"] }),
  ],
  ["Telnet, on the interfaces", setAgentRules(inward("23"))],
  ["Telnet, of a cluster with VNet integration", both(setVnetIntegration(), setNodeRules(inward("23")))],
  // Out of nodes
  ["mail", setNodeRules(outward("25"))],
  ["SQL outside", setNodeRules(outward("1433"))],
  [
    "the tunnel of clusters without konnectivity",
    setNodeRules({ ...outward("1194"), ...udp }, outward("9000")),
  ],
  ["time", setNodeRules({ ...outward("123"), ...udp })],
  ["databases by their tag", setNodeRules({ ...outward("*"), destinationAddressPrefixes: ["Sql"] })],
  ["the hub", setNodeRules({ ...outward("*"), destinationAddressPrefixes: ["10.0.0.0/16"] })],
  ["HTTP outside", setNodeRules({ ...outward("80"), destinationAddressPrefixes: ["Internet"] })],
  // By a firewall, a route, or before the jump host
  ["names by the firewall", firewall(applicationRule({ fqdns: ["*.example.com"] }))],
  ["mail by the firewall", firewall(networkRule({ ports: ["25"], destinations: ["*"] }))],
  ["databases by the firewall", firewall(networkRule({ ports: ["1433", "3306"], destinations: ["*"] }))],
  ["a range that nobody has, by a route", toNowhere("172.16.0.0/12")],
  ["the hub, by a route", toNowhere("10.0.0.0/16")],
  ["mail out of the jump host", setRules(outward("25"))],
  ["Telnet to the jump host", setRules(inward("23"))],
])("%s: healthy", (_name, change) => {
  const { verdict, rootCause, thenAlso = [], checks } = diagnose(changed(change));
  expect([verdict, rootCause, thenAlso]).toEqual(["healthy", null, []]);
  const warned = checks.filter(({ status }) => status === "warn" || status === "fail");
  expect(warned.filter((check) => !("advice" in check) || "fix" in check)).toEqual([]);
});

test("what somebody's error text says that a webhook is called on is needed: degraded, and opened", () => {
  const symptom =
    'Internal error occurred: failed calling webhook "validate.nginx": failed to call webhook: Post "https://nginx.ingress.svc:443/v1": dial tcp 10.10.0.31:9443: i/o timeout';
  const { verdict, rootCause } = diagnose(changed(setNodeRules(inward("9443")), setClient({ symptom })));
  expect([verdict, rootCause?.check, rootCause?.need]).toEqual([
    "degraded",
    "nsg.intra-node",
    "nodes.services",
  ]);
  expect(rootCause?.fix?.commands.join()).toContain("--destination-port-ranges 9443");
});

test("a rule at the first number that there is: it moves back, so that a rule fits before it", () => {
  const { rootCause } = diagnose(changed(setRules({ ...outward("443"), priority: 100 })));
  const [move, allow] = rootCause?.fix?.commands ?? [];
  expect(move).toMatch(/nsg rule update .*--nsg-name nsg-jump --name deny-it --priority 101$/);
  expect(allow).toMatch(/nsg rule create .*--priority 100 .*--access Allow .*--destination-port-ranges 443$/);
  expect(rootCause?.fix?.risk).toContain("it moves from priority 100 to 101");
  expect(rootCause?.repairs?.every(({ proved }) => proved)).toBe(true);
});
