// Every text on its way into PostgreSQL, in whatever query: one that cannot be stored must not fail a question.
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type ValueNode,
} from "kysely";
import { storableText } from "./json-text.ts";

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

export const storableValues: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => values.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
