// Sentences of the catalogue that no card of the gallery shows.

import type { ClusterGaps } from "../../src/core/conversation/cluster-answer.ts";
import type { FirewallDoubt } from "../../src/core/network/filter/firewall-decision.ts";
import type { MembershipUnknown } from "../../src/core/requester.ts";
import type { ArmFailure } from "../../src/core/snapshot/section.ts";
import { say } from "../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { kept } from "../unavailable.ts";

const { clusterGaps, memberships, nextAfter, sayFirewallDoubt, sayRefusal } = messages();

test.each<[MembershipUnknown, string]>([
  [
    { is: "graphForbids" },
    "Microsoft Graph does not let the bot see your groups: an administrator has to grant it GroupMember.Read.All.",
  ],
  [{ is: "graphThrottles" }, "Microsoft Graph is throttling the bot: try again in a minute."],
  [
    { is: "graphFailed", status: 500 },
    "Microsoft Graph could not say which groups you are in (HTTP 500): try again in a minute.",
  ],
  [{ is: "graphSilent" }, "Microsoft Graph did not answer in time: try again in a minute."],
  [
    { is: "noToken", failure: { code: "expired", why: "ranOut", resource: "graph" } },
    "Your sign-in has expired: sign in again.",
  ],
])("groups that could not be read: %j", (why, sentence) => {
  expect(say(memberships, why)).toBe(sentence);
});

test.each<[ClusterGaps, string]>([
  [
    {
      is: "notListed",
      unlisted: 1,
      subscriptions: 3,
      said: [kept("Azure did not answer."), kept("No right.")],
    },
    "1 of 3 subscriptions could not be listed. Azure did not answer. No right.",
  ],
  [{ is: "notListed", unlisted: 0, subscriptions: 3, said: [kept("One is odd.")] }, "One is odd."],
  [{ is: "unread", said: kept("Azure did not answer.") }, "Azure did not answer."],
  [{ is: "noSubscription" }, "You can see no Azure subscription."],
])("a list of clusters with gaps: %j", (gaps, sentence) => {
  expect(say(clusterGaps, gaps)).toBe(sentence);
});

test.each<[ArmFailure, string, string]>([
  [
    { status: null, code: "InvalidClusterId", message: "prod-1" },
    'Azure did not do it: "prod-1" is not the id of an AKS cluster.',
    "Write the id anew; asked again it would answer the same.",
  ],
  [
    { status: 202, code: "NoOperationId", message: "" },
    "Azure accepted the command but gave no id to ask for its result.",
    "Ask again in a minute; if it says the same, tell whoever runs me.",
  ],
  [
    { status: 200, code: "PARSE_ERROR", message: "" },
    "Azure's answer was cut off or is not JSON: PARSE_ERROR (HTTP 200).",
    "Ask again in a minute; if it says the same, tell whoever runs me.",
  ],
])("what Azure did not say itself: %j", (failure, sentence, next) => {
  expect([sayRefusal(failure), nextAfter(failure)]).toEqual([sentence, next]);
});

test.each<[FirewallDoubt, string]>([
  [{ is: "kindStrange", rule: "q" }, "its rule q is of a kind that is not known"],
  [{ is: "kindStrange", rule: "" }, "its rule without a name is of a kind that is not known"],
])("what a firewall's rules leave open: %j", (doubt, words) => {
  expect(sayFirewallDoubt(doubt)).toBe(words);
});
