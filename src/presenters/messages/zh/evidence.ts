// What was seen: what a line is about, and the words that stand among what was read.
import type { ApiMode } from "../../../core/outcome/columns.ts";
import type { Clash, Ranged } from "../../../core/outcome/fact.ts";
import type { MaintenanceSchedule } from "../../../core/snapshot/maintenance.ts";
import { type EvidenceWords, evidenceSpeech } from "../speech/evidence.ts";
import { sayAddressSource, sayCalled } from "./called.ts";
import { sayChange, timeText } from "./changes.ts";
import { sayThing } from "./findings/common.ts";
import { and, closeUp, list } from "./words.ts";

const sayRanged = ({ of, range }: Ranged): string => `${sayThing(of)} ${range}`;

export const sayClash = ({ one, other }: Clash): string => and([sayRanged(one), sayRanged(other)]);

const exits = { loadBalancer: "负载均衡器", natGateway: "NAT 网关", firewall: "防火墙" } as const;

const paths = { primary: "主路径", secondary: "辅助路径" } as const;

const apiModes: Readonly<Record<ApiMode, string>> = {
  "public-open": "公共，对所有地址开放",
  "public-ranges": "公共，仅授权范围",
  "private-link": "专用链接",
  "vnet-public": "位于网络内，公共",
  "vnet-private": "位于网络内，专用",
};

const schedules: Readonly<Record<MaintenanceSchedule["is"], string>> = {
  daily: "每天",
  weekly: "每周",
  absoluteMonthly: "每月",
  relativeMonthly: "每月",
  other: "其他计划",
};

export const labels: EvidenceWords["labels"] = {
  address: "地址",
  agent: "代理",
  apiServer: "API 服务器",
  application: "应用程序",
  capacity: "容量",
  client: "客户端",
  cluster: "集群",
  code: "代码",
  delegations: "委派",
  eligible: "可激活",
  endpoint: "终结点",
  error: "错误",
  expected: "应为",
  group: "组",
  holds: "拥有",
  id: "ID",
  interface: "网络接口",
  inUse: "已使用",
  loadBalancer: "负载均衡器",
  message: "消息",
  missing: "缺少",
  mode: "模式",
  name: "名称",
  names: "名称",
  network: "网络",
  on: "位于",
  pool: "节点池",
  pools: "节点池",
  prefix: "前缀",
  privateEndpoint: "专用终结点",
  public: "公共 IP",
  ranges: "范围",
  since: "开始时间",
  state: "状态",
  status: "状态",
  subnet: "子网",
  subnets: "子网",
  target: "目标",
  version: "版本",
  you: "你",
  zone: "区域",
};

export const columns: EvidenceWords["columns"] = {
  addressFrom: ({ address, from }) => closeUp(`${address}，来自 ${sayAddressSource(from)}`),
  apiMode: ({ mode }) => apiModes[mode],
  deniedBy: ({ rule }) => `被 ${rule} 拒绝`,
  down: () => "中断",
  drained: () => "不接受新会话",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `${used} / ${limit}`,
  leads: ({ from, to }) => `${from} → ${to}`,
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
  on: ({ what, scope }) => `${scope} 上的 ${what}`,
  ports: ({ each, addresses, nodes }) => `${addresses} 个地址，${nodes} 个节点各 ${each} 个端口`,
  priority: ({ priority }) => `优先级 ${priority}`,
  routes: ({ count }) => `${count} 条路由`,
  schedule: ({ of }) => schedules[of],
  sources: ({ sources }) => `来自 ${list(sources)}`,
  taints: ({ taints }) => list(taints) || "没有污点",
  traffic: ({ path, bits }) => `${paths[path]} ${bits}`,
  until: ({ time }) => `到 ${time} 为止`,
  up: () => "正常",
  zoneOfAks: () => "AKS 的 DNS 区域",
};

export const lines: EvidenceWords["lines"] = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}，${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS 没有给出错误。",
};

export const evidenceTexts = { sayEvidence: evidenceSpeech({ labels, columns, lines }) };
