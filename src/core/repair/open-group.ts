// A security group that stops a connection: one rule before the one that denies, no wider than the connection.
import { openings } from "../diagnosis/nsg-repair.ts";
import { idKey } from "../diagnosis/resource-id.ts";
import { collected } from "../diagnosis/section.ts";
import { virtualNetworkTag } from "../diagnosis/virtual-network-tag.ts";
import { readNetworksOf } from "../network/model.ts";
import type { Mend } from "./repair.ts";

export const openGroup: Mend = ({ reason, component }, model) => {
  if (reason.is !== "ruleDenies" || component.id === null) return null;
  const key = idKey(component.id);
  const group = model.securityGroups[key];
  const network = model.networks[idKey(reason.network)];
  if (group?.status !== "collected" || network?.status !== "collected") return null;
  const { packet, direction } = reason;
  const { protocol, port, source, destination } = packet;
  const virtualNetwork = virtualNetworkTag(network.data, readNetworksOf(model), model.routeTables);
  const opened = openings(group.data, [
    {
      flow: { ...packet, direction, virtualNetwork },
      opening: {
        name: `allow-aks-${protocol.toLowerCase()}-${port}`,
        protocol,
        sources: [source],
        destinations: [destination],
        ports: [String(port)],
        risk: `Opens ${protocol.toUpperCase()} ${port} from ${source} to ${destination} only.`,
      },
    },
  ]);
  if (opened === null) return null;
  const amended = { ...group.data, rules: [...group.data.rules, ...opened.added] };
  return {
    fix: opened.fix,
    apply: (before) => ({
      ...before,
      securityGroups: { ...before.securityGroups, [key]: collected(amended) },
    }),
  };
};
