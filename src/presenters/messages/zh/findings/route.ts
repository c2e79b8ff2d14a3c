// What findings about `route.*` say.
import type { FindingWords } from "../../finding-words.ts";

const maySplit = "自定义路由可能丢弃数据包，或让去程经过防火墙而回程不经过，防火墙随后会丢弃应答。";
const sameBothWays = "移除该路由，或让两个方向使用同一条路由。";

export const routeFindings: FindingWords<"route"> = {
  "route.api-path": {
    title: "路由往返都通往 API 服务器",
    why: maySplit,
    remediation: sameBothWays,
    facts: {},
  },
  "route.bgp-propagation": {
    title: "路由表接受网关的路由",
    why: "关闭传播后，发往网关后面的应答找不到路由，因此从那里连接的人得不到应答。",
    remediation: "添加一条以网关为下一跃点、指向该范围的路由，或让路由表接受网关的路由。",
    facts: {},
  },
  "route.default": {
    title: "节点的默认路由适合集群",
    why: "没有可用的默认路由，节点无法启动，也无法访问公共 API 服务器。",
    remediation: "让 0.0.0.0/0 指向防火墙，或移除取代 Azure 自身默认路由的那条路由。",
    facts: {},
  },
  "route.inside": {
    title: "节点之间以及到 DNS 服务器和跳板机的路由畅通",
    why: maySplit,
    remediation: sameBothWays,
    facts: {},
  },
  "route.kubenet-table": {
    title: "kubenet 的 Pod 有路由",
    why: "使用 kubenet 时，Pod 在网络中没有地址：只有每个节点的路由通往它们。",
    remediation:
      "把集群的路由表关联到节点的子网。其中的路由由 AKS 自己写入：如果缺少路由，请确认其标识可以写入，然后让 AKS 重新应用集群的设置。",
    facts: {
      otherPlugin: () => "集群没有使用 kubenet。",
      noTable: ({ subnet }) => `节点的子网 ${subnet} 没有路由表，因此无法访问其他节点上的 Pod。`,
      noPodRoutes: () => "节点的路由表中没有任何 Pod 的路由，因此无法访问其他节点上的 Pod。",
      tooFewRoutes: ({ routed, nodes }) =>
        `节点的路由表有 ${routed} 个节点上 Pod 的路由，但共有 ${nodes} 个节点。`,
      allRouted: () => "每个节点的 Pod 都有路由。",
    },
  },
  "route.next-hop-alive": {
    title: "默认路由所指的设备正在运行",
    why: "默认路由指向已关闭、已消失或无法访问的设备时，节点发往外部的流量全部丢失。",
    remediation: "启动该设备，或把路由指向正在运行的设备。",
    facts: {},
  },
};
