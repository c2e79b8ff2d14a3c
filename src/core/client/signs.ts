// What shows that a kind of way in may stand near: Azure is asked for those of it only where something does.
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";

const containers = /^Microsoft\.ContainerInstance\/containerGroups$/i;

export const takesContainers = ({ delegations }: Pick<Subnet, "delegations">): boolean =>
  delegations.some((service) => containers.test(service));

export const showsContainers = ({ subnets }: VirtualNetwork): boolean => subnets.some(takesContainers);

/** An interface of an instance: `…/virtualMachineScaleSets/jump/virtualMachines/0/networkInterfaces/nic`. */
export const isOfScaleSet = (id: string): boolean => /\/virtualMachineScaleSets\/[^/]+\//i.test(id);

/** Nothing on a machine or a network says that desktops run there: people call them so. */
const desktops = /(^|[^a-z])(avd|wvd|vdi|desktop|session-?host)/i;

export const isCalledLikeDesktop = ({ name }: Readonly<{ name: string }>): boolean => desktops.test(name);
