// Each check over the healthy snapshot with one thing changed.
import { catalogue } from "../../../src/core/diagnosis/catalogue.ts";
import type { ClusterSnapshot } from "../../../src/core/diagnosis/snapshot.ts";
import { allRows } from "./rows/all-rows.ts";
import type { Row } from "./rows/row.ts";

const cases = Object.entries(allRows).flatMap(([id, rows]) =>
  rows.map((row): readonly [id: string, when: string, row: Row] => [id, row.when, row]),
);

const checkCalled = (id: string) => {
  const check = catalogue.find((each) => each.id === id);
  if (check === undefined) throw new Error(`The catalogue has no check ${id}.`);
  return check;
};

/**
 * Faults that no command repairs: Azure's own, a subnet whose old range nobody knows or that has no room to grow,
 * ranges to plan anew, a route where no firewall is to be seen, a Bastion host that is being deleted, and its subnet
 * when that is too small.
 */
const withoutFix = [
  "cluster.resource-health",
  "vnet.cluster-subnet",
  "peering.address-overlap",
  "api.vnetint-subnet",
  "route.default",
  "bastion.provisioning",
  "bastion.subnet",
];

/** Signing in comes before any subscription is known. */
const isSignIn = (call: string): boolean => /^login --tenant [0-9a-f-]{36}\s*$/.test(call);

test.each(cases)("%s: %s", (id, _when, row) => {
  const outcome = checkCalled(id).evaluate(row.snapshot);
  expect(outcome).toMatchObject({
    status: row.status,
    summary: expect.stringContaining(row.says ?? ""),
  });
  if (outcome.status === "fail" || outcome.status === "warn") {
    const commands = outcome.fix?.commands ?? [];
    expect(commands.join("\n")).toContain(row.fix ?? "");
    if (outcome.status === "fail" && !withoutFix.includes(id)) expect(commands).not.toHaveLength(0);
    for (const command of commands) {
      const calls = command.split(/(?<=^|\s)az /).slice(1);
      expect(calls).not.toHaveLength(0);
      for (const call of calls.filter((each) => !isSignIn(each)))
        expect(call).toMatch(/ --subscription [0-9a-f-]{36} /);
    }
    expect(outcome.fix?.risk ?? "Nothing.").toMatch(/\.$/);
  }
  expect(outcome.summary).toMatch(/\.$/);
});

const commandsOf = (id: string, snapshot: ClusterSnapshot): readonly string[] => {
  const outcome = checkCalled(id).evaluate(snapshot);
  return outcome.status === "fail" || outcome.status === "warn" ? (outcome.fix?.commands ?? []) : [];
};

/** Commands that would stop and ask. */
const asking =
  /private-dns link vnet delete|aks update(?!.*(--api-server|--enable-public-fqdn|--enable-run-command))/;

test.each(cases)("%s: %s asks nobody anything", (id, _when, row) => {
  const commands = commandsOf(id, row.snapshot);
  expect(commands.filter((command) => asking.test(command) && !command.includes("--yes"))).toEqual([]);
});

/** A quote inside of quotes does not end them. */
const plainQuotes = (command: string): string => command.replaceAll("'\\''", "");

test.each(cases)("%s: %s leaves nothing to fill in", (id, _when, row) => {
  for (const command of commandsOf(id, row.snapshot))
    expect(plainQuotes(command)).not.toMatch(/<[^>]*>|''|undefined|NaN|\[object|[ ,=]null\b/);
});

/** Azure allows parentheses in the name of a resource group. */
const inOddGroup = (snapshot: ClusterSnapshot): ClusterSnapshot =>
  JSON.parse(JSON.stringify(snapshot).replaceAll(/rg-(prod|hub)(?=["/])/g, "rg-($1)"));

test.each(cases)("%s: %s quotes what a shell would read", (id, _when, row) => {
  for (const command of commandsOf(id, inOddGroup(row.snapshot)))
    expect(plainQuotes(command).replaceAll(/'[^']*'/g, "")).not.toMatch(/\((prod|hub)\)/);
});
