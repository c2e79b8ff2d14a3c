// A changed policy gives the model that a cluster would be read as, had its policy been so: whatever its nodes trust.

import { withPolicy } from "../../../src/core/fix/firewall-rules.ts";
import { networkOf } from "../../../src/core/network/from-snapshot.ts";
import type { FirewallPolicy } from "../../../src/core/snapshot/firewall.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { applicationRule, collection } from "../../fixtures/firewall-rules.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { type Change, changed, setCluster } from "../../fixtures/snapshot-changes.ts";
import { setHubFirewall, siblingOf } from "../../fixtures/snapshot-nodes.ts";

const policyId = siblingOf(ids.hub, "firewallPolicies", "afwp-hub");
const opening = applicationRule({ name: "inspect", fqdns: ["*"], terminatesTls: true });
const policy: FirewallPolicy = {
  ...{ id: policyId, name: "afwp-hub", dnsProxy: false },
  groups: collected([{ name: "all", priority: 200, collections: [collection("Allow", 200, opening)] }]),
};
const holding =
  (held: FirewallPolicy): Change =>
  (snapshot) => ({ ...snapshot, firewallPolicies: { [idKey(policyId)]: collected(held) } });

test.each([true, false])("own authorities trusted: %s", (trustsOwnAuthorities) => {
  const cluster = setCluster({ trustsOwnAuthorities });
  const firewall = setHubFirewall({ policyId, collections: [] });
  const before = networkOf(changed(cluster, firewall, holding({ ...policy, untranslated: ["0.0.0.0/0"] })));
  const after = networkOf(changed(cluster, firewall, holding(policy)));
  expect(before.holders).not.toEqual(after.holders);
  expect(withPolicy(before, policy)).toEqual(after);
});
