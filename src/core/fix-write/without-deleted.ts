// What earlier writes of the same fix leave of a body: a table shows the routes that stand in it, and each is deleted by its own id.
import { idKey } from "../snapshot/resource-id.ts";
import { foldCase } from "../text/fold-case.ts";
import type { ArmWrite, Body } from "./arm-write.ts";

const isCalled = (item: unknown, name: string): boolean =>
  typeof item === "object" && item !== null && "name" in item && foldCase(String(item.name)) === name;

/** `id`: whose body it is. */
export function withoutDeleted(id: string, body: Body, earlier: readonly ArmWrite[]): Body {
  const gone = earlier
    .filter(({ what }) => what.do === "delete")
    .map((write) => idKey(write.id))
    .filter((key) => key.startsWith(`${idKey(id)}/`))
    .map((key) => key.slice(idKey(id).length + 1).split("/"));
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => {
      const names = gone.flatMap(([segment, name = ""]) => (segment === foldCase(field) ? [name] : []));
      return [
        field,
        Array.isArray(value) ? value.filter((item) => !names.some((name) => isCalled(item, name))) : value,
      ];
    }),
  );
}
