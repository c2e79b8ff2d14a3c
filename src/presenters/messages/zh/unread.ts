// Why something could not be read: one sentence, and where what leads to it was not read, two.
import type {
  LeftOut,
  NoAddress,
  NotAnswered,
  NotAsked,
  NotFollowed,
  WhyUnread,
} from "../../../core/snapshot/why-unread.ts";
import { type Says, say } from "../says.ts";
import { whyRefused } from "./refused-by-azure.ts";
import { blockedParts, sayOneOf, sayResource, saySubject } from "./subjects.ts";
import { and, closeUp } from "./words.ts";

const oddForm = "Azure 给出的形式这里不认识。";

export const notAnswered: Says<NotAnswered> = {
  refused: ({ what, failure }) => `未能读取 ${saySubject(what)}：${whyRefused(failure)}`,
  oddForm: ({ what }) => `未能读取 ${saySubject(what)}：${oddForm}`,
  oddItem: ({ what, name }) =>
    `未能读取 ${saySubject(what)} 中的 ${name ?? "一个没有名称的条目"}：${oddForm}`,
  oddConnection: () => "Azure 以未知的形式列出了一个网关连接。",
  unsaid: ({ what }) => `Azure 没有给出 ${saySubject(what)}。`,
  tooSlow: ({ what }) => `Azure 用了太长时间，没有给出 ${saySubject(what)}。`,
  networkCutShort: ({ network }) => `Azure 给出的虚拟网络 ${network} 缺少地址空间、子网或对等互连。`,
  scaleSetCutShort: ({ scaleSet }) => `Azure 给出的规模集 ${scaleSet} 缺少网络接口。`,
  noNetworkInGroup: ({ group }) => `资源组 ${group} 中没有虚拟网络。`,
  noZoneInGroup: ({ group }) => `资源组 ${group} 中没有 API 服务器的专用 DNS 区域。`,
  referenceGone: ({ of, id, group }) => `${sayResource(of)} ${id} 被引用，但资源组 ${group} 中没有它。`,
};

export const leftOut: Says<LeftOut> = {
  groupsSkipped: ({ groups, read }) =>
    `另有 ${groups} 个资源组的虚拟机位于这些网络中；查看了其中 ${read} 个资源组。`,
  poolsSkipped: ({ pools, read }) => `${pools} 个主机池中，查看了 ${read} 个。`,
  peersSkipped: ({ peers, read, left }) =>
    `集群的网络与 ${peers} 个网络对等互连，读取了其中最可能相关的 ${read} 个，${left} 个没有读取。`,
  connectionsSkipped: ({ read }) => `网关的连接只读取了前 ${read} 个。`,
  machinesSkipped: ({ asked }) => `只查询了最可能相关的 ${asked} 台虚拟机的电源状态。`,
};

export const notAsked: Says<NotAsked> = {
  blocked: ({ what, cause }) => `未能查找 ${blockedParts[what]}。${sayUnread(cause)}`,
  notAnId: ({ of, id }) => `“${id}”不是 ${sayOneOf(of)} 的 ID。`,
  overVirtualHub: () => "集群的网络之后是虚拟 WAN 中心，没有人可以读取它；经由虚拟 WAN 的路径尚未评估。",
  noBastionHost: () => "没有 Bastion 主机需要这些权限。",
  containersTakeNoSsh: () => "不接受 SSH 的容器，没有查询是否在运行。",
  addressesDoNotMatter: () => "没有统计正在使用的地址：AKS 创建的网络有足够空间，节点用不完。",
  noPolicyAddon: () => "集群没有 Azure Policy 加载项。",
  noPrivateName: () => "集群没有给出其 API 服务器的专用地址；已停止的集群没有该地址。",
  zoneHoldsNot: ({ zone, name }) => `DNS 区域 ${zone} 不能包含名称 ${name}。`,
  nameIsPublic: () => "API 服务器是公共的：其名称在公共 DNS 中。",
  clusterWithoutZone: () => "集群没有专用 DNS 区域（`none`）：其公共名称指向专用地址。",
  endpointOfPublic: () => "API 服务器是公共的：它没有专用终结点。",
  endpointOfIntegrated: () => "API 服务器就位于虚拟网络内：它没有专用终结点。",
};

export const notFollowed: Says<NotFollowed> = {
  notRead: ({ what }) => `${saySubject(what)} 未读取。`,
  resourceNotRead: ({ name }) => `${name} 未读取。`,
  connectionEndNotRead: () => "连接通往哪里，没有读取。",
  apiPlaceNotRead: () => "API 服务器位于哪里，没有读取。",
  networkNotPeered: ({ network }) => `网络 ${network} 与集群的网络没有对等互连，没有读取。`,
  bastionNowhere: ({ bastion }) => `Azure 没有说明 ${bastion} 位于哪个网络。`,
  bastionNotHeld: ({ network }) => `${network} 有供 Bastion 使用的子网，但已读取的资源组中没有它的主机。`,
  gatewayNowhere: ({ gateway }) => `Azure 没有说明网关 ${gateway} 位于哪个网络。`,
  gatewayOfType: ({ gateway, type }) => `Azure 给出的网关 ${gateway} 的类型为“${type}”，这里不认识。`,
  mayOwnAddress: ({ name, subnet }) => `${subnet} 中的 ${name} 未读取，该地址可能属于它。`,
  stateUnknown: ({ state }) => `其状态为“${state}”。`,
  connectionStateUnknown: ({ state }) => `其连接的状态为“${state}”。`,
  nobodyBehind: ({ balancer }) => `${balancer} 没有给出后面的虚拟机。`,
  nobodyReadBehind: ({ balancer, address }) =>
    `已读取的资源中，没有使用 ${balancer} 后面地址 ${address} 的。`,
  notAllForward: ({ balancer, machines }) =>
    `${balancer} 后面的 ${and(machines)} 不转发他人的数据包（IP 转发已关闭），而 ${balancer} 可能把流量发往那里。`,
  scaleSetBehind: ({ balancer }) => `${balancer} 后面是一个规模集，它是否在运行，没有读取。`,
  interfaceBehind: ({ balancer, name }) => `${balancer} 后面的网络接口 ${name} 未读取。`,
  proxyOfParent: ({ firewall }) => `${firewall} 是否从其策略的父级获得 DNS 代理，没有读取。`,
  ownAncestor: ({ policy }) => `防火墙策略 ${policy} 是它自己的上级。`,
};

export const noAddress: Says<NoAddress> = {
  endpointWithoutAddress: () => "专用终结点没有地址。",
  balancerWithoutAddress: () => "API 服务器的内部负载均衡器没有地址。",
  zoneWithoutAddress: () => "DNS 区域中没有 API 服务器的地址。",
  publicIpWithoutAddress: ({ name }) => `公共 IP 地址 ${name} 没有地址。`,
  firewallWithoutAddress: ({ firewall }) => `防火墙 ${firewall} 没有给出公共 IP 地址。`,
  applianceAddressUnread: ({ ip }) => `位于 ${ip} 的设备的公共 IP 地址没有读取。`,
  routeAddressUnread: ({ route, nextHopType }) =>
    `默认路由 ${route} 通往 ${nextHopType}，其公共 IP 地址没有读取。`,
  wayOutUnknown: ({ subnet }) => `子网 ${subnet} 中的节点如何离开网络，无法得知。`,
};

export const whyUnread: Says<WhyUnread> = {
  ...notAnswered,
  ...leftOut,
  ...notAsked,
  ...notFollowed,
  ...noAddress,
};

export const sayUnread = (why: WhyUnread): string => closeUp(say(whyUnread, why));

export const unreadTexts = { sayUnread };
