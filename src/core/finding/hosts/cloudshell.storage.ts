// cloudshell.storage: Cloud Shell mounts its file share from its subnet, unless its sessions keep nothing.

import type { ShellSubnet } from "../../client/likely-hosts.ts";
import type { FixStep } from "../../fix/write/actions.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf, networkRole } from "../../fix/write/fix.ts";
import {
  advise,
  combine,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { StorageAccount } from "../../snapshot/hosts.ts";
import type { Subnet } from "../../snapshot/network.ts";
import { nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { atShell, besideProfile, type NoShell, shellSections } from "./cloudshell-settings.ts";

export type StorageFact = Readonly<
  | { is: "letsIn"; account: string; subnet: string }
  | { is: "keepsOut"; account: string; subnet: string }
  | { is: "takesNoKeys"; account: string }
  /** Whether its endpoint is one for file shares, the account does not say. */
  | { is: "byEndpoint"; account: string }
  | { is: "noAccount" }
>;

type StorageOutcome = Outcome<StorageFact | SharedFact>;

/** Azure takes a subnet only where it reaches storage as itself. The option replaces what the subnet has. */
function addServiceEndpoint({ id, name, serviceEndpoints = [] }: Subnet): FixStep | null {
  if (serviceEndpoints.some((service) => /^Microsoft\.Storage(\.Global)?$/i.test(service))) return null;
  return forResource(networkIdOf(id) ?? undefined, (network) => ({
    kind: "setServiceEndpoints",
    at: target(network, network.name, name),
    services: [...serviceEndpoints, "Microsoft.Storage"],
  }));
}

const letIn = (account: StorageAccount, { subnet }: ShellSubnet): Fix | null =>
  forResource(account.id, (parts) => {
    const first = addServiceEndpoint(subnet);
    const network = nameOf(networkIdOf(subnet.id) ?? "");
    return fixOf(
      [
        ...(first === null ? [] : [first]),
        { kind: "letSubnetIn", at: target(parts, account.name), subnet: subnet.id },
      ],
      [{ is: "subnetLetIn" }, ...(first === null ? [] : [{ is: "serviceEndpointAdded" } as const])],
      // A rule that names a subnet takes a right on that too.
      { role: "Storage Account Contributor", on: [account.name], and: networkRole(network) },
    );
  });

function judge(account: StorageAccount, shell: ShellSubnet): StorageOutcome {
  const { id: resourceId, name, defaultAction, publicNetworkAccess } = account;
  const { subnet } = shell;
  const evidence = [columns(name, publicNetworkAccess, defaultAction)];
  if (!account.takesKeys) return advise({ is: "takesNoKeys", account: name }, { resourceId, evidence });
  const isPublic = !/^(disabled|securedbyperimeter)$/i.test(publicNetworkAccess);
  if (!/^(allow|deny)$/i.test(defaultAction))
    return strangeWord(thing("named", name), "state", defaultAction);
  const isIn = /^allow$/i.test(defaultAction) || account.subnetIds.some((each) => sameId(each, subnet.id));
  if (isPublic && isIn) return pass({ is: "letsIn", account: name, subnet: subnet.name }, evidence);
  if (account.endpoints.some(({ status }) => /^approved$/i.test(status)))
    return notAssessed({ is: "byEndpoint", account: name });
  const fix = isPublic ? letIn(account, shell) : null;
  return advise({ is: "keepsOut", account: name, subnet: subnet.name }, { resourceId, evidence, fix });
}

export const cloudshellStorage = defineCheck({
  id: "cloudshell.storage",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/deployment",
  needs: ["clusterNetwork"],
  looksAt: [...shellSections, "shellStorage"],
  after: ["cloudshell.network-profile"],
  skip: unlessPrivate,
  evaluate: ({ shellStorage, ...data }): Outcome<StorageFact | NoShell | SharedFact> =>
    atShell(data, (shell): StorageOutcome => {
      const accounts = besideProfile(shell, shellStorage.items);
      if (accounts.length > 0)
        return combine(
          accounts.map((account) => judge(account, shell)),
          accounts.length === 1,
        );
      const [cause] = shellStorage.missing;
      return cause === undefined ? notApplicable({ is: "noAccount" }) : unread(cause);
    }),
});
