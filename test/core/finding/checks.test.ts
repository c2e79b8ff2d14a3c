// Each check over the healthy snapshot with one thing changed.
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import type { SaidCheck, SaidFix } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { outcomeInWords } from "../../diagnosed.ts";
import { expectEach } from "../../each-holds.ts";
import { allRows } from "./rows/all-rows.ts";
import { lazyWalks } from "./rows/lazy-walks.ts";
import type { Row } from "./rows/row.ts";

const cases = Object.entries(allRows).flatMap(([id, rows]) =>
  rows.map((row): readonly [id: string, when: string, row: Row] => [id, row.when, row]),
);

const checkCalled = (id: string) => {
  const check = catalogue.find((each) => each.id === id);
  if (check === undefined) throw new Error(`The catalogue has no check ${id}.`);
  return check;
};

const evaluated = (id: string, snapshot: ClusterSnapshot): SaidCheck =>
  outcomeInWords(id, checkCalled(id).evaluate(snapshot, lazyWalks(snapshot)));

const fixOf = (outcome: SaidCheck): SaidFix | undefined =>
  outcome.status === "fail" || outcome.status === "warn" ? outcome.fix : undefined;

const judged = cases.map(([id, when, row]) => [id, when, row, evaluated(id, row.snapshot)] as const);

test.each(judged)("%s: %s", (_id, _when, row, outcome) => {
  expect(outcome).toMatchObject({ status: row.status, summary: expect.stringContaining(row.says ?? "") });
  expect(outcome.summary).toMatch(/\.$/);
  if (row.fix !== undefined) expect(fixOf(outcome)?.commands.join("\n")).toContain(row.fix);
});

const fixesOf = (outcomes: readonly (readonly [id: string, when: string, outcome: SaidCheck])[]) =>
  outcomes.flatMap(([id, when, outcome]) => {
    const fix = fixOf(outcome);
    return fix === undefined ? [] : [[`${id}: ${when}`, fix] as const];
  });
const fixes = fixesOf(judged.map(([id, when, _row, outcome]) => [id, when, outcome] as const));
const commandsIn = (from: typeof fixes) =>
  from.flatMap(([name, { commands }]) => commands.map((command) => [name, command] as const));
const commands = commandsIn(fixes);

/**
 * Faults that no command repairs: Azure's own, what was deleted for good, a subnet whose old range nobody knows or that has no room to grow,
 * ranges to plan anew, a route where no firewall is to be seen, a Bastion host that is being deleted, and its subnet
 * when that is too small; a full subnet of nodes, and machines of nodes that are off. Nor what others own: rules of a firewall or of a network manager, the far side of a gateway, a
 * line's provider, a proxy. Nor what somebody has to decide: which networks to join, whether both directions pass an
 * appliance, and a record while nobody knows where the API server stands. Nor a secret that has to be made first, and a
 * right that no narrow role holds.
 */
const withoutFix: readonly string[] = [
  "cluster.resource-health: unavailable",
  "cluster.exists: gone, and its log says who deleted it",
  "cluster.kms-key: purged",
  "dns.a-record-present: absent, address unknown",
  "vnet.cluster-subnet: subnet gone",
  "vnet.cluster-subnet: hosted nodes' subnet gone",
  "peering.both-sides: only the zone's link remembers the hub",
  "route.api-path: policies on, one way only",
  "route.api-path: policies on, the way back only",
  "route.default: routes, dropped, and no firewall to be seen",
  "route.default: without a cache: that is walked",
  "api.vnetint-subnet: full",
  "api.vnetint-subnet: too small",
  "api.vnetint-subnet: gone",
  "dns.onprem-forwarding: the server does not",
  "dns.onprem-forwarding: the server knows another address",
  "dns.custom-servers: on premises, where nothing leads",
  "dns.custom-servers: a resolver in a network that is not peered",
  "dns.custom-servers: two servers beyond the hub",
  "dns.custom-servers: two servers beyond the hub that are off",
  "dns.custom-servers: a resolver that failed, and no way leads there",
  "peering.address-overlap: jump subnet in the service range",
  "peering.address-overlap: jump subnet in the pods' range, no overlay",
  "peering.address-overlap: hub and spoke",
  "peering.address-overlap: the network that the requester named",
  "peering.address-overlap: no jump host",
  "pool.subnet-ip-free: full, and the last operation failed",
  "pool.subnet-ip-free: not read, and AKS said that it is full",
  "pool.system-ready: none, autoscaled within limits nobody knows",
  "pool.vm-instances: none runs, and no other system pool",
  "pool.vm-instances: the scale set was emptied",
  "invoke.policy: the requester was turned down",
  "invoke.policy: the requester was turned down by a Gatekeeper of their own",
  "jit.active-request: no Bastion, and its policy unread",
  "invoke.last-run: its pod found no node",
  "invoke.last-run: a policy",
  "invoke.last-run: no right",
  "invoke.last-run: no right in Kubernetes",
  "invoke.last-run: its image",
  "invoke.last-run: it is off",
  "peering.vwan-hub: lacks one",
  "peering.vwan-hub: its router failed",
  "bastion.provisioning: being deleted",
  "bastion.subnet: a /28",
  "bastion.reach: two hops away",
  "nsg.avnm-admin-rules: stops it",
  "firewall.aks-fqdns: has no rule for it",
  "firewall.network-rules: has no rule for it",
  "firewall.precedence: a denial that another rule comes too late for",
  "firewall.precedence: TLS is opened, by classic rules",
  "vpn.connection-status: down",
  "vpn.route-to-spoke: selectors leave the cluster's network out",
  "vpn.p2s-config: the pool is the cluster's range",
  "vpn.p2s-config: no root certificate",
  "vpn.bgp-peers: down",
  "vpn.bgp-peers: teaches nothing",
  "vpn.bgp-peers: none",
  "er.circuit-provisioned: not by the provider",
  "er.private-peering: never made",
  "er.gateway-connection: down",
  "er.gateway-connection: gone",
  "egress.http-proxy: nobody has its address",
  "identity.kind: its secret is over",
  "identity.kind: the requester's text says so",
  "entra.local-accounts: off without Entra",
  "access.kubernetes-role: may not list nodes",
  "access.kubernetes-role: a resource of a group",
  "access.kubernetes-role: bindings decide, and refuse",
];

test("whatever fails has a command that repairs it, but for what no command repairs", () => {
  const repaired = new Set<string>(
    fixes.filter(([, { commands }]) => commands.length > 0).map(([name]) => name),
  );
  const failing = cases.filter(([, , row]) => row.status === "fail");
  const without = failing.map(([id, when]): string => `${id}: ${when}`).filter((name) => !repaired.has(name));
  expect(failing.length).toBeGreaterThan(without.length);
  expect(without.toSorted()).toEqual(withoutFix.toSorted());
});

/** Signing in comes before any subscription is known. */
const isSignIn = (call: string): boolean => /^login --tenant [0-9a-f-]{36}\s*$/.test(call);

test("every command calls az, and names the subscription at each call", () => {
  expectEach(commands, (command) => {
    const calls = command.split(/(?<=^|\s)az /).slice(1);
    expect(calls).not.toHaveLength(0);
    for (const call of calls.filter((each) => !isSignIn(each)))
      expect(call).toMatch(/ --subscription [0-9a-f-]{36} /);
  });
});

test("every risk is a sentence", () => {
  expectEach(fixes, ({ risk }) => expect(risk).toMatch(/^[A-Z].*\.$/s));
});

/** Commands that would stop and ask. */
const asking =
  /private-dns link vnet delete|aks update(?!.*(--api-server|--enable-public-fqdn|--enable-run-command|--load-balancer))/;

test("commands that would ask are told yes", () => {
  const wouldAsk = commands.filter(([, command]) => asking.test(command));
  expectEach(wouldAsk, (command) => expect(command).toContain("--yes"));
});

/** A quote inside of quotes does not end them. */
const plainQuotes = (command: string): string => command.replaceAll("'\\''", "");

test("no command leaves anything to fill in", () => {
  expectEach(commands, (command) =>
    expect(plainQuotes(command)).not.toMatch(/<[^>]*>|''|undefined|NaN|\[object|[ ,=]null\b/),
  );
});

/** Azure allows parentheses in the name of a resource group. */
const inOddGroup = (snapshot: ClusterSnapshot): ClusterSnapshot =>
  JSON.parse(JSON.stringify(snapshot).replaceAll(/rg-(prod|hub)(?=["/])/g, "rg-($1)"));

test("what a shell would read is quoted", () => {
  const odd = commandsIn(
    fixesOf(cases.map(([id, when, row]) => [id, when, evaluated(id, inOddGroup(row.snapshot))] as const)),
  ).filter(([, command]) => /\((prod|hub)\)/.test(command));
  expectEach(odd, (command) =>
    expect(plainQuotes(command).replaceAll(/'[^']*'/g, "")).not.toMatch(/\((prod|hub)\)/),
  );
});
