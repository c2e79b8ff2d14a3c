// Rows for what protects the public addresses that people come in by.

import type { PublicIpAddress } from "../../../../src/core/snapshot/network.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { denyBastion, developer, noBastion, setBastion } from "../../../fixtures/entry-changes.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setHub } from "../../../fixtures/snapshot-changes.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

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
    row("static, of the SKU Standard", [read()], "pass", { says: "pip-bastion is static" }),
    row("of a SKU that nobody knows", [read({ sku: "Huge" })], "notAssessed", { says: "Huge" }),
    row("of the SKU Basic", [read({ sku: "Basic", allocation: "Dynamic" })], "warn", { says: "SKU Basic" }),
    row("looked at for nothing else", [unread], "notApplicable"),
    row("not read", [refused], "notAssessed", { says: "publicIPAddresses/read" }),
    row("a Developer host", [setBastion({ ...developer, publicIpAddressId: addressId })], "notApplicable"),
    row("no Bastion", [noBastion], "notApplicable"),
  ],
  "ddos.perimeter": [
    row("a plan", [planned, unread], "pass"),
    row("a plan for all its addresses", [planned, read()], "pass"),
    row("left out of the plan", [planned, read({ ddosMode: "Disabled" })], "warn", {
      says: "pip-bastion is left out of the DDoS protection plan of vnet-hub",
    }),
    row("each by itself", [read({ ddosMode: "Enabled" })], "pass"),
    row("neither", [read()], "warn", { says: "vnet-hub has no DDoS protection plan" }),
    row("looked at for nothing else", [unread], "notApplicable"),
    row("addresses not read", [refused], "notAssessed", { says: "publicIPAddresses/read" }),
    row("nothing public", [noBastion], "notApplicable"),
    row("Bastion not listed", [denyBastion], "notAssessed"),
  ],
};
