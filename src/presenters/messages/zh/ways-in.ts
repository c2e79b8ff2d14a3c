// The ways in: what each is called, why it is as it is, and what is to be done on it beside the lines to copy.

import type { AccessPath, PathReason } from "../../../core/access/access-path.ts";
import type { PathId } from "../../../core/access/path-order.ts";
import type { Instruction, WayFact } from "../../../core/access/way-fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { chinese } from "../catalogue.ts";
import { remark } from "../parts.ts";
import { type Says, say } from "../says.ts";
import { sayFound } from "./findings.ts";
import { closeUp } from "./words.ts";

const { sayCalled } = chinese.speech;
const commonFacts = chinese.speech.commonFacts();
const { stopClause } = chinese.speech;

export const titles: Readonly<Record<PathId, string>> = {
  P01: "公共 API 服务器",
  P02: "公共 API 服务器，从授权地址访问",
  P03: "Cloud Shell",
  P04: "集群网络中的跳板机",
  P05: "对等互连网络中的跳板机",
  P06: "浏览器中的 Bastion",
  P07: "通过 Bastion 的 ssh",
  P08: "你自己的专用终结点",
  P09: "Bastion 直连 API 服务器（预览版）",
  P10: "带 SSH 的容器",
  P11: "VPN",
  P12: "ExpressRoute",
  P13: "通过 Azure 运行命令",
  P14: "网络中的 Cloud Shell",
  P15: "Azure Virtual Desktop",
  P16: "通过 Bastion 的 VS Code",
};

const needless = { ...titles, bastion: "Bastion", jumpHost: "跳板机" };

export const wayFacts: Says<WayFact> = {
  notNeeded: ({ what }) => closeUp(`API 服务器是公共的：不需要 ${needless[what]}。`),
  apiPrivate: () => "API 服务器是专用的。",
  shellNotNear: () => "API 服务器是专用的，而 Cloud Shell 不在它附近。",
  authorizedOnly: () => "只有授权地址可以连接。",
  noneAuthorized: () => "集群没有授权特定地址。",
  noHostBeside: () => "集群自己的网络中没有跳板机。",
  noHostInPeers: () => "与集群的网络对等互连的网络中没有跳板机。",
  noFurtherEndpoint: () => "API 服务器除集群自己的专用终结点外没有其他专用终结点。",
  browserOnly: ({ bastion }) => `${bastion} 是 Developer 主机，只能在浏览器中使用。`,
  usesNoGateway: ({ network }) => `${network} 不使用网关：没有一端对等互连设置为使用网关。`,
  noContainer: () => "在集群附近的网络中没有找到接受 SSH 的容器。",
  noShell: () => "集群附近的网络都没有设置 Cloud Shell。",
  noDesktop: () => "集群附近没有 Azure Virtual Desktop 的会话主机。",

  openToAll: () => "API 服务器是公共的，对所有地址开放。",
  openToShell: () => "API 服务器是公共的，对所有地址开放，包括 Cloud Shell 的地址。",
  addressAuthorized: () => "你的地址在授权 IP 范围内。",
  overHostBeside: () => "节点旁边有跳板机正在运行，其规则和路由通往 API 服务器。",
  overHostInPeer: () => "有跳板机正在运行，其名称解析、对等互连、规则和路由通往 API 服务器。",
  overBastion: () => "Bastion 可以访问一台正在运行的跳板机，从那里可以访问 API 服务器。",
  overBastionSsh: () => "可以通过 Bastion 用 ssh 登录一台正在运行的跳板机，从那里可以访问 API 服务器。",
  overBastionTunnel: () =>
    "可以通过 Bastion 建立到一台正在运行的跳板机的隧道，供 VS Code 的 Remote-SSH 使用。",
  overContainer: () => "有带 SSH 的容器正在运行，其名称解析、规则和路由通往 API 服务器。",
  overGateway: ({ from, to }) =>
    closeUp(`${sayCalled(from)} 可以通到位于 ${to} 的 API 服务器；你自己的 DNS 也必须能解析其名称。`),
  overShell: ({ subnet }) => `Cloud Shell 在 ${subnet} 中启动，其名称解析、规则和路由通往 API 服务器。`,
  overDesktop: ({ pool }) => `${pool} 有会话主机可供你使用，其名称解析、规则和路由通往 API 服务器。`,
  runByAzure: () => "由 Azure 在集群内部运行；你有权限，且该功能没有禁用。",

  hostUnknown: () => "有虚拟机，但其中哪一台是跳板机，无法得知。",
  hostWithoutSignIn: ({ host, name }) =>
    closeUp(
      `${sayCalled(host)} 可以到达那里，但到不了 kubectl 获取令牌所需的 ${name}：请带上不需要令牌的 kubeconfig。`,
    ),
  notWalked: () => "从那里到 API 服务器的路径未能走通检查。",
  shellAddressChanges: () => "Cloud Shell 每次会话的地址都不同；该地址是否已获授权，只有到时才知道。",
  endpointUnjudged: () => "该终结点所在网络的 DNS 区域和规则是否通往它，尚未评估。",
  previewUnjudged: () => "读取的内容中没有妨碍该隧道的设置；它是 Azure 的预览功能。",
  bastionAddressUnknown: ({ bastion }) => `${bastion} 的公共 IP 地址是否在授权 IP 范围内，无法得知。`,
  bastionNotAuthorized: ({ bastion, ip }) => `隧道来自 ${bastion} 的地址 ${ip}，该地址不在授权 IP 范围内。`,
  containerUnknown: () => "带 SSH 的容器是否在运行，无法得知。",
  vpnUnjudged: () => "VPN 在你这一侧是否正常、能否通到 API 服务器并解析其名称，尚未评估。",
  circuitUnjudged: () => "线路是否正常、能否通到 API 服务器并解析其名称，尚未评估。",
  shellUnjudged: () => "Cloud Shell 能否在其子网中启动（中继、存储、角色），尚未评估。",
  desktopUnjudged: () => "你能否使用该主机池的桌面，尚未评估。",

  clusterLocked: ({ by }) => `${chinese.texts.findings.shared.locked[by]}不支持这种接入方式。`,
  containerOff: ({ container }) => `容器 ${container} 没有运行。`,
  subnetNotDelegated: ({ subnet }) => `子网 ${subnet} 未委托给容器，因此 Cloud Shell 无法在其中启动。`,
  desktopsClosed: ({ machine, status }) => `集群附近没有会话主机接受会话；${machine} 的状态为 ${status}。`,
};

export const pathReasons: Says<PathReason> = {
  ...commonFacts,
  ...wayFacts,
  podStopped: (stop) => `它的 Pod 在节点上运行，而 ${stopClause(stop)}`,
  told: sayFound,
};

export const sayReason = (reason: PathReason): string => closeUp(say(pathReasons, reason));

export const instructions: Says<Instruction> = {
  leaveOpen: () => "保持打开；在第二个 shell 中：",
  openShell: () => "门户：Cloud Shell，Bash；然后在其中：",
  openShellWith: ({ resourceGroup, profile }) =>
    `门户：Cloud Shell > Settings > Reset user settings > Show VNET isolation settings，资源组 ${resourceGroup}，网络配置文件 ${profile}；然后在其中：`,
  connectInPortal: ({ host }) => `门户：虚拟机 ${host} > Connect > Bastion；然后在其上：`,
  orSsh: ({ host, line }) => `或者，如果 ${host} 接受 Entra 登录，用这一条代替以上两条：${line}`,
  inTunnelShell: () => "在它打开的 shell 中，把 KUBECONFIG 中的 server 设为 https://localhost:<显示的端口>：",
  inContainer: () => "在其中，安装 Azure CLI、kubelogin 和 kubectl 后：",
  connectVpn: ({ gateway }) => `连接到 ${gateway} 的 VPN；然后：`,
  fromBehind: ({ gateway }) => `从 ${gateway} 所连接的网络：`,
  openDesktop: ({ pool }) => `Windows App 或其 Web 客户端：打开主机池 ${pool} 的桌面；然后在其上：`,
};

export const wayInTexts = {
  /** Undefined for a way of another release. */
  titleOfWay: (id: string): string | undefined => lookUp(titles, id),
  sayReason,
  sayWayStep: (step: AccessPath["steps"][number]): string =>
    typeof step === "string" ? step : remark(say(instructions, step)),
};
