// Who of a conversation may make a fix, by role assignments and groups.
import {
  assignmentsThatCount,
  groupsThatMay,
  holdersOf,
  type Member,
  personWhoMay,
} from "../../../src/core/access/who-may.ts";
import type { PermissionEntry, RoleAssignment } from "../../../src/core/snapshot/rights.ts";

const action = "Microsoft.Network/virtualNetworks/write";
const scope = "/subscriptions/s/resourceGroups/rg-hub";
const entry = (actions: readonly string[], notActions: readonly string[] = []): PermissionEntry => ({
  ...{ actions, notActions },
  ...{ dataActions: [], notDataActions: [] },
});
const roles = new Map([
  ["owner", [entry(["*"])]],
  ["reader", [entry(["*/read"])]],
  ["no-networks", [entry(["*"], ["Microsoft.Network/*/write"])]],
  ["both", [entry(["*"], ["Microsoft.Network/*/write"]), entry(["Microsoft.Network/*"])]],
]);

const to = (
  principal: RoleAssignment["principal"],
  principalId: string,
  role: string,
  more: Partial<RoleAssignment> = {},
): RoleAssignment => ({
  ...{ principal, principalId, scope, conditional: false },
  roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${role}`,
  ...more,
});
const holders = (...assignments: readonly RoleAssignment[]) => holdersOf(action, assignments, roles);

const member = (objectId: string, name = objectId): Member => ({ objectId, userId: `29:${objectId}`, name });
const [megan, adele] = [member("megan", "Megan Bowen"), member("adele", "Adele Vance")];

describe("who holds an action", () => {
  test.each([
    ["a role that allows it", [to("user", "megan", "owner")], ["megan"]],
    ["made at the subscription", [to("user", "megan", "owner", { scope: "/subscriptions/s" })], ["megan"]],
    ["a role that does not", [to("user", "megan", "reader")], []],
    ["a role that excludes it", [to("user", "megan", "no-networks")], []],
    ["excluded by one part of a role, allowed by the other", [to("user", "megan", "both")], ["megan"]],
    [
      "two roles, of which one allows it",
      ["no-networks", "owner"].map((role) => to("user", "megan", role)),
      ["megan"],
    ],
    ["a role that could not be read", [to("user", "megan", "gone")], []],
    ["under a condition", [to("user", "megan", "owner", { conditional: true })], []],
    ["an application", [to("other", "megan", "owner")], []],
    ["ids in another case", [to("user", "MEGAN", "OWNER")], ["megan"]],
  ] as const)("%s", (_, assignments, users) => {
    expect(holders(...assignments)).toEqual({ users, groups: [] });
  });

  test("groups, the one that was given it nearest to the scope first, each once", () => {
    const wide = { scope: "/subscriptions/s" };
    expect(
      holders(
        to("group", "everybody", "owner", wide),
        to("group", "net", "owner"),
        to("group", "net", "both", wide),
      ),
    ).toEqual({ users: [], groups: ["net", "everybody"] });
  });
});

test("only groups, and people who are here, are worth reading their roles", () => {
  const counting = [to("user", "Megan", "owner"), to("group", "net", "reader")];
  const others = [
    to("user", "stranger", "owner"),
    to("other", "bot", "owner"),
    to("group", "cond", "owner", { conditional: true }),
  ];
  expect(assignmentsThatCount([...others, ...counting], [megan])).toEqual(counting);
});

describe("a person", () => {
  const direct = (...users: readonly string[]) => ({ users, groups: [] });
  const through = (...groups: readonly string[]) => ({ users: [], groups });
  const members = new Map([
    ["net", ["ADELE"]],
    ["dns", ["megan", "adele"]],
  ]);
  test.each([
    ["who holds it", [direct("megan")], megan],
    ["through a group", [through("net")], adele],
    ["who holds it goes before one through a group", [{ users: ["megan"], groups: ["net"] }], megan],
    ["one right, one through a group", [direct("megan"), through("dns")], megan],
    [
      "who holds all of it goes before who holds a part",
      [direct("megan"), { users: ["megan", "adele"], groups: ["net"] }],
      megan,
    ],
    ["by name among equals", [direct("megan", "adele")], adele],
    ["who holds one right of two", [direct("megan"), direct("adele")], null],
    ["who is in no group of those", [through("other")], null],
    ["nobody", [direct()], null],
    ["no right that could be told", [], null],
  ])("%s", (_, rights, person) => {
    expect(personWhoMay(rights, members, [megan, adele])).toEqual(person);
  });

  test("who is not in the conversation", () => {
    expect(personWhoMay([direct("megan")], members, [adele])).toBeNull();
  });
});

test.each([
  [
    "a group that holds every right",
    [
      ["net", "all"],
      ["dns", "all"],
    ],
    ["all"],
  ],
  ["none", [["net"], ["dns"]], []],
  ["one right", [["net", "all"]], ["net", "all"]],
  ["no right", [], []],
])("%s", (_, groups, expected) => {
  expect(groupsThatMay(groups.map((each) => ({ users: [], groups: each })))).toEqual(expected);
});
