// Management locks: `GET {scope}/providers/Microsoft.Authorization/locks`, and what they refuse, whoever asks.
// https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
import type { Reply } from "../http.ts";
import { textOf } from "../json.ts";
import { armError } from "./arm-errors.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "./arm-request.ts";
import { present } from "./present.ts";
import type { Resource } from "./resource-store.ts";

const lockType = "Microsoft.Authorization/locks";

const isLock = ({ type }: Pick<Resource, "type">): boolean => type.toLowerCase() === lockType.toLowerCase();

const scopeOf = ({ id }: Pick<Resource, "id">): string =>
  id.split(/\/providers\/Microsoft\.Authorization\/locks\//i)[0] ?? id;

const isOver = (outer: string, inner: string): boolean =>
  `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

/** With `$filter=atScope()` those of the scope and of all above it, else those of the scope and of all below. */
export const locks: ArmHandler = (request) => {
  const { world, path, call } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const isAtScope = /^atScope\(\)$/i.test(call.query.get("$filter") ?? "");
  const found = world.store
    .all()
    .filter((each) => isLock(each))
    .filter((each) => (isAtScope ? isOver(scopeOf(each), path.parent) : isOver(path.parent, scopeOf(each))));
  return pageOf(
    request,
    found.map((each) => present(world, each)),
  );
};

const verbs: Readonly<Record<string, string>> = {
  PUT: "write",
  PATCH: "write",
  POST: "write",
  DELETE: "delete",
};

/** Null where nothing locks it. A lock itself is no part of what it locks. */
export function lockedBy({ world, path, call }: ArmRequest): Reply | null {
  const verb = verbs[call.method];
  if (verb === undefined || path.type.toLowerCase() === lockType.toLowerCase()) return null;
  const shut = world.store
    .all()
    .filter((each) => isLock(each) && isOver(scopeOf(each), path.text))
    .filter(({ properties }) => verb === "delete" || textOf(properties.level).toLowerCase() === "readonly");
  if (shut.length === 0) return null;
  const scopes = shut.map((each) => `'${scopeOf(each)}'`).join(", ");
  return armError(
    409,
    "ScopeLocked",
    `The scope '${path.text}' cannot perform ${verb} operation because following scope(s) are locked: ${scopes}. Please remove the lock and try again.`,
  );
}
