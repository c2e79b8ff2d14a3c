// What findings about `peering.*` say.
import type { Clash } from "../../../../core/outcome/fact.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayClash } = chinese.speech;

const sayClashes = (clashes: readonly Clash[]): string => clashes.map(sayClash).join("；");

export const peeringFindings: FindingWords<"peering"> = {
  "peering.address-overlap": {
    title: "沿途没有重叠的范围",
    why: "两个范围重叠时，应答会发往错误的地方。",
    remediation: "为其中一方更换范围；这是设计工作，没有单条命令可以完成。",
    facts: {
      noOverlap: () => "沿途没有重叠的范围。",
      overlapOnWay: ({ clashes }) => `范围重叠，因此应答会发往错误的地方：${sayClashes(clashes)}。`,
      overlap: ({ clashes }) => `范围重叠：${sayClashes(clashes)}。`,
    },
  },
  "peering.both-sides": {
    title: "对等互连两端都存在",
    why: "缺少一端的对等互连不传输任何流量。",
    remediation: "移除残留部分，并在两端重新建立对等互连。",
    facts: {},
  },
  "peering.forwarded-traffic": {
    title: "对等互连接受网络设备转发的流量",
    why: "经过网络设备的流量来自第三个网络；未启用转发流量时，对等互连会将其丢弃。",
    remediation: "在与该设备所在网络的对等互连上允许转发流量。",
    facts: {},
  },
  "peering.gateway-transit": {
    title: "中心网络的网关已共享",
    why: "如果一端没有网关传输、另一端没有使用它，网关后面的网络就学不到路由。",
    remediation: "在中心网络一端提供网关，然后在另一端使用它。",
    facts: {},
  },
  "peering.state": {
    title: "对等互连处于 Connected 状态",
    why: "只有两端均为 Connected 的对等互连才会安装路由。",
    remediation: "删除对等互连，并在两端重新建立。",
    facts: {},
  },
  "peering.sync": {
    title: "对等互连知道两个网络的每个范围",
    why: "新增到网络的范围在对等互连同步之前不会被路由，因此无法访问其中的资源。",
    remediation: "在两端同步对等互连。",
    facts: {},
  },
  "peering.vnet-access": {
    title: "对等互连放行流量",
    why: "关闭访问后，对等互连仍为 Connected，但另一网络的范围不受信任，会被默认规则丢弃。",
    remediation: "在两端允许虚拟网络访问。",
    facts: {},
  },
  "peering.vwan-hub": {
    title: "虚拟中心连接了这些网络",
    why: "虚拟 WAN 中心上的网络，只有各自都有正常的连接时才能互通。",
    remediation: "把该网络重新连接到中心：由虚拟中心的所有者操作。",
    facts: {
      noVirtualHub: () => "集群的网络没有加入虚拟 WAN 中心。",
      hubJoins: ({ hub, network }) => `虚拟中心 ${hub} 连接了 ${network}。`,
      hubLacks: ({ hub, network }) =>
        `虚拟中心 ${hub} 没有到 ${network} 的连接，因此从那里到不了该中心的其他网络。`,
      hubConnectionFailed: ({ hub, network, state }) =>
        `虚拟中心 ${hub} 到 ${network} 的连接不工作（“${state}”）。`,
      hubConnectionUnsure: ({ hub, network, state }) =>
        `无法确定虚拟中心 ${hub} 是否连接了 ${network}：Azure 给出的连接状态为“${state}”。`,
      hubRoutesFailed: ({ hub, state }) => `虚拟中心 ${hub} 的路由器不工作（“${state}”）。`,
      hubRoutesUnsure: ({ hub, state }) =>
        `无法确定虚拟中心 ${hub} 的路由器是否正常：Azure 给出的状态为“${state}”。`,
    },
  },
};
