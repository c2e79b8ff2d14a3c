// bastion.provisioning: a Bastion host that failed or is on its way out takes no session.

import { forResource } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { fail, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import { bastionOnPath, bastionSections, judgeBastion } from "../../requirement/bastion-on-path.ts";
import type { BastionHost } from "../../snapshot/hosts.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type BastionStateFact = Readonly<
  | { is: "changeFailed"; bastion: string }
  | { is: "deleting"; bastion: string }
  | { is: "provisioned"; bastion: string }
>;

/** Sends the settings as they are; what Azure then does is to deploy again what failed. */
const applyAgain = ({ id, enableTunneling }: BastionHost): Fix | null =>
  forResource(id, ({ name }) => ({
    steps: [{ kind: "setBastionTunnels", id, enabled: enableTunneling }],
    risks: [{ is: "bastionReapplied" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));

function hostState(bastion: BastionHost): Outcome<BastionStateFact | SharedFact> {
  const { id, name, provisioningState: state } = bastion;
  const evidence = [labelled("provisioningState", state)];
  const more = { resourceId: id, evidence };
  if (/^failed$/i.test(state))
    return fail({ is: "changeFailed", bastion: name }, { ...more, fix: applyAgain(bastion) });
  return /^deleting$/i.test(state)
    ? fail({ is: "deleting", bastion: name }, more)
    : (unsettled(thing("bastion", name), state, more) ??
        pass({ is: "provisioned", bastion: name }, evidence));
}

export const bastionProvisioning = defineCheck({
  id: "bastion.provisioning",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/troubleshoot",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), ({ bastion }) => hostState(bastion)),
});
