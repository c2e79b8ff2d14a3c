// The rights that a write takes, by Azure's own names for them.

import { parseResourceId } from "../../snapshot/resource-id.ts";
import type { Permission } from "../../snapshot/rights.ts";
import type { ArmWrite, What } from "./arm-write.ts";

/** What is written once more is written. */
const verbOf = (what: What): string => {
  if (what.do === "delete") return "delete";
  if (what.do !== "act" || what.action === "sync" || what.action === "reapply") return "write";
  return `${what.action}/action`;
};

export const permissionOf = ({ id, type, what }: ArmWrite): Permission => ({
  action: `${type}/${verbOf(what)}`,
  scope: id,
});

/** What a body names has to let it: by the field that holds its id. */
const lets: Readonly<Record<string, string>> = {
  natGateway: "Microsoft.Network/natGateways/join/action",
  publicIPAddress: "Microsoft.Network/publicIPAddresses/join/action",
  publicIpAddresses: "Microsoft.Network/publicIPAddresses/join/action",
  remoteVirtualNetwork: "Microsoft.Network/virtualNetworks/peer/action",
  routeTable: "Microsoft.Network/routeTables/join/action",
  subnet: "Microsoft.Network/virtualNetworks/subnets/join/action",
  virtualNetwork: "Microsoft.Network/virtualNetworks/join/action",
};

/** `field`: in which the value stands, also as one of a list. */
function linked(field: string, value: unknown): readonly Permission[] {
  if (Array.isArray(value)) return value.flatMap((each) => linked(field, each));
  if (typeof value !== "object" || value === null) return [];
  const [action, id] = [lets[field], "id" in value ? value.id : undefined];
  if (action !== undefined && typeof id === "string" && parseResourceId(id) !== null)
    return [{ action, scope: id }];
  return Object.entries(value).flatMap(([name, each]) => linked(name, each));
}

function linkedBy(what: What): readonly Permission[] {
  if (what.do === "create") return linked("", what.body);
  if (what.do !== "change") return [];
  return what.edits.flatMap((edit) =>
    edit.is === "put" ? linked(String(edit.path.at(-1) ?? ""), edit.value) : [],
  );
}

/** All of them: Azure asks for the second kind only once it is sent, when what came before it is made. */
export const permissionsOf = (write: ArmWrite): readonly Permission[] => [
  permissionOf(write),
  ...linkedBy(write.what),
];
