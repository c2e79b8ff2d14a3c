// What findings about `jit.*` say.
import type { LastWindow } from "../../../../core/finding/machines/jit-findings.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { closeUp } from "../words.ts";

const { sayCalled } = chinese.speech;
const { sayUnread } = chinese.speech;

const whoMay = (action: string): string => `拥有 ${action} 的人可以申请`;

const lastEnd = (ended: string | null): string =>
  ended === null ? "没有开放的时段" : `上一个时段已于 ${ended} 结束`;

const lastWindow = (last: LastWindow): string =>
  "unread" in last ? `其策略未读取：${sayUnread(last.unread)}` : `${lastEnd(last.ended)}。`;

export const jitFindings: FindingWords<"jit"> = {
  "jit.active-request": {
    title: "JIT 访问允许你进入跳板机",
    why: "JIT 访问按设计拒绝到虚拟机的 SSH 和 RDP，直到有人申请时段。",
    remediation: "申请 JIT 访问时段；不要更改规则。",
    facts: {
      noRule: () => "跳板机前面没有 JIT 访问的规则。",
      shut: ({ machine, ended, action }) =>
        `JIT 访问使 ${machine} 保持关闭。${lastEnd(ended)}；${whoMay(action)}。`,
      shutByRule: ({ machine, port, from, rule, last, action }) =>
        closeUp(
          `JIT 访问通过规则 ${rule} 使 ${machine} 的 TCP ${port} 对 ${sayCalled(from)} 保持关闭。${lastWindow(last)}要进入，${whoMay(action)}。`,
        ),
      openUntil: ({ machine, port, until }) => `对 ${machine} 的 TCP ${port} 的 JIT 访问开放至 ${until}。`,
    },
  },
  "jit.policy": {
    title: "跳板机受 JIT 访问保护",
    why: "端口在有人申请时段之前一直关闭，其间就不会被整个 Internet 试探。",
    remediation: "在 Defender for Cloud 中为该虚拟机启用 JIT 访问，并移除排在其规则之前的规则。",
    facts: {
      noHost: () => "没有虚拟机形式的跳板机。",
      covered: ({ host }) => `JIT 访问使 ${host} 保持关闭，直到有人申请。`,
      needsNone: ({ host }) => `${host} 没有公共 IP 地址，也没有规则允许 Internet 访问它。`,
      uncovered: ({ host, isPublic }) =>
        isPublic
          ? `${host} 有公共 IP 地址，而前面没有 JIT 访问的规则。`
          : `有规则允许 Internet 访问 ${host}，而前面没有 JIT 访问的规则。`,
      overruled: ({ host, rule, priority }) =>
        `JIT 访问对 ${host} 不起作用：规则 ${rule}（优先级 ${priority}）先一步允许了 Internet。`,
      strangers: () => "集群附近没有名称像跳板机的虚拟机。",
    },
  },
};
