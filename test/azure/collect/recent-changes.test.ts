// What is asked of the activity log: a name from outside stays a name.
import type { ArmSession } from "../../../src/azure/arm/arm-client.ts";
import { readRecentChanges } from "../../../src/azure/collect/kit/recent-changes.ts";

async function filterFor(resourceGroup: string): Promise<string | undefined> {
  const asked: Readonly<Record<string, string>>[] = [];
  const firstPage: ArmSession["json"]["firstPage"] = async (_path, _version, _item, query) => {
    asked.push(query);
    return [];
  };
  const arm = { json: { firstPage } } as unknown as ArmSession;
  await readRecentChanges(arm, 0, { subscriptionId: "s", resourceGroup }, Date.parse("2026-11-25T03:00:00Z"));
  return asked[0]?.$filter;
}

test.each([
  ["rg-prod", "'rg-prod'"],
  ["o'neill' or caller eq 'x", "'o''neill'' or caller eq ''x'"],
])("%s", async (group, quoted) => {
  expect(await filterFor(group)).toBe(
    `eventTimestamp ge '2026-11-24T03:00:00.000Z' and resourceGroupName eq ${quoted}`,
  );
});

test.each<readonly [what: string, claims: unknown, name: string | undefined]>([
  ["a person's token has their name", { name: "Megan Bowen" }, "Megan Bowen"],
  ["an application's has none", { appid: "8c1b2f7e" }, undefined],
  ["a name that is none", { name: 7 }, undefined],
  ["claims that are none", "x", undefined],
  ["no claims", undefined, undefined],
])("who made a change: %s", async (_what, claims, name) => {
  const event = {
    eventTimestamp: "2026-11-25T02:00:00Z",
    resourceId: "/subscriptions/s/resourceGroups/rg-prod",
    caller: "meganb@contoso.example",
    operationName: { value: "Microsoft.Network/virtualNetworks/write" },
    status: { value: "Succeeded" },
    claims,
  };
  const firstPage: ArmSession["json"]["firstPage"] = async (_path, _version, item) => [item.parse(event)];
  const arm = { json: { firstPage } } as unknown as ArmSession;
  const group = { subscriptionId: "s", resourceGroup: "rg-prod" };
  const read = await readRecentChanges(arm, 0, group, Date.parse("2026-11-25T03:00:00Z"));
  expect(JSON.stringify(read).includes('"callerName"')).toBe(name !== undefined);
  expect(JSON.stringify(read)).toContain(name ?? "meganb@contoso.example");
});
