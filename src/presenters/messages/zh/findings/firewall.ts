// What findings about `firewall.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const firewallFindings: FindingWords<"firewall"> = {
  "firewall.aks-fqdns": {
    title: "防火墙放行节点所需的流量",
    why: "无法访问 AKS 自身的名称和容器注册表时，AKS 既不能启动也不能升级节点。",
    remediation: "允许 FQDN 标记 AzureKubernetesService，或 AKS 列出的名称。",
    facts: {},
  },
  "firewall.network-rules": {
    title: "防火墙放行通往 API 服务器的路径",
    why: "防火墙会丢弃没有规则允许的一切流量。",
    remediation: "在网络规则中允许此连接。",
    facts: {},
  },
  "firewall.precedence": {
    title: "防火墙中没有规则排在 AKS 规则之前",
    why: "靠前的拒绝优先于允许规则；而在解密 TLS 的地方，节点和 kubectl 会遇到它们不信任的证书。",
    remediation: "把 AKS 的规则放在拒绝规则之前，并对这些名称不解密 TLS。",
    facts: {
      dropsSuspects: ({ firewall }) =>
        `${firewall} 的规则会放行；但它视为攻击的流量仍会被丢弃，丢弃了什么只有它的日志知道。`,
    },
  },
  "firewall.state": {
    title: "节点出站路径上的防火墙正在运行",
    why: "默认路由指向失败或已解除分配的防火墙时，节点无法访问外部。",
    remediation: "重新分配防火墙，并将其专用地址与路由比对。",
    facts: {},
  },
};
