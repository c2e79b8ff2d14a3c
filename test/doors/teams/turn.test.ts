// Who is taken for Teams. SDKs also let others in: any Entra token of the bot's own app, from any tenant, without a claim
// for the service URL. Whoever holds somebody's sign-in could speak as anybody with it.
import type { Bot } from "../../../src/doors/teams/bot.ts";
import type { Activity } from "../../../src/doors/teams/port.ts";
import { onTurn } from "../../../src/doors/teams/turn.ts";
import { silent } from "../../../src/telemetry/request-scope.ts";
import { personQueues } from "../../fakes/person-queues.ts";

const serviceUrl = "https://smba.trafficmanager.net/emea/";
const issuer = "https://api.botframework.com";
const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";

const bot = {
  channelIssuer: issuer,
  trusted: (url: string) => url === serviceUrl,
  allowedTenants: [tenantId],
  services: { log: { warn: () => {} }, telemetry: silent, newId: () => "R-0000000001" },
  ...personQueues(),
} as unknown as Bot;

/** The status that an invoke nobody knows is answered with: 501 when it was let in, 403 when not. */
async function statusFor(claims: Record<string, string>, change: Partial<Activity>): Promise<number> {
  const activity = {
    ...{ type: "invoke", name: "unknown", channelId: "msteams", serviceUrl },
    conversation: { id: "a:1", tenantId },
    ...change,
  } as unknown as Activity;
  const caller = { ok: true, issuer: claims.iss, serviceUrl: claims.serviceurl } as const;
  return (await onTurn(bot, caller, activity)).reply?.status ?? 0;
}

/** As the conversation says it, and as Teams' own data do. */
const named = (conversation?: unknown, data?: unknown): Partial<Activity> => ({
  conversation: { id: "a:1", tenantId: conversation } as Activity["conversation"],
  channelData: data === undefined ? undefined : { tenant: { id: data } },
});

const channel = { iss: issuer, serviceurl: serviceUrl };

test.each<[string, Record<string, string>, Partial<Activity>, number]>([
  ["an invoke that every object answers to", channel, { name: "constructor" }, 501],
  ["the Bot Connector, for this service URL", channel, {}, 501],
  [
    "an Entra token of the bot's own app",
    { iss: `https://sts.windows.net/${tenantId}/`, serviceurl: serviceUrl },
    {},
    403,
  ],
  ["no claim for the service URL", { iss: issuer }, {}, 403],
  ["a claim for another service URL", { ...channel, serviceurl: "https://evil.example/" }, {}, 403],
  [
    "a service URL that is not Teams'",
    { ...channel, serviceurl: "https://evil.example/" },
    { serviceUrl: "https://evil.example/" },
    403,
  ],
  ["no claims at all", {}, {}, 403],
  ["another channel", channel, { channelId: "webchat" }, 403],
  ["the tenant in capitals", channel, named(tenantId.toUpperCase()), 501],
  ["the tenant in Teams' own data alone", channel, named(undefined, tenantId), 501],
  ["the tenant twice", channel, named(tenantId, tenantId), 501],
  ["another tenant in Teams' own data alone", channel, named(undefined, "other"), 403],
  ["another tenant in Teams' own data besides ours", channel, named(tenantId, "other"), 403],
  ["another tenant of the conversation besides ours", channel, named("other", tenantId), 403],
  ["no tenant", channel, named(), 403],
  ["an empty tenant", channel, named("", ""), 403],
  ["a tenant that is no text", channel, named(7, { id: tenantId }), 403],
  [
    "another tenant",
    channel,
    { conversation: { id: "a:1", tenantId: "other" } as Activity["conversation"] },
    403,
  ],
])("%s", async (_name, claims, change, status) => {
  expect(await statusFor(claims, change)).toBe(status);
});
