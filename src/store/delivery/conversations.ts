// What the bot remembers of its chats: where they are, who was welcomed, and which cluster was talked about last.
import { type Kysely, sql } from "kysely";
import type { Clock } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";

type Chats = Pick<Store, "saveConversation" | "personalConversation" | "conversationIn">;
type Welcomes = Pick<Store, "firstTime">;
type ClustersSpokenOf = Pick<Store, "rememberCluster" | "lastCluster">;

export const conversationQueries = (
  db: Kysely<Tables>,
  clock: Clock,
): Chats & Welcomes & ClustersSpokenOf => ({
  ...chats(db, clock),
  ...welcomes(db, clock),
  ...clustersSpokenOf(db),
});

function chats(db: Kysely<Tables>, clock: Clock): Chats {
  return {
    saveConversation: async (conversation) => {
      const { key, userId, personal } = conversation;
      const latest = {
        user_id: userId,
        personal,
        reference: jsonText(conversation),
        updated_at: clock.now().toISOString(),
      };
      await db
        .insertInto("conversations")
        .values({ key, ...latest } satisfies NewRow<"conversations">)
        .onConflict((conflict) => conflict.column("key").doUpdateSet(latest))
        .execute();
    },
    personalConversation: async (userId) => {
      const row = await db
        .selectFrom("conversations")
        .select("reference")
        .where("user_id", "=", userId)
        .where("personal", "=", true)
        .orderBy("updated_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row?.reference ?? null;
    },
    conversationIn: async (place) => {
      const row = await db
        .selectFrom("conversations")
        .select("reference")
        .where(sql`split_part(key, ';', 1)`, "=", place)
        .orderBy("updated_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row?.reference ?? null;
    },
  };
}

function welcomes(db: Kysely<Tables>, clock: Clock): Welcomes {
  return {
    firstTime: async (key) => {
      const seen_at = clock.now().toISOString();
      const row = await db
        .insertInto("first_times")
        .values({ key, seen_at } satisfies NewRow<"first_times">)
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ seen_at }))
        // A row that was there before carries the mark of the transaction that changes it.
        .returning(sql<boolean>`xmax = 0`.as("first"))
        .executeTakeFirstOrThrow();
      return row.first;
    },
  };
}

function clustersSpokenOf(db: Kysely<Tables>): ClustersSpokenOf {
  return {
    rememberCluster: async (conversationKey, { id, name }) => {
      const latest = { cluster_id: id, cluster_name: name };
      await db
        .insertInto("last_clusters")
        .values({ conversation_key: conversationKey, ...latest } satisfies NewRow<"last_clusters">)
        .onConflict((conflict) => conflict.column("conversation_key").doUpdateSet(latest))
        .execute();
    },
    lastCluster: async (conversationKey) => {
      const row = await db
        .selectFrom("last_clusters")
        .select(["cluster_id as id", "cluster_name as name"])
        .where("conversation_key", "=", conversationKey)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
