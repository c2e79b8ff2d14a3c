// The people and places of the use cases' tests.
import type { ConversationContext } from "../../src/app/ports/services.ts";
import type { Requester } from "../../src/core/requester.ts";
import type { ConversationRef } from "../../src/core/run/run.ts";

const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
const person = (objectId: string, displayName: string): Requester => ({ objectId, tenantId, displayName });

/** On call. */
export const alex = person("1c5e7a92-3b60-4d8f-a417-9e02c6f8b35d", "Alex Wilber");
/** A lead. */
export const megan = person("7d40b1e8-52c9-4f6a-8e13-0b94a6d2c7f5", "Megan Bowen");
/** In no group. */
export const adele = person("e93c5f07-6a18-4b2d-9d70-41f8c3b6a2e9", "Adele Vance");

export const userIdOf = ({ objectId }: Requester): string => `29:${objectId}`;

const channel = "19:incidents@thread.tacv2";

export const threadOf = (who: Requester, root = 1): ConversationRef => ({
  key: `${channel};messageid=${root}`,
  userId: userIdOf(who),
  personal: false,
});
export const otherChannelOf = (who: Requester): ConversationRef => ({
  key: "19:lunch@thread.tacv2;messageid=1",
  userId: userIdOf(who),
  personal: false,
});
export const chatOf = (who: Requester): ConversationRef => ({
  key: `a:${who.objectId}`,
  userId: userIdOf(who),
  personal: true,
});

export const askerIn = (
  conversation: (who: Requester) => ConversationRef,
  requester: Requester = alex,
): ConversationContext => ({ userId: userIdOf(requester), requester, conversation: conversation(requester) });
