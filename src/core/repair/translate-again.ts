// An Azure Firewall that leaves the senders' private addresses in front of what goes to the Internet: without that
// setting it keeps them for private addresses only, as Azure does by itself.
// https://learn.microsoft.com/azure/firewall/snat-private-range
import { idKey } from "../snapshot/resource-id.ts";
import { az, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";
import { withPolicy } from "./with-policy.ts";

/** With classic rules the setting stands among others in the firewall itself: that is left to whoever runs it. */
export const translateAgain: Mend = ({ reason }, model) => {
  if (reason.is !== "sourceKept") return null;
  const policy = model.policies[idKey(reason.keptBy)];
  if (policy?.status !== "collected") return null;
  const { untranslated: _none, ...translated } = policy.data;
  const { id, name } = translated;
  const fix = forResource(id, ({ subscriptionId }) => ({
    commands: [az(subscriptionId, "resource update", "--ids", id, "--remove", "properties.snat")],
    risks: [{ is: "sourcesTranslated" as const }],
    disruptive: true,
    roles: [{ role: "Network Contributor" as const, on: [name] }],
  }));
  return fix && { fix, apply: (before) => withPolicy(before, translated) };
};
