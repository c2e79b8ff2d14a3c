// One step of a walk as a sentence: what stops there, or why nobody knows whether it goes on.
import { isJitRule } from "../../../core/network/jit.ts";
import { isNumbered } from "../../../core/network/numbered-zone.ts";
import type { CircuitPart, Reason, Step } from "../../../core/network/step.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { type Says, say } from "../says.ts";
import { inGroup, sayComponent } from "./called.ts";
import { sayDownState, sayFirewallDoubt, sayPart, sayPartState, sayRuleDoubt } from "./undecided.ts";
import { sayUnread } from "./unread.ts";
import { and, closeUp, list } from "./words.ts";

const hop = (own: boolean, prefix: string, name: string): string =>
  own ? `${name} 的路由 ${prefix}` : `${name} 的系统路由 ${prefix}`;

const zoneCalled = (zone: string, group?: string): string =>
  isNumbered(zone) && group === undefined ? "集群的 DNS 区域" : `DNS 区域 ${inGroup(zone, group)}`;

const partOf = (circuit: string, part: CircuitPart): string =>
  part === "circuit" ? `线路 ${circuit} 本身` : `线路 ${circuit} 的 ${sayPart(part)}`;

/** `name`: of what the step is about. */
export const steps: Says<Reason, [name: string]> = {
  asksAzure: ({ network }) => `${network} 向 Azure 自身的 DNS 查询。`,
  asksOwnServers: ({ machine, servers }) => `${machine} 的网络接口有自己的 DNS 服务器：${list(servers)}。`,
  ownServersUnseen: ({ machine, servers }) =>
    `${machine} 的网络接口有自己的 DNS 服务器 ${list(servers)}，这里无法得知它们如何应答；其网络的 DNS 服务器知道该名称。`,
  ownServersLack: ({ machine, servers, othersKnow }) =>
    `${machine} 的网络接口有自己的 DNS 服务器 ${list(servers)}，它们不知道该名称；${othersKnow ? "其网络的 DNS 服务器知道" : "其网络的 DNS 服务器是否知道，没有读取"}。`,
  asksServers: ({ network, servers }) => `${network} 向 DNS 服务器 ${list(servers)} 查询。`,
  zoneLinked: ({ zone, group, network }) => `${zoneCalled(zone, group)} 已链接到 ${network}。`,
  zoneNotLinked: ({ zone, group, network }) =>
    `${zoneCalled(zone, group)} 没有链接到 ${network}，因此名称在那里无法解析。`,
  linkUnfinished: ({ zone, group, network, state }) =>
    `${zoneCalled(zone, group)} 到 ${network} 的链接处于“${state}”状态。`,
  ruleForwards: ({ ruleset, rule, servers }) =>
    servers.length === 0
      ? `规则集 ${ruleset} 的规则 ${rule} 没有转发目标。`
      : `规则集 ${ruleset} 的规则 ${rule} 把该名称转发给 ${list(servers)}。`,
  zoneMissing: ({ name }) => `没有专用 DNS 区域包含 ${name}。`,
  recordFound: ({ name, addresses }) => `${name} 是 ${list(addresses)}。`,
  recordMissing: ({ zone, group }) => `${zoneCalled(zone, group)} 中没有 API 服务器的记录。`,
  serverForwardsUnseen: ({ server }) => `DNS 服务器 ${server} 转发到哪里，Azure 不显示。`,
  serverDown: ({ server, state }) => `DNS 服务器 ${server} 的状态为 ${state}。`,
  serverUnknown: ({ server }) => `DNS 服务器 ${server} 如何应答，Azure 不显示。`,
  serverPublic: ({ server, name }) => `DNS 服务器 ${server} 是公共服务器，不知道 ${name} 的专用 DNS 区域。`,
  proxyOff: ({ firewall }) => `防火墙 ${firewall} 不解析名称：其 DNS 代理已关闭。`,
  answerStale: ({ addresses, wanted, zoneId }, name) =>
    `${zoneId === undefined ? name : zoneCalled(name)} 的应答是 ${list(addresses)}，而 API 服务器位于 ${wanted}。`,
  answerRight: ({ wanted }) => `应答指向 ${wanted}，API 服务器就位于那里。`,
  answerElsewhere: ({ addresses, endpoint }, name) =>
    `${name} 的应答是 ${list(addresses)}；另外的专用终结点 ${endpoint} 是否位于那里，没有读取。`,
  publicAnswer: ({ name }) => `${name} 的应答是公共地址。`,
  ruleAllows: ({ group, rule }) => `${group} 通过规则 ${rule} 放行。`,
  ruleDenies: ({ group, rule, priority }) =>
    isJitRule(rule)
      ? `${group} 的规则 ${rule}（优先级 ${priority}）会一直阻止，直到有人申请 JIT 访问。`
      : `${group} 的规则 ${rule}（优先级 ${priority}）阻止了它。`,
  ruleUndecided: ({ group, because }) => `无法确定 ${group} 是否放行：${sayRuleDoubt(because)}。`,
  adminAllows: ({ rule, manager }) =>
    `网络管理器 ${manager} 的安全管理规则 ${rule} 放行，无论安全组如何设置。`,
  adminDenies: ({ rule, manager, priority }) =>
    `网络管理器 ${manager} 的安全管理规则 ${rule}（优先级 ${priority}）先于所有安全组阻止了它。`,
  adminUndecided: ({ rule, manager }) =>
    `无法确定网络管理器 ${manager} 的安全管理规则 ${rule} 是否阻止：它引用了标记、网络组或范围，仅凭其文本无法判定。`,
  routeLeads: ({ prefix, nextHop, own }, name) => `${hop(own, prefix, name)} 通往 ${nextHop}。`,
  routeDrops: ({ prefix, own, address = "该地址" }, name) =>
    own
      ? `${hop(own, prefix, name)} 把它丢弃。`
      : `与 ${name} 连通的网络都不包含 ${address}，因此系统路由 ${prefix} 把它丢弃。`,
  routesRefused: ({ prefix }, name) =>
    `${name} 不接受网关的路由，因此其子网没有通往网关后面 ${prefix} 的路由。`,
  routeUnknown: ({ prefix, nextHop }, name) =>
    prefix === null && nextHop === null
      ? `无法确定 ${name} 的数据包去往哪里：可能有学到的路由，而 Azure 没有列出。`
      : `无法确定 ${name} 的数据包去往哪里：其路由 ${prefix ?? ""} 的下一跃点为“${nextHop ?? ""}”，还可能有学到的路由，而 Azure 没有列出。`,
  routeMayDrop: ({ prefix, name: target }, name) =>
    `无法确定能否访问 ${target}：${name} 的路由 ${prefix} 不通往任何地方，而该名称的地址会变化，是否在其范围内无法得知。`,
  noWayOut: ({ route }, name) =>
    route === null
      ? `${name} 既没有默认路由也没有 NAT 网关，而集群创建时也没有其他出站途径。`
      : `${name} 的路由 ${route} 直接通往 Internet，而集群没有可用的公共 IP 地址。`,
  noPublicAddress: (_reason, name) => `${name} 没有用于出站的公共 IP 地址。`,
  sourceKept: ({ firewall }) => `${firewall} 不转换地址，因此按网络规则发往 Internet 的流量得不到应答。`,
  natGatewayBare: ({ subnet }, name) => `${subnet} 的流量经 NAT 网关 ${name} 出站，而它没有公共 IP 地址。`,
  hopWithoutWayOut: ({ address, subnet }, name) =>
    `${name}（${address}）接收发往 Internet 的流量，但自身没有出站途径：没有公共 IP 地址，${nameOf(subnet)} 也没有 NAT 网关和默认出站访问。`,
  peeringConnected: ({ from, to }) => `${from} 与 ${to} 对等互连。`,
  peeringMissing: ({ from, to }) => `${from} 与 ${to} 没有对等互连。`,
  peeringState: ({ from, to, state }) => `${from} 与 ${to} 的对等互连状态为“${state}”。`,
  peeringForbids: ({ from, to, setting }) => `${from} 与 ${to} 的对等互连未启用 ${setting}。`,
  peeringStale: ({ from, to, address }) => `${from} 与 ${to} 的对等互连没有同步，不通往 ${address}。`,
  peeringPartial: ({ from, to }) => `${from} 与 ${to} 的对等互连只连接部分子网。`,
  transitOpen: ({ hub, network }) => `${network} 使用 ${hub} 的网关。`,
  transitMissing: ({ hub, network, halves }) =>
    `${network} 没有使用 ${hub} 的网关：两者的对等互连未启用 ${and(halves.map(({ setting }) => setting))}。`,
  connectionUp: (_reason, name) => `连接 ${name} 正常。`,
  connectionDown: ({ state }, name) => `连接 ${name} 已中断（“${state}”）。`,
  connectionUnsure: ({ state }, name) =>
    state === ""
      ? `Azure 没有说明连接 ${name} 是否正常。`
      : `无法确定连接 ${name} 是否正常：Azure 给出的状态为“${state}”。`,
  connectionSkipped: (_reason, name) => `${name} 是众多连接之一，只读取了其中的前几个。`,
  connectionStrange: ({ type }, name) => `连接 ${name} 的类型“${type}”未知。`,
  farRangeHolds: ({ address }, name) => `${address} 在 ${name} 的范围内。`,
  farRangeLacks: ({ address }, name) => `${address} 不在 ${name} 的任何范围内，因此应答无法返回。`,
  farRangesLearned: ({ connection }) =>
    `${connection} 的对端通过 BGP 通告哪些范围，只有其路由器知道，读取的内容中没有。`,
  nothingTaught: ({ connection }, name) =>
    `${name} 的 BGP 会话都没有通告 ${connection} 之后的范围，因此应答无法返回。`,
  farRangeTaken: ({ address, network }) =>
    `${address} 同时也在 ${network} 的范围内，因此发给它的应答不会离开该网络。`,
  selectorsJoin: ({ from, to }, name) => `${name} 的流量选择器连接 ${from} 和 ${to}。`,
  selectorsUnsure: ({ from, to }, name) => `${name} 的流量选择器只连接 ${from} 与 ${to} 的一部分。`,
  selectorsLack: ({ from, to }, name) =>
    `${name} 的流量选择器都不连接 ${from} 和 ${to}，因此隧道不传输该流量。`,
  circuitWorks: ({ part }, name) => `${partOf(name, part)} 正常。`,
  circuitDown: ({ part, state }, name) => `${partOf(name, part)} 已中断（“${sayPartState(state)}”）。`,
  circuitUnsure: ({ part, state }, name) =>
    `无法确定 ${partOf(name, part)} 是否正常：Azure 给出的状态为“${state}”。`,
  gatewayWorks: (_reason, name) => `网关 ${name} 正常。`,
  gatewayState: ({ state }, name) => `网关 ${name} 处于“${state}”状态。`,
  gatewayMissing: ({ network }) => `有路由通往 ${network} 的网关，但那里以及它使用其网关的网络中都没有网关。`,
  gatewayUnjoined: (_reason, name) => `网关 ${name} 没有连接，因此从它再去不了任何地方。`,
  beyondGateway: (_reason, name) => `网关 ${name} 之后有什么，Azure 不显示。`,
  hopForwards: ({ address }, name) => (address === null ? `${name} 存在。` : `${name}（${address}）存在。`),
  hopDown: ({ address, state }, name) => `${name}（${address}）没有应答：${sayDownState(state)}。`,
  hopNotForwarding: ({ address }, name) => `${name}（${address}）不转发任何流量：IP 转发已关闭。`,
  hopNobody: ({ address, route }, name) =>
    route === null
      ? `有路由通往地址 ${address}，但 ${name} 中没有资源使用它。`
      : `${name} 的路由 ${route} 通往 ${address}，但没有资源使用该地址。`,
  hopOpen: ({ because }, name) => `无法确定 ${name} 是否正常：${sayUnread(because)}`,
  hopRulesUnread: ({ firewall }) => `${firewall} 自身的规则放行什么，没有读取。`,
  proxyUnseen: ({ proxy }) => `节点的代理 ${proxy} 放行什么，Azure 不显示。`,
  firewallAllows: ({ firewall, rule }) => `${firewall} 通过规则 ${rule} 放行。`,
  firewallDenies: ({ firewall, rule, collection, before }) =>
    before === undefined
      ? `${firewall} 的规则集合 ${collection} 中的规则 ${rule} 阻止了它。`
      : `${firewall} 的规则集合 ${collection} 中的规则 ${rule} 阻止了它，规则 ${before} 来不及放行。`,
  firewallOpensTls: ({ firewall, rule, collection }) =>
    `${firewall} 的规则集合 ${collection} 中的规则 ${rule} 会解密 TLS，而节点不接受防火墙的证书。`,
  firewallNoRule: ({ firewall, to, service }) =>
    `${firewall} 没有规则放行到 ${to} 的 ${service}，因此流量被丢弃。`,
  firewallUndecided: ({ firewall, because }) =>
    `无法确定 ${firewall} 是否放行：${sayFirewallDoubt(because)}。`,
  loops: ({ address }) => `路由经过 ${address} 形成环路。`,
  otherAppliance: ({ there, back }) =>
    `去程${there === "" ? "直达" : `经过 ${there}`}，应答${back === null ? "直接返回" : `经过 ${back}`}，因此该设备可能把应答丢弃。`,
  targetReached: ({ address, port }) => `可以访问 ${address}:${port}。`,
  targetGone: ({ address }, name) => `${name} 中已没有资源使用地址 ${address}。`,
  listenerUnseen: ({ port }, name) => `${name} 是否在 TCP ${port} 上接受登录，Azure 不显示。`,
  leavesStraight: (_reason, name) => `${name} 直接出站到 Internet。`,
  targetUnknown: ({ address }) => `${address} 位于哪个网络，没有读取。`,
  unread: ({ message }) => sayUnread(message),
};

export const sayStep = ({ reason, component }: Step): string =>
  closeUp(say(steps, reason, sayComponent(component)));

export const stepTexts = { sayStep };
