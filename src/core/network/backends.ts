// The machines behind an internal load balancer, as far as they were read. It is as alive as the liveliest of them.

import type { HostInterface, JumpHost } from "../snapshot/hosts.ts";
import type { Backend, LoadBalancer } from "../snapshot/outbound.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import { type Section, type Unavailable, unavailable } from "../snapshot/section.ts";

export type BackendMachine = Readonly<{ host: JumpHost; nic: HostInterface }>;

/** `hidden`: what may be behind it besides, one for each backend that no machine was found for. */
export type Backends = Readonly<{ machines: readonly BackendMachine[]; hidden: readonly Unavailable[] }>;

const isBehind = (backend: Backend, { id, privateIpAddresses }: HostInterface): boolean =>
  "interfaceId" in backend ? sameId(backend.interfaceId, id) : privateIpAddresses.includes(backend.ipAddress);

function hiddenBehind(backend: Backend, { name }: LoadBalancer): Unavailable {
  if ("ipAddress" in backend)
    return unavailable("notReached", {
      is: "nobodyReadBehind",
      balancer: name,
      address: backend.ipAddress,
    });
  const { interfaceId: scope } = backend;
  if (/\/virtualMachineScaleSets\//i.test(scope))
    return unavailable("notReached", { is: "scaleSetBehind", balancer: name });
  const why = { is: "interfaceBehind", balancer: name, name: nameOf(scope) } as const;
  return unavailable("notReached", why, [{ action: "Microsoft.Network/networkInterfaces/read", scope }]);
}

export function backendsOf(balancer: LoadBalancer, jumpHosts: Section<readonly JumpHost[]>): Backends {
  const { name, backends } = balancer;
  if (backends.length === 0)
    return { machines: [], hidden: [unavailable("notReached", { is: "nobodyBehind", balancer: name })] };
  if (jumpHosts.status === "unavailable") return { machines: [], hidden: [jumpHosts] };
  const all = jumpHosts.data.flatMap((host) => host.interfaces.map((nic) => ({ host, nic })));
  const found = backends.map((backend) => ({
    backend,
    machine: all.find(({ nic }) => isBehind(backend, nic)),
  }));
  return {
    machines: found.flatMap(({ machine }) => machine ?? []),
    hidden: found.flatMap(({ backend, machine }) =>
      machine === undefined ? hiddenBehind(backend, balancer) : [],
    ),
  };
}
