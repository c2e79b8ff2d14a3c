// Rows for what protects the public addresses that people come in by.

import type { PublicIpAddress } from "../../../../src/core/snapshot/network.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { denyBastion, developer, noBastion, setBastion } from "../../../fixtures/entry-changes.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setHub } from "../../../fixtures/snapshot-changes.ts";
import { unavailable } from "../../../unavailable.ts";
import { notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const addressId = ids.bastion.replace("bastionHosts/bas-hub", "publicIPAddresses/pip-bastion");
const address: PublicIpAddress = {
  ...{ id: addressId, name: "pip-bastion", provisioningState: "Succeeded", ipAddress: "20.50.7.7" },
  ...{ sku: "Standard", allocation: "Static", ddosMode: "VirtualNetworkInherited" },
};
const unread = setBastion({ publicIpAddressId: addressId });
const read =
  (patch: Partial<PublicIpAddress> = {}): Change =>
  (snapshot) => ({
    ...unread(snapshot),
    publicIpAddresses: {
      ...snapshot.publicIpAddresses,
      [idKey(addressId)]: collected({ ...address, ...patch }),
    },
  });
const refused: Change = (snapshot) => ({
  ...unread(snapshot),
  publicIpAddresses: {
    ...snapshot.publicIpAddresses,
    [idKey(addressId)]: unavailable("denied", "The public address pip-bastion could not be read.", [
      { action: "Microsoft.Network/publicIPAddresses/read", scope: addressId },
    ]),
  },
});
const planned = setHub({ hasDdosPlan: true });

export const protectionRows: Rows = {
  "bastion.public-ip": [
    // Whether it is protected against floods, ddos.perimeter says.
    pass("static, of the SKU Standard", read(), "pip-bastion is static"),
    notAssessed("of a SKU that nobody knows", read({ sku: "Huge" }), "Huge"),
    warn("of the SKU Basic", read({ sku: "Basic", allocation: "Dynamic" }), "SKU Basic"),
    notApplicable("looked at for nothing else", unread),
    notAssessed("not read", refused, "publicIPAddresses/read"),
    notApplicable("a Developer host", setBastion({ ...developer, publicIpAddressId: addressId })),
    notApplicable("no Bastion", noBastion),
  ],
  "ddos.perimeter": [
    pass("a plan", [planned, unread]),
    pass("a plan for all its addresses", [planned, read()]),
    warn("left out of the plan", [planned, read({ ddosMode: "Disabled" })], {
      says: "pip-bastion is left out of the DDoS protection plan of vnet-hub",
    }),
    pass("each by itself", read({ ddosMode: "Enabled" })),
    warn("neither", read(), "vnet-hub has no DDoS protection plan"),
    notApplicable("looked at for nothing else", unread),
    notAssessed("addresses not read", refused, "publicIPAddresses/read"),
    notApplicable("nothing public", noBastion),
    notAssessed("Bastion not listed", denyBastion),
  ],
};
