// Text on its way into PostgreSQL, which refuses two things that chats and command output may hold.

import { createHash } from "node:crypto";
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type ValueNode,
} from "kysely";

/** Replaces NUL and lone surrogates by U+FFFD: PostgreSQL stores neither, in text nor in jsonb. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** A value as JSON for a jsonb column. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "string" ? storableText(member) : member,
  );

export const jsonOrNull = (value: unknown): string | null => (value === null ? null : jsonText(value));

const storable = (value: unknown): unknown => (typeof value === "string" ? storableText(value) : value);

class StorableValues extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: storable(node.value) };
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(storable) };
  }
}

const values = new StorableValues();

/** Every text in whatever query: one that cannot be stored must not fail a question. */
export const storableValues: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => values.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};

/**
 * Tells a person apart from others without naming them, for jobs and guesses: whoever reads the row learns nobody's name.
 * `key`: see `personKey`.
 */
export const pseudonymOf = (key: string): string => createHash("sha256").update(key, "utf8").digest("hex");
