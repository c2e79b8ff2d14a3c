// The body of a PUT or PATCH as far as it counts.
import { isObject, type Json, type JsonObject, objectOf, textOf } from "../json.ts";

/** Without what the path says (id, name, type), the etag, and without references to nothing. */
export function writeBody(body: JsonObject): JsonObject {
  const { id: _id, name: _name, type: _type, etag: _etag, ...rest } = body;
  const cleaned = objectOf(withoutEmptyReferences(rest));
  return { ...cleaned, properties: objectOf(cleaned.properties) };
}

// The CLI turns `--network-security-group ""` into an id that ends in a slash: it means none.
function withoutEmptyReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmptyReferences);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => !textOf(objectOf(item).id).endsWith("/"));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutEmptyReferences(item)]));
}
