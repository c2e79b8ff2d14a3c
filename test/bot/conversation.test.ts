// A conversation, stored with a turn and read back to post to later.
import type { Activity } from "botbuilder";
import { conversationOf, toReference } from "../../src/bot/conversation.ts";

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

test("without what Teams leaves out at times", () => {
  const bare = { ...activity, from: { id: "29:alex" }, recipient: { id: "28:bot" } } as Activity;
  expect(toReference(stored(bare))).toMatchObject({
    bot: { id: "28:bot", name: "" },
    user: { id: "29:alex", name: "" },
  });
});

test.each([
  ["no address", { serviceUrl: undefined }],
  ["an address that is no text", { serviceUrl: 7 }],
  ["no bot", { bot: null }],
  ["no place", { conversation: {} }],
])("%s: none of ours", (_name, change) => {
  expect(toReference({ ...stored(activity), ...change })).toBeNull();
});
