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
