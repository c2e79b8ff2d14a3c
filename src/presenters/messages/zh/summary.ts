// The one sentence that stands first: the cause, or what is known instead.

import type { Unjudged } from "../../../core/diagnosis/summary-data.ts";
import { chinese } from "../catalogue.ts";
import { type SummaryWords, summarySpeech } from "../speech/summary.ts";
import { sayTested } from "./client-test.ts";
import { sayFound } from "./findings.ts";
import { sayReason } from "./ways-in.ts";
import { closeUp, list, or, sentences } from "./words.ts";

const { hints } = chinese.texts;
const ownAddress = chinese.speech.ownAddress();
const { sayStep } = chinese.speech;

const withoutStop = (text: string): string => text.replace(/。$/, "");

/** Inside the sentence about a cluster. */
const clauses = (parts: readonly string[]): string => parts.map((text) => `；${withoutStop(text)}`).join("");

export const unjudged: Readonly<Record<Unjudged, string>> = {
  firewallRules: "其节点出站所经防火墙的规则未评估",
  ownServers: "网络自有 DNS 服务器的转发未评估",
};

export const places: SummaryWords["places"] = {
  unasked: (_place, name) =>
    `你自己的地址是否已获授权，无法得知：请发送“diagnose ${name} from ADDRESS”，换成 ${ownAddress}。`,
  outside: ({ ip, mayBeLearned, entries, canRun }, name) => {
    const doubt = mayBeLearned ? "（经由 VPN 或 ExpressRoute 能否访问，未评估）" : "";
    const connect = `先连接到 ${or(entries)}（VPN、Bastion、ExpressRoute）`;
    const where = ip === "" ? "没有路径从 Internet 通往它" : `${ip} 不在可以访问它的网络中`;
    return `${name} 是专用集群，${where}${doubt}：请${canRun ? `使用运行命令，或${connect}` : connect}。`;
  },
};

type Right = Readonly<{ action: string; role: string; on: string }>;
const takes = ({ action, role, on }: Right): string => `需要 ${on} 上的 ${action}（角色 ${role}）`;

/** Two are named, further ones counted. */
function without(roles: readonly Readonly<{ role: string; on: string }>[]): string {
  if (roles.length === 0) return "";
  const named = list(roles.slice(0, 2).map(({ role, on }) => `${on} 上的 ${role}`));
  return `，因为缺少 ${named}${roles.length > 2 ? ` 等 ${roles.length} 个角色` : ""}`;
}

export const said: SummaryWords["said"] = {
  throttled: ({ open, seconds }, name) =>
    `Azure 正在限制你的请求，因此 ${name} 有 ${open} 项检查未能及时评估：请在 ${seconds} 秒后重新提问。`,
  lockedOut: ({ lack, open, roles }, name) =>
    `你目前没有进入 ${name} 的接入方式：${withoutStop(lack)}；有 ${open} 项检查未能评估${without(roles)}。`,
  place: ({ place, fine }) => (fine ? closeUp(`Azure 一侧没有问题；${place}`) : place),
  notProved: ({ doubt, needs }, name) =>
    `通往 ${name} 的路径上没有发现故障，但它所需的路径没有全部得到证实：${doubt}${needs === null ? "" : `${takes(needs)}。`}`,
  openChecks: ({ open, needs, first }, name) => {
    const lead = `通往 ${name} 的路径上没有发现故障，但有 ${open} 项检查未能评估`;
    if (needs !== null) return `${lead}：${takes(needs)}。`;
    return first === null ? `${lead}。` : `${lead}：${first}`;
  },
  lackOnly: ({ lack }, name) => `访问 ${name} 没有问题，但你没有接入方式：${lack}`,
  hint: ({ hint, beyond }, name) =>
    beyond.length === 0
      ? `${name} 的 Azure 一侧没有问题；${hint}。`
      : `通往 ${name} 的路径上没有发现故障${clauses(beyond)}；${hint}。`,
  sound: ({ apart, unjudged: open, beyond }, name) => {
    const rest = `${clauses([...open, ...beyond])}。`;
    return apart
      ? `${name} 没有故障，但只有运行命令可以接入：它的网络没有与人所在的网络相连${rest}`
      : `Azure 一侧没有任何问题妨碍访问 ${name}${rest}`;
  },
  noPath: ({ reason }, name) => `没有一条进入 ${name} 的路径全程畅通：${reason}`,
  fault: (_summary, name) => `${name} 有故障。`,
  warning: ({ told, place }, name) =>
    place === null ? `可以访问 ${name}，但是：${told}` : sentences([told, place]),
};

export const summaryTexts = summarySpeech(
  {
    said,
    places,
    hints,
    unjudged,
    noSubnet: "没有找到其节点所在的子网。",
    limits: {
      runs: (component) => `${component} 的管理者`,
      runsFarSide: "对端路由器的管理者",
      managerRules: "网络管理器的规则是否在这里阻止流量，没有读取。",
      whoHas: (action, scope, role) => `在 ${scope} 上拥有 ${action} 的人（角色 ${role}）`,
    },
  },
  { sayFound, sayStep, sayReason, sayTested },
);
