// bastion.public-ip: a Bastion host needs a static address of the Standard kind. Advice: where the API server lets in some
// addresses only, the way that starts at Bastion asks for it by itself.

import { publicIpIn } from "../../network/route/egress.ts";
import { advise, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import {
  bastionOnPath,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
} from "../../requirement/bastion-on-path.ts";
import type { PublicIpAddress } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { ById } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type BastionAddressFact = Readonly<
  | { is: "hasNone"; bastion: string }
  /** Read only where something else names it: for advice alone nothing is asked. */
  | { is: "notLookedAt"; bastion: string }
  | { is: "fits"; address: string }
  | { is: "ofOldKind"; address: string; sku: string; allocation: string }
>;

function judgeAddress(
  { bastion }: FoundBastion,
  addresses: ById<PublicIpAddress>,
): Outcome<BastionAddressFact | SharedFact> {
  const { name, publicIpAddressId: id } = bastion;
  if (id === undefined || isDeveloper(bastion) || bastion.privateOnly)
    return notApplicable({ is: "hasNone", bastion: name });
  if (!Object.hasOwn(addresses, idKey(id))) return notApplicable({ is: "notLookedAt", bastion: name });
  const section = publicIpIn(id, addresses);
  if (section.status === "unavailable") return unread(section);
  const { name: address, sku = "", allocation = "", ipAddress = "" } = section.data;
  const evidence = [columns(address, ipAddress, sku, allocation)];
  const more = { resourceId: id, evidence };
  if (/^basic$/i.test(sku) || /^dynamic$/i.test(allocation))
    return advise({ is: "ofOldKind", address, sku, allocation }, more);
  return /^standard$/i.test(sku)
    ? pass({ is: "fits", address }, evidence)
    : strangeWord(thing("named", address), "sku", sku);
}

export const bastionPublicIp = defineCheck({
  id: "bastion.public-ip",
  severity: "low",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/configuration-settings#public-ip",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "publicIpAddresses"],
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) => judgeAddress(found, data.publicIpAddresses)),
});
