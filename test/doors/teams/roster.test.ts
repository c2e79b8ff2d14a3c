// Who is in a channel or chat, page by page, as Teams says.
import type { Connector } from "../../../src/doors/teams/port.ts";
import { createRoster } from "../../../src/doors/teams/roster.ts";

const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
type Page = Readonly<{ members: readonly unknown[]; continuationToken?: string }>;

let requests: string[] = [];

/** What comes after the last page fails. */
async function members(
  pages: readonly Page[],
  key = "19:ops@thread.tacv2;messageid=1",
  serviceUrl = "http://127.0.0.1/",
  read: "members" | "addressed" = "members",
) {
  requests = [];
  const connector = (): Partial<Connector> => ({
    members: async (id, { pageSize, continuationToken }) => {
      const page = pages[requests.length];
      requests.push([id, pageSize, continuationToken ?? ""].join(" "));
      if (page === undefined) throw new Error("refused");
      return page;
    },
  });
  const roster = createRoster({
    connector: connector as () => Connector,
    trusted: (url) => url.startsWith("http://127.0.0.1"),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const to = {
    ...{ key, userId: "29:alex", personal: false, channelId: "msteams", serviceUrl },
    conversation: { id: key, isGroup: true, name: "", tenantId },
    bot: { id: "28:bot", name: "bot" },
  };
  return read === "members" ? roster.members(to, 60_000) : roster.addressed(to, 60_000);
}

const megan = { id: "29:megan", name: "Megan Bowen", objectId: "ABC", tenantId };
const meganHere = { userId: "29:megan", name: "Megan Bowen", objectId: "abc" };

test("page by page, of the channel and not of the thread", async () => {
  const adele = { id: "29:adele", name: "Adele Vance", aadObjectId: "def" };
  const found = await members([{ members: [megan], continuationToken: "p2" }, { members: [adele] }]);
  expect(found).toEqual([meganHere, { userId: "29:adele", name: "Adele Vance", objectId: "def" }]);
  expect(requests).toEqual(["19:ops@thread.tacv2 500 ", "19:ops@thread.tacv2 500 p2"]);
});

test("with the addresses that Teams tells", async () => {
  const addresses = { email: "Megan@contoso.example", userPrincipalName: "megan.b@contoso.example" };
  const page = {
    members: [
      { ...megan, ...addresses },
      { ...megan, email: null },
    ],
  };
  expect(await members([page], undefined, undefined, "addressed")).toEqual([
    { member: meganHere, addresses: Object.values(addresses), tenantId },
    { member: meganHere, addresses: [], tenantId },
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
  expect(await members([{ members: [] }])).toEqual([]);
});

test("of a very large team only so many", async () => {
  const page = { members: [megan], continuationToken: "more" };
  expect(await members(Array(9).fill(page))).toHaveLength(4);
});

test("Teams refuses, or does not answer: that is not known", async () => {
  expect(await members([])).toBeNull();
});

test("no token goes to a service URL that is not one of Teams'", async () => {
  expect(await members([{ members: [megan] }], "19:x", "https://evil.example/")).toBeNull();
  expect(requests).toEqual([]);
});

test("a chat has no name that a bot is told", async () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const connector = (): Connector => {
    throw new Error("asked");
  };
  const roster = createRoster({ connector, trusted: () => true, log });
  const chat = { key: "19:chat", userId: "29:alex", personal: false, conversation: { id: "19:chat" } };
  expect(await roster.named(chat, 60_000)).toEqual({ is: "chat" });
});

test("the tenant of a member is one, however it is written", async () => {
  const page = { members: [{ ...megan, tenantId: tenantId.toUpperCase() }] };
  expect(await members([page], undefined, undefined, "addressed")).toMatchObject([{ tenantId }]);
});
