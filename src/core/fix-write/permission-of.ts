// The right that a write takes, by Azure's own name for it.
import type { Permission } from "../snapshot/permission.ts";
import type { ArmWrite, What } from "./arm-write.ts";

/** What is written once more is written. */
const verbOf = (what: What): string => {
  if (what.do === "delete") return "delete";
  if (what.do !== "act" || what.action === "sync" || what.action === "reapply") return "write";
  return `${what.action}/action`;
};

export const permissionOf = ({ id, type, what }: ArmWrite): Permission => ({
  action: `${type}/${verbOf(what)}`,
  scope: id,
});
