// The bot's own token: kept until it should be renewed, and never to its very end.

import { botAppId, botSecret, tenantId } from "../../../simulator/people.ts";
import { createAppToken, freshUntil } from "../../../src/azure/entra/app-token.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

test("asked of Entra once for each resource", async () => {
  const { environment, simulator } = azure;
  const clientAuth = { kind: "secret", secret: botSecret } as const;
  const token = createAppToken({ environment, tenantId, clientId: botAppId, clientAuth });
  const asked = () => simulator.requests().filter(({ path }) => path.includes("/oauth2/")).length;
  const first = await token("https://api.botframework.com/.default");
  const before = asked();
  expect(await token("https://api.botframework.com/.default")).toBe(first);
  expect(asked()).toBe(before);
});

const minute = 60_000;
test.each([
  ["told when", { expiresOnTimestamp: 60 * minute, refreshAfterTimestamp: 30 * minute }, 30 * minute],
  ["not told when: five minutes before its end", { expiresOnTimestamp: 60 * minute }, 55 * minute],
])("renewed, %s", (_name, times, expected) => {
  expect(freshUntil({ token: "t", ...times })).toBe(expected);
});
