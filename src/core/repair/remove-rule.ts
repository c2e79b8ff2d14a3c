// A rule that somebody added to a security group which its owner keeps, as AKS does the one of its nodes.

import { isKept } from "../network/model.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { removals } from "./nsg-repair.ts";
import { blockedBy } from "./open-group.ts";
import type { Mend } from "./repair.ts";

export const removeRule: Mend = (stop, model) => {
  const blocked = blockedBy(stop, model);
  if (blocked === null || !isKept(model, blocked.group.id)) return null;
  const { group, flow } = blocked;
  const removal = removals(group, [flow]);
  if (removal === null) return null;
  const rules = group.rules.filter(({ name }) => !removal.removed.includes(name));
  return {
    fix: removal.fix,
    apply: (before) => ({
      ...before,
      securityGroups: { ...before.securityGroups, [idKey(group.id)]: collected({ ...group, rules }) },
    }),
  };
};
