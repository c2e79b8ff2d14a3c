// What findings about `nsg.*` say.
import type { ClientGroupFact } from "../../../../core/finding/network/client-groups.ts";
import type { AskedFlow } from "../../../../core/finding/network/nsg-groups.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";
import { and, list } from "../words.ts";

const sayFlow = ({ protocol, port, from, to }: AskedFlow): string =>
  `${from} 到 ${to} 的 ${protocol.toUpperCase()} ${port}`;

/** A sentence is read on a phone: what goes beyond is only counted. */
const mostFlows = 3;

function listed(all: readonly AskedFlow[]): string {
  const flows = [...new Set(all.map(sayFlow))];
  const told = list(flows.slice(0, mostFlows));
  return flows.length > mostFlows ? `${told} 等 ${flows.length} 项流量` : told;
}

/** Of the groups before a place that people connect from. */
export const clientGroupFacts: Says<ClientGroupFact> = {
  groupDenies: ({ group, rule, priority, flows }) =>
    `${group} 的规则 ${rule}（优先级 ${priority}）拒绝了 ${listed(flows)}。`,
  groupOpen: ({ group, flow, because }) =>
    `无法确定 ${group} 是否放行 ${sayFlow(flow)}：${sayRuleDoubt(because)}。`,
  groupLetsReach: ({ group, place, address }) => `${group} 允许 ${place} 访问 ${address}:443。`,
  noGroup: ({ place }) => `${place} 前面没有安全组。`,
};

export const nsgFindings: FindingWords<"nsg"> = {
  "nsg.avnm-admin-rules": {
    title: "网络管理器的规则没有阻止必需的流量",
    why: "拒绝的安全管理规则先于任何安全组判断，因此放开安全组不会有任何改变。",
    remediation: "请网络管理器的管理者允许该流量，或把这些网络排除在外。",
    facts: {},
  },
  "nsg.client-443": {
    title: "安全组允许你访问端口 443",
    why: "API 服务器只在 TCP 443 上提供 HTTPS。",
    remediation: "在拒绝规则之前允许到 API 服务器地址的 TCP 443。",
    facts: {},
  },
  "nsg.effective": {
    title: "如何证实安全组的作用",
    why: "对安全组的结论来自书面规则；Azure 能显示实际作用于网络接口的规则，其中标记和应用程序安全组已解析。",
    remediation: "在虚拟机运行时执行该命令，并与这里的结论比较。",
    facts: {
      noHost: () => "跳板机前面没有安全组。",
      provable: ({ host, groups }) =>
        `${and(groups)} 的作用是按书面规则评估的；该命令会显示哪些规则作用于 ${host}。`,
      hostOff: ({ host }) =>
        `对安全组的结论来自书面规则。只有在 ${host} 运行时，Azure 才会显示哪些规则作用于它。`,
    },
  },
  "nsg.intra-node": {
    title: "安全组允许节点互相访问",
    why: "节点之间没有 TCP 10250 时，日志、exec 和 webhook 会失败；阻止子网内的流量不受支持。",
    remediation: "在拒绝规则之前允许网络内部的流量。",
    facts: {},
  },
  "nsg.jump-inbound": {
    title: "跳板机允许 Bastion 进入",
    why: "Bastion 从自己的子网打开到跳板机的 SSH 或 RDP；拒绝它的规则会切断这条接入方式。",
    remediation: "在拒绝规则之前允许来自 Bastion 子网的 SSH 或 RDP。",
    facts: {},
  },
  "nsg.node-egress": {
    title: "安全组允许节点出站",
    why: "无法访问 API 服务器或 Azure 的节点不会启动，正在运行的节点则拉取不到 Pod 的映像。",
    remediation: "移除拒绝规则，或在它之前允许节点所需的流量；按名称过滤请用防火墙。",
    facts: {},
  },
  "nsg.pe-inbound": {
    title: "终结点的安全组放行端口 443",
    why: "子网启用网络策略时，其安全组也作用于 API 服务器的终结点。",
    remediation: "在拒绝规则之前允许到终结点的 TCP 443。",
    facts: {},
  },
  "nsg.ssh-internet": {
    title: "SSH 和 RDP 对 Internet 关闭",
    why: "任何人都能尝试的登录端口整天都在被试探；一个弱密码或一个未打补丁的服务就足够了。",
    remediation: "只允许你自己的地址或 JIT 访问，或改由 Bastion 进入并移除该规则。",
    facts: {
      shut: () => "没有安全组允许 Internet 访问跳板机或节点的 SSH 或 RDP。",
      open: ({ group, rule, priority, port, place }) =>
        `${group} 的规则 ${rule}（优先级 ${priority}）允许 Internet 访问 ${place} 的 TCP ${port}。`,
      reached: ({ group, rule, priority, port, place }) =>
        `${group} 的规则 ${rule}（优先级 ${priority}）允许 Internet 访问 ${place} 的 TCP ${port}，而 ${place} 有公共 IP 地址。`,
    },
  },
};
