// Why nobody knows what a rule does, and what a state is called that Azure has no word for. What was kept as words,
// before it was data, is said as it stands.
import type { FirewallDoubt } from "../../../core/network/firewall/decide.ts";
import type { GroupDoubt } from "../../../core/network/nsg.ts";
import type { CircuitPart, DownState, Lack, RuleDoubt } from "../../../core/network/step.ts";
import { type Says, say } from "../says.ts";

export const groupDoubts: Says<GroupDoubt> = {
  ruleOpen: ({ rule, priority }) =>
    `规则 ${rule}（优先级 ${priority}）引用了应用程序安全组、服务标记或范围，仅凭其文本无法判定`,
  ruleStrange: ({ rule, priority, kind, word }) =>
    `规则 ${rule}（优先级 ${priority}）的 ${kind} 为“${word}”，这里不认识`,
  accessStrange: ({ rule, word }) => `规则 ${rule} 的访问权限“${word}”未知`,
  noRule: () => "没有规则匹配，因此其规则没有全部读取",
  tagOpen: () => "取决于标记 VirtualNetwork 在这里除已读取的内容外还包含什么",
  nothingAsked: () => "没有需要判定的内容",
};

export const ruleDoubts: Says<RuleDoubt> = {
  ...groupDoubts,
  policiesStrange: ({ word }) => `网络策略“${word}”未知`,
};

export const firewallDoubts: Says<FirewallDoubt> = {
  ruleOpen: ({ rule }) => `其规则 ${rule} 引用了标记、名称或范围，仅凭其文本无法判定`,
  groupUnread: ({ rule, group }) => `其规则 ${rule} 引用了 IP 组 ${group}，该组未读取`,
  kindStrange: ({ rule }) => (rule === "" ? "其一条没有名称的规则类型未知" : `其规则 ${rule} 的类型未知`),
  actionStrange: ({ collection, word }) => `其规则集合 ${collection} 的操作“${word}”未知`,
  opensTls: ({ rule }) => `其规则 ${rule} 会解密 TLS，而其证书是否为节点所接受，没有读取`,
};

/** All three inside a sentence. */
export const sayRuleDoubt = (doubt: RuleDoubt): string => say(ruleDoubts, doubt);
export const sayFirewallDoubt = (doubt: FirewallDoubt): string => say(firewallDoubts, doubt);

export const lacks: Says<Lack> = {
  deallocated: () => "已解除分配",
  noMachineRuns: () => "后面没有虚拟机在运行",
  noInterface: () => "没有网络接口",
  noConnection: () => "没有连接",
};

export const sayDownState = (state: DownState): string => say(lacks, state);

export const parts: Readonly<Record<string, string>> = {
  circuit: "线路本身",
  provider: "提供商一侧",
  privatePeering: "专用对等互连",
} satisfies Record<CircuitPart, string>;

export const sayPart = (part: CircuitPart): string => parts[part] ?? part;

/** Null: there is no such part. */
export const sayPartState = (state: string | null): string => state ?? "不存在";

export const undecidedTexts = { sayRuleDoubt, sayFirewallDoubt, sayDownState, sayPart, sayPartState };
