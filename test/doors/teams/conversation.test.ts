// A conversation, stored with a turn and read back to post to later.
import { askerOf, conversationOf, toReference } from "../../../src/doors/teams/conversation.ts";
import type { Activity } from "../../../src/doors/teams/port.ts";

const activity = {
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  conversation: { id: "a:1", conversationType: "personal", tenantId: "t", isGroup: false, name: "" },
  recipient: { id: "28:bot", name: "AKS On-Call" },
  from: { id: "29:alex", name: "Alex Wilber", aadObjectId: "oid" },
  locale: "en-GB",
} as Activity;

/** As the database gives it back. */
const stored = (from: Activity) => JSON.parse(JSON.stringify(conversationOf(from)));

test("comes back as it was", () => {
  const { channelId, serviceUrl, conversation, locale } = activity;
  const { recipient: bot, from: user } = activity;
  expect(toReference(stored(activity))).toEqual({ channelId, serviceUrl, locale, conversation, bot, user });
});

test("its team is kept, and is no part of what is posted there", () => {
  const inTeam = { ...activity, channelData: { team: { id: "19:all@thread.tacv2" }, tenant: { id: "t" } } };
  expect(stored(inTeam).team).toBe("19:all@thread.tacv2");
  expect(toReference(stored(inTeam))).toEqual(toReference(stored(activity)));
});

test("without what Teams leaves out at times", () => {
  const bare = { ...activity, from: { id: "29:alex" }, recipient: { id: "28:bot" } } as Activity;
  expect(toReference(stored(bare))).toMatchObject({
    bot: { id: "28:bot", name: "" },
    user: { id: "29:alex", name: "" },
  });
  const { conversationType: _none, ...place } = activity.conversation;
  expect(toReference({ ...stored(activity), conversation: place })?.conversation.conversationType).toBe("");
});

test.each([
  ["no address", { serviceUrl: undefined }],
  ["an address that is no text", { serviceUrl: 7 }],
  ["no bot", { bot: null }],
  ["no place", { conversation: {} }],
])("%s: none of ours", (_name, change) => {
  expect(toReference({ ...stored(activity), ...change })).toBeNull();
});

describe("the person behind an activity", () => {
  const from = (aadObjectId: unknown, tenantId: unknown = "t", name = "Alex Wilber"): Activity =>
    ({
      ...activity,
      from: { ...activity.from, aadObjectId, name },
      conversation: { ...activity.conversation, tenantId },
    }) as Activity;

  test("is the same one however their ids are spelled", () => {
    const small = askerOf(
      from("9f8c4a6e-0c1d-4e3f-8b57-d2a1c6e0b934", "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7"),
    );
    const large = askerOf(
      from("9F8C4A6E-0C1D-4E3F-8B57-D2A1C6E0B934", "3F2B7C64-8D19-4E57-9A02-6C1DE5B840F7"),
    );
    expect(large?.requester).toEqual(small?.requester);
    expect(large?.requester).toMatchObject({
      objectId: "9f8c4a6e-0c1d-4e3f-8b57-d2a1c6e0b934",
      tenantId: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
    });
  });

  test("has Teams' own data where the conversation names no tenant", () => {
    const asker = askerOf({ ...from("oid", null), channelData: { tenant: { id: "T2" } } } as Activity);
    expect(asker?.requester.tenantId).toBe("t2");
  });

  test.each([
    ["no object id", from(undefined)],
    ["an empty object id", from("")],
    ["no tenant", from("oid", null)],
    ["an empty tenant", { ...from("oid", ""), channelData: { tenant: { id: "" } } } as Activity],
  ])("is nobody with %s", (_name, of) => {
    expect(askerOf(of)).toBeNull();
  });
});
