// What was seen, a line each: columns of Azure's own words, and what is said where Azure has none.
import type { Column } from "../../../core/outcome/columns.ts";
import type { Clash, Evidence, Ranged } from "../../../core/outcome/fact.ts";
import { type Says, say } from "../says.ts";
import { sayAddressSource, sayCalled } from "./called.ts";
import { sayChange, timeText } from "./changes.ts";
import { sayThing } from "./findings/common.ts";
import { and, closeUp, list } from "./words.ts";

const sayRanged = ({ of, range }: Ranged): string => `${sayThing(of)} ${range}`;

export const sayClash = ({ one, other }: Clash): string => and([sayRanged(one), sayRanged(other)]);

const exits = { loadBalancer: "负载均衡器", natGateway: "NAT 网关", firewall: "防火墙" } as const;

export const columns: Says<Exclude<Column, string>> = {
  addressFrom: ({ address, from }) => closeUp(`${address}，来自 ${sayAddressSource(from)}`),
  deniedBy: ({ rule }) => `被 ${rule} 拒绝`,
  down: () => "中断",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `已使用       ${used} / ${limit}`,
  listed: ({ names }) => list(names) || "无",
  nodes: ({ count }) => (count === null ? "节点数未给出" : `${count} 个节点`),
  noDnsServer: () => "没有自有 DNS 服务器",
  noOutboundRule: () => "没有出站规则",
  noScaleSet: () => "没有规模集",
  noSku: () => "没有 SKU",
  noSuchName: () => "没有该名称",
  notJudged: ({ range }) => `${range}，未评估`,
  notKnown: () => "未知",
  notNamed: () => "未指定",
  notRead: () => "未读取",
  ports: ({ each, addresses, nodes }) => `${addresses} 个地址，${nodes} 个节点各 ${each} 个端口`,
  priority: ({ priority }) => `优先级 ${priority}`,
  routes: ({ count }) => `${count} 条路由`,
  sources: ({ sources }) => `来自 ${list(sources)}`,
  taints: ({ taints }) => list(taints) || "没有污点",
  until: ({ time }) => `到 ${time} 为止`,
  up: () => "正常",
  zoneOfAks: () => "AKS 的 DNS 区域",
};

export const lines: Says<Exclude<Evidence, string>> = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}，${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS 没有给出错误。",
  columns: ({ columns: all }) => all.map((each) => say(columns, each)).join("  "),
};

export const evidenceTexts = { sayEvidence: (line: Evidence): string => say(lines, line) };
