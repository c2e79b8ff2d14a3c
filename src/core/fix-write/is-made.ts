// Whether a write was made, told by what stands there: for an answer that never came.

import { canonicalJson } from "../text/canonical-json.ts";
import { applyWrite, asJson, holds, valueAt } from "./apply-write.ts";
import type { ArmAction, Body, What } from "./arm-write.ts";

const runs = (body: Body): boolean => {
  const statuses = valueAt(body, ["instanceView", "statuses"]);
  const codes = Array.isArray(statuses) ? statuses.map((status) => String(valueAt(status, ["code"]))) : [];
  return (
    codes.some((code) => /^PowerState\/running$/i.test(code)) ||
    valueAt(body, ["powerState", "code"]) === "Running"
  );
};

/** What an action leaves behind; the others leave nothing that was not there before. */
const traces: Readonly<Partial<Record<ArmAction, (body: Body) => boolean>>> = {
  start: runs,
  sync: ({ peeringSyncLevel }) =>
    peeringSyncLevel === "FullyInSync" || peeringSyncLevel === "RemoteNotInSync",
};

/** Null where the body cannot tell. Somebody else may have made the same change: then it is made as well. */
export function isMade(body: Body | null, what: What): boolean | null {
  if (what.do === "delete") return body === null;
  if (body === null) return false;
  if (what.do === "create") return holds(body, what.body);
  if (what.do === "act") return traces[what.action]?.(body) ?? null;
  return canonicalJson(asJson(applyWrite(body, { what }))) === canonicalJson(asJson(body));
}
