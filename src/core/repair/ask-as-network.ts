// A machine whose own interface names servers that lack the private zone, while its network's know it.

import { target } from "../fix/write/action.ts";
import { forResource } from "../fix/write/az.ts";
import type { Fix } from "../fix/write/fix.ts";
import { holderOf, type NetworkModel, networkIn } from "../network/model.ts";
import type { Mend } from "./repair.ts";

const holderAt = (model: NetworkModel, address: string, networkId: string) => {
  const network = networkIn(model, networkId);
  return network.status === "unavailable" ? undefined : holderOf(model, address, network.data);
};

export const askAsNetwork: Mend = ({ reason }, model) => {
  if (reason.is !== "ownServersLack") return null;
  const holder = holderAt(model, reason.address, reason.network);
  const fix = forResource<Fix>(holder?.interfaceId, (parts) => ({
    steps: [{ kind: "clearDnsServers", at: target(parts, parts.name) }],
    risks: [{ is: "serversOfNetwork" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        holders: before.holders.map((each) => {
          const { dnsServers: _own, ...rest } = each;
          return each === holder ? rest : each;
        }),
      }),
    }
  );
};
