// What the lines of a fix cost or change besides, a sentence or two each.
import type { FixRisk } from "../../../core/fix/write/risk.ts";
import type { Says } from "../says.ts";
import { and, list } from "./words.ts";

export const risks: Says<FixRisk> = {
  addressLetIn: () => "只允许此地址通过 Bastion 打开会话。",
  apiOpened: () => "只开放到 API 服务器地址的 TCP 443。",
  bastionNeedsOpened: () => "只开放 Azure 文档所列的 Bastion 所需流量。",
  flowOpened: ({ protocol, port, source, destination }) =>
    `只开放从 ${source} 到 ${destination} 的 ${protocol.toUpperCase()} ${port}。`,
  windowOpened: ({ machine, port, source, until }) =>
    `对 ${source} 开放 ${machine} 的 TCP ${port}，直到 ${until}。`,
  rulesRemoved: ({ rules, group }) =>
    `规则 ${and(rules)} 所拒绝的流量将重新放行。${group} 由 AKS 管理，AKS 可能恢复自己的规则。`,

  firewallAllocated: () =>
    "大约需要十分钟，并重新产生费用。公共 IP 地址会是新的：如果有人把旧地址列入名单，请改为指定旧地址。之后请将专用地址与路由比对。",
  firewallReapplied: () => "重新应用防火墙自身的设置；经过它的连接可能中断。",
  firewallLetsConnection: ({ sources }) => `只让来自 ${list(sources)} 的这一连接通过防火墙。`,
  firewallLetsNames: ({ tag, sources }) =>
    `只让来自 ${list(sources)}、访问 ${tag} 所含名称的流量通过防火墙。`,
  sourcesTranslated: () =>
    "使用此策略的每个防火墙都会以自己的地址发出到公共地址的流量；按专用地址区分发送者的人将无法再区分。",
  proxyEnabled: () => "防火墙需要几分钟应用，并会把查询转发给它自己的 DNS 服务器。",
  proxyEnabledByPolicy: () => "使用此策略的每个防火墙随后都会解析名称。",

  routedToGateway: ({ prefix, table }) => `把 ${table} 的子网发往 ${prefix} 的流量送到网关；其他路由不变。`,
  routeRemoved: () => "此路由承载的流量改走别的路径；其上已打开的连接可能中断。",
  leavesByRoute: () => "节点发往外部的所有流量从此都走这条路；已打开的连接会中断，公共 IP 地址会改变。",
  tableApplies: () => "可以重新访问此子网上的 Pod；路由表的所有路由都对它生效。",
  interfaceForwards: () => "Azure 允许该网络接口接收发往其他地址的数据包；如何处理由该设备决定。",

  forwardedLetIn: () => "在安全组允许的范围内，放行另一网络的设备转发的流量。",
  networksJoined: () => "在安全组允许的范围内，让两个网络可以互通。",
  peeringMade: () => "两个网络之间的流量本已中断；建立对等互连会使其恢复。",
  peeringLeftover: ({ network }) => `如果 ${network} 中残留另一端，在将其移除之前 Azure 会拒绝。`,
  networkDecrypted: () => "此网络的虚拟机之间的流量不再由 Azure 加密；请询问要求加密的人。",
  rangesSynced: () => "让每个网络可以路由到对方的新范围；已有的路由不变。",
  transitOpened: () => "在该网络与网关后面的网络之间增加路由；Windows 上的 VPN 客户端需要新的配置文件。",
  clientsDrop: () => "通过点到站点连接的人会被断开，并需要重新下载配置文件。",
  registeredNamesGone: () => "移除在该 DNS 区域中注册的虚拟机名称。",
  privatePeeringOn: () => "线路通过专用对等互连所连接的网络会重新连通。",
  tunnelsDrop: () => "网关的所有隧道会中断约一分钟。",

  leavesByNatGateway: () => "节点从此通过此网关出站；已打开的连接会中断，公共 IP 地址会改变。",
  natGatewayCosts: () => "按小时收费。",
  natGatewayReaddressed: () => "为网关添加新的公共 IP 地址；把集群地址列入名单的人必须加上它。",
  natGatewayReapplied: () => "重新应用网关自身的设置；已打开的连接可能中断。",
  portsShared: () => "重新分配端口：已打开的连接可能中断；新的公共 IP 地址要告知把集群地址列入名单的人。",

  linkAdded: () => "只增加一个链接，不移除任何内容；约一分钟后名称即可解析。",
  serversOfNetwork: () => "在重启或续订租约之前，虚拟机仍会查询旧的 DNS 服务器。",
  linkRemade: () => "该 DNS 区域的名称在该网络中会短暂无法解析。",
  recordAdded: () => "只增加一条记录，不移除任何内容。",
  recordChanged: () =>
    "更改一条记录，对链接到此 DNS 区域的所有网络生效；在生存时间到期之前，客户端可能仍使用旧的应答。",
  zoneMade: () => "创建该 DNS 区域，并链接到集群的网络和人所在的网络；其他网络需要重新建立链接。",
  zoneAdded: () => "增加第二个 DNS 区域，第一个保持不变。集群仍会指定第一个；这无法更改。",

  apiAddressMayMove: () =>
    "计算费用重新开始。启动可能改变 API 服务器的地址：之后请重新诊断，并在停止与启动之间间隔 15 到 30 分钟。",
  apiNamePublic: () => "所有人都能解析该名称；它指向专用地址。",
  apiOpenedToAddress: () => "对此地址也开放 API 服务器；最多需要两分钟。用完请移除该地址。",
  apiOpenedToEgress: () => "对集群自身的出站地址开放 API 服务器；最多需要两分钟。",
  apiSubnetDelegated: () => "如果子网中有 AKS 的 API 服务器以外的内容，Azure 会拒绝。",
  certificatesRotated: () =>
    "会重建每个节点：API 服务器可能最多有 30 分钟不可用，之后需要重新获取 kubeconfig。",
  clusterReapplied: () => "重新应用集群的设置；仍待生效的更改可能重启节点。",
  commandsEnabled: () => "有权在此集群上运行命令的人将可以重新运行：由集群所有者决定。",
  endpointApproved: () => "让此终结点可以向 API 服务器传输流量；请确认它是你们的。",
  endpointMoved: () => "新终结点的地址不同：把该网络的人指向旧地址的 A 记录也必须更改。",
  nodeCosts: () => "节点运行期间会产生费用。",
  nodesCost: () => "这些节点运行期间会产生费用。",
  upgradesOneByOne: () => "此节点池的升级用时更长：一次一个节点。",

  vaultRecovered: () => "按原样恢复保管库及其密钥和规则；API 服务器需要几分钟才能重新读取。",
  vaultOpened: () => "对所有网络开放保管库的公共地址；谁可以使用其密钥仍由角色决定。",

  bastionReapplied: () => "重新应用该主机的设置，约需十分钟，并会结束其会话。",
  bastionRouted: () => "Bastion 自身的流量改回 Azure 的路由；路由表本身保留。",
  bastionUpdated: () => "约需十分钟，可能结束会话。",
  bastionStandardCosts: () => "Standard 比 Basic 贵，而且无法改回。",
  containersCost: () => "容器运行期间会产生费用。",
  machineCosts: () => "虚拟机运行期间会产生费用。",
  machineRestarted: () => "会结束该虚拟机上的所有会话。",

  providerRegistered: () => "不改变任何正在运行的内容；需要一两分钟。",
  relayApproved: () => "让此终结点可以传输 Cloud Shell 的会话；请确认它是你们的。",
  subnetLetIn: () => "只允许此子网访问该存储帐户。",
  serviceEndpointAdded: () => "子网获得服务终结点时，它到存储的已打开连接可能中断。",

  desktopGranted: () => "让你可以打开此组的桌面；不改变集群中的任何内容。",
  serviceGranted: () => "只重新授予 Azure 自身的容器服务这些角色；几分钟后生效。",
  adminToo: () =>
    "启用本地帐户时，Cluster Admin 角色还会给出管理员 kubeconfig；只含这两项操作的自定义角色更严格。",
  identityGranted: ({ role }) =>
    `在那里授予集群的标识角色 ${role}；Azure 可能需要几分钟应用，因此执行下一条之前请等待。`,
  kubeconfigGranted: () => "只给出用户 kubeconfig；它在集群中能做什么由 Kubernetes 决定。",
  kubeconfigReplaced: () => "替换你自己的 kubeconfig 中该集群的条目；不改变 Azure 中的任何内容。",
  kubernetesReadable: () =>
    "让你可以读取命名空间中除机密外的内容；最多需要五分钟生效。以命名空间自身的 ID 为范围更严格。",
  machineShown: () => "让你可以看到该虚拟机，但不能更改。",
  scopesShown: () => "让你可以读取那里的内容，但不能更改。",

  nodesTakePods: () => "可以重新把新的 Pod 放到这些节点上；请确认没有人是有意封锁它们。",
  podsReplaced: () => "逐个替换 Pod。",
  policiesDeleted: ({ policies }) =>
    `${and(policies)} 所关闭的流量会重新放行：请先用 -o yaml 保存，并询问创建者。`,
};
