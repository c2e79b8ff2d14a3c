// What findings about `egress.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const egressFindings: FindingWords<"egress"> = {
  "egress.http-proxy": {
    title: "节点的代理放行所需的流量",
    why: "使用代理的集群，节点只能通过代理访问外部，而只有代理的管理者能看到其规则。",
    remediation: "请代理的管理者放行 AKS 列出的名称。",
    facts: {},
  },
  "egress.lb-outbound": {
    title: "节点的负载均衡器设置完好",
    why: "节点通过它出站：没有出站规则、更改失败或每个节点的端口不足时，出站连接会失败。",
    remediation: "让 AKS 重新协调集群，或为其负载均衡器添加更多地址。",
    facts: {
      gone: ({ from }) => `节点的负载均衡器 kubernetes 已从 ${from} 中消失，因此节点无法离开网络。`,
      noOutboundRule: () => "节点的负载均衡器 kubernetes 没有出站规则，因此节点无法离开网络。",
      changeFailed: ({ balancer }) => `节点的负载均衡器 ${balancer} 的上次更改失败，因此可能没有全部生效。`,
      portsShort: ({ ports, nodes, wanted }) =>
        `出站规则为每个节点保留 ${ports} 个端口，而其地址的端口只够 ${wanted} 个节点中的 ${nodes} 个使用：出站连接会时常失败。`,
      portsShortInUpgrade: ({ ports, nodes, wanted }) =>
        `出站规则为每个节点保留 ${ports} 个端口，而其地址的端口只够 ${nodes} 个节点使用：升级会使节点达到 ${wanted} 个，因此会失败。`,
      setUp: () => "节点的负载均衡器设置完好。",
      noBalancer: () => "节点没有负载均衡器。",
    },
  },
  "egress.nat-gateway": {
    title: "节点的 NAT 网关正常",
    why: "节点通过 NAT 网关出站时，它是唯一的出口。",
    remediation: "为该网关添加公共 IP 地址，或重新应用它。",
    facts: {
      failed: ({ gateway }) => `NAT 网关 ${gateway} 处于 Failed 状态。`,
      noAddress: ({ gateway }) => `NAT 网关 ${gateway} 没有公共 IP 地址。`,
      works: ({ gateway }) => `NAT 网关 ${gateway} 存在并有公共 IP 地址。`,
      noNatGateway: () => "节点的子网没有使用 NAT 网关。",
    },
  },
  "egress.outbound-consistent": {
    title: "节点有出站途径",
    why: "没有公共 IP 地址，节点既无法访问公共 API 服务器，也无法访问容器注册表和 Microsoft Entra ID。",
    remediation: "为负载均衡器或 NAT 网关添加公共 IP 地址，并为每个节点子网配置 NAT 网关。",
    facts: {
      skuUnlisted: ({ sku }) => `${sku} 负载均衡器的出站地址没有列出。`,
      addressesUnlisted: ({ cluster }) => `Azure 没有列出 ${cluster} 的节点的出站地址。`,
      hasAddress: () => "负载均衡器有供节点出站的公共 IP 地址。",
      noAddress: () => "负载均衡器没有公共 IP 地址，因此节点无法离开网络。",
      noNatGateway: ({ subnet }) => `集群通过 NAT 网关出站，但其子网 ${subnet} 没有 NAT 网关。`,
      gatewayBare: ({ gateway }) => `NAT 网关 ${gateway} 没有公共 IP 地址，因此节点无法离开网络。`,
      leavesBy: ({ subnet, gateway }) => `子网 ${subnet} 通过 NAT 网关 ${gateway} 出站。`,
      needsNone: () => "集群是隔离的，从缓存获取映像：节点不需要出站途径。",
      onlyRoutes: () => "AKS 没有为节点提供出站途径：节点通过集群所有者的路由出站。",
      byRoutes: () => "节点通过集群所有者的路由出站。",
    },
  },
};
