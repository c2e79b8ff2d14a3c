// An Azure Firewall that leaves the senders' private addresses in front of what goes to the Internet: without that
// setting it keeps them for private addresses only, as Azure does by itself.
// https://learn.microsoft.com/azure/firewall/snat-private-range

import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import { idKey } from "../snapshot/resource-id.ts";
import type { Mend } from "./repair.ts";
import { withPolicy } from "./with-policy.ts";

/** With classic rules the setting stands among others in the firewall itself: that is left to whoever runs it. */
export const translateAgain: Mend = ({ reason }, model) => {
  if (reason.is !== "sourceKept") return null;
  const policy = model.policies[idKey(reason.keptBy)];
  if (policy?.status !== "collected") return null;
  const { untranslated: _none, ...translated } = policy.data;
  const { id, name } = translated;
  const fix = forResource<Fix>(id, () => ({
    steps: [{ kind: "resetTranslation", id }],
    risks: [{ is: "sourcesTranslated" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));
  return fix && { fix, apply: (before) => withPolicy(before, translated) };
};
