// bastion.sku-features: ssh and tunnels through Bastion take Standard or Premium, with tunneling on.

import { forResource } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { fail, notApplicable, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import {
  bastionOnPath,
  bastionSections,
  isDeveloper,
  judgeBastion,
  takesNativeClients,
} from "../../requirement/bastion-on-path.ts";
import type { BastionHost } from "../../snapshot/hosts.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type SkuFact = Readonly<
  | { is: "browserOnly"; bastion: string }
  | { is: "takesTools"; bastion: string }
  | { is: "refusesTools"; bastion: string; lack: "sku" | "tunneling" }
>;

const isBasic = ({ sku }: BastionHost): boolean => /^basic$/i.test(sku);

const allowNativeClients = (bastion: BastionHost): Fix | null =>
  forResource(bastion.id, ({ name }) => ({
    steps: [
      isBasic(bastion)
        ? { kind: "upgradeBastion", id: bastion.id }
        : { kind: "setBastionTunnels", id: bastion.id, enabled: true },
    ],
    risks: [{ is: "bastionUpdated" }, ...(isBasic(bastion) ? [{ is: "bastionStandardCosts" } as const] : [])],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [name] }],
  }));

function nativeClients(bastion: BastionHost): Outcome<SkuFact | SharedFact> {
  const { id, name, sku, enableTunneling } = bastion;
  const evidence = [labelled("sku", sku), labelled("enableTunneling", enableTunneling)];
  if (isDeveloper(bastion)) return notApplicable({ is: "browserOnly", bastion: name });
  if (takesNativeClients(bastion)) return pass({ is: "takesTools", bastion: name }, evidence);
  if (!isBasic(bastion) && !/^(standard|premium)$/i.test(sku))
    return strangeWord(thing("bastion", name), "sku", sku);
  return fail(
    { is: "refusesTools", bastion: name, lack: isBasic(bastion) ? "sku" : "tunneling" },
    { resourceId: id, evidence, fix: allowNativeClients(bastion) },
  );
}

export const bastionSkuFeatures = defineCheck({
  id: "bastion.sku-features",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "bastion",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/bastion-sku-comparison",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), ({ bastion }) => nativeClients(bastion)),
});
