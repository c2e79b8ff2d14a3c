// What is done to private DNS zones: their links and records.
import { nameOf } from "../../snapshot/resource-id.ts";
import type { ArmType, What } from "./arm-write.ts";
import { byName, change, create, nameIn, put, remove } from "./az.ts";

const link: ArmType = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const record: ArmType = "Microsoft.Network/privateDnsZones/A";

type Address = Readonly<{ address: string }>;

const ofLink = "zone-name name";
const ofRecord = "zone-name record-set-name";

/** A record that is not there yet lives an hour, as `az` makes it. */
const withAddress = ({ address }: Address): What => ({
  do: "change",
  edits: [{ is: "add", path: ["aRecords"], item: { ipv4Address: address } }],
  otherwise: { ttl: 3600 },
});

const withoutAddress = ({ address }: Address): What =>
  change({ is: "take", path: ["aRecords"], item: { ipv4Address: address } });

export const nameActions = {
  createZone: byName({
    ...{ az: "network private-dns zone create", flags: "name" },
    effect: () => ({ is: "createsZone" }),
    writes: {
      type: "Microsoft.Network/privateDnsZones",
      what: () => create({ location: "global" }),
      noWayBack: "stays",
    },
  }),
  /** `network`: by its id. */
  createLink: byName<Readonly<{ network: string }>>({
    ...{ az: "network private-dns link vnet create", flags: ofLink },
    argv: ({ network }) => ["--virtual-network", network, "--registration-enabled", "false"],
    effect: ({ network }) => ({ is: "linksZone", name: nameOf(network) }),
    writes: {
      type: link,
      what: ({ network }) =>
        create({ location: "global", virtualNetwork: { id: network }, registrationEnabled: false }),
    },
  }),
  endRegistration: byName({
    ...{ az: "network private-dns link vnet update", flags: ofLink },
    argv: () => ["--registration-enabled", "false"],
    effect: ({ at }) => ({ is: "endsRegistration", ...nameIn(at) }),
    writes: { type: link, what: () => change(put(["registrationEnabled"], false)) },
  }),
  deleteLink: byName({
    ...{ az: "network private-dns link vnet delete", flags: ofLink },
    argv: () => ["--yes"],
    effect: ({ at }) => ({ is: "removesLink", ...nameIn(at) }),
    writes: { type: link, what: remove },
  }),
  /** In the place of the first address that it holds. */
  setRecord: byName<Address>({
    ...{ az: "network private-dns record-set a update", flags: "zone-name name" },
    argv: ({ address }) => ["--set", `aRecords[0].ipv4Address=${address}`],
    effect: ({ at, address }) => ({ is: "setsRecord", record: nameIn(at).name, address }),
    writes: { type: record, what: ({ address }) => change(put(["aRecords", 0, "ipv4Address"], address)) },
  }),
  addToRecord: byName<Address>({
    ...{ az: "network private-dns record-set a add-record", flags: ofRecord },
    argv: ({ address }) => ["--ipv4-address", address],
    effect: ({ at, address }) => ({ is: "addsToRecord", record: nameIn(at).name, address }),
    writes: { type: record, what: withAddress },
  }),
  removeFromRecord: byName<Address>({
    ...{ az: "network private-dns record-set a remove-record", flags: ofRecord },
    argv: ({ address }) => ["--ipv4-address", address],
    effect: ({ at, address }) => ({ is: "removesFromRecord", record: nameIn(at).name, address }),
    writes: { type: record, what: withoutAddress },
  }),
};
