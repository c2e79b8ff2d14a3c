// Who is in a channel or chat, page by page, on the real client.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { botAuthentication } from "../../../src/doors/teams/adapter.ts";
import { connectorClients } from "../../../src/doors/teams/connector.ts";
import { createRoster } from "../../../src/doors/teams/roster.ts";

const appId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
type Page = Readonly<{ members?: readonly unknown[]; continuationToken?: string }>;

let teams: Server;
let base = "";
let pages: readonly Page[] = [];
let status = 200;
let requests: string[] = [];
beforeAll(async () => {
  teams = createServer((request, response) => {
    const page = pages[requests.length];
    requests.push(decodeURIComponent(request.url ?? ""));
    if (page === undefined && status === 200) return;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(page ?? {}));
  });
  await new Promise<void>((resolve) => teams.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(teams.address() as AddressInfo).port}/`;
});
afterAll(() => {
  teams.closeAllConnections();
  teams.close();
});

async function members(
  told: readonly Page[],
  key = "19:ops@thread.tacv2;messageid=1",
  serviceUrl = base,
  milliseconds = 60_000,
  read: "members" | "addressed" = "members",
) {
  [pages, requests] = [told, []];
  const authentication = botAuthentication({ appId, tenantId, endpoints: {} }, async () => "token");
  const roster = createRoster({
    clients: connectorClients(authentication, appId, "https://api.botframework.com"),
    trusted: (url) => url.startsWith("http://127.0.0.1:"),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const to = {
    ...{ key, userId: "29:alex", personal: false, channelId: "msteams", serviceUrl },
    conversation: { id: key, isGroup: true, name: "", tenantId },
    bot: { id: "28:bot", name: "bot" },
  };
  return read === "members" ? roster.members(to, milliseconds) : roster.addressed(to, milliseconds);
}

const megan = { id: "29:megan", name: "Megan Bowen", objectId: "ABC", tenantId };
const meganHere = { userId: "29:megan", name: "Megan Bowen", objectId: "abc" };

test("page by page, of the channel and not of the thread", async () => {
  const adele = { id: "29:adele", name: "Adele Vance", aadObjectId: "def" };
  const found = await members([{ members: [megan], continuationToken: "p2" }, { members: [adele] }]);
  expect(found).toEqual([meganHere, { userId: "29:adele", name: "Adele Vance", objectId: "def" }]);
  expect(requests).toEqual([
    "/v3/conversations/19:ops@thread.tacv2/pagedmembers?pageSize=500",
    "/v3/conversations/19:ops@thread.tacv2/pagedmembers?pageSize=500&continuationToken=p2",
  ]);
});

test("with the addresses that Teams tells", async () => {
  const addresses = { email: "Megan@contoso.example", userPrincipalName: "megan.b@contoso.example" };
  const page = {
    members: [
      { ...megan, ...addresses },
      { ...megan, email: null },
    ],
  };
  expect(await members([page], undefined, undefined, undefined, "addressed")).toEqual([
    { member: meganHere, addresses: Object.values(addresses) },
    { member: meganHere, addresses: [] },
  ]);
  expect(await members([page])).toEqual([meganHere, meganHere]);
});

test("no bots, nobody of another tenant, and nothing that is no account", async () => {
  const others = [{ id: "28:bot", name: "Bot" }, { ...megan, tenantId: "other" }, null, { name: "x" }, "y"];
  expect(await members([{ members: [...others, megan] }])).toEqual([meganHere]);
});

test.each(["guest", "Guest", "anonymous"])("who is there as %s", async (userRole) => {
  expect(
    await members([
      {
        members: [
          { ...megan, userRole },
          { ...megan, userRole: "user" },
        ],
      },
    ]),
  ).toEqual([{ ...meganHere, isGuest: true }, meganHere]);
});

test("nobody", async () => {
  expect(await members([{}])).toEqual([]);
});

test("of a very large team only so many", async () => {
  const page = { members: [megan], continuationToken: "more" };
  expect(await members(Array(9).fill(page))).toHaveLength(4);
});

test("Teams refuses, or does not answer: that is not known", async () => {
  status = 403;
  expect(await members([])).toBeNull();
  status = 200;
  expect(await members([], undefined, undefined, 200)).toBeNull();
});

test("no token goes to a service URL that is not one of Teams'", async () => {
  expect(await members([{ members: [megan] }], "19:x", "https://evil.example/")).toBeNull();
  expect(requests).toEqual([]);
});
