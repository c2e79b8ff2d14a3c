// The way drawn, in Chinese: what each thing on it is called, and in a few words why it does not let anything through.
// Short on purpose: seven of them stand beside each other on a desktop, and one under the other on a phone.

import type { Thing } from "../../../core/finding/check-meta.ts";
import type { Called } from "../../../core/outcome/called.ts";
import type { PartState } from "../../../core/way/drawn-way.ts";
import { type WayWords, waySpeech } from "../speech/way.ts";
import { sayCalled } from "./called.ts";
import { sayDownState, sayPart } from "./undecided.ts";
import { closeUp, list } from "./words.ts";

export const settings: Readonly<Record<string, string>> = {
  allowVirtualNetworkAccess: "未允许访问",
  allowForwardedTraffic: "未允许转发流量",
};

/** What passes needs no words. */
export const wayReasons: WayWords["reasons"] = {
  zoneNotLinked: ({ network }) => `区域未链接到 ${network}`,
  linkUnfinished: ({ state }) => `链接为 ${state}`,
  zoneMissing: () => "没有 DNS 区域",
  recordMissing: () => "没有记录",
  serverForwardsUnseen: () => "转发不可见",
  serverDown: ({ state }) => state,
  serverUnknown: () => "应答不可见",
  ownServersLack: () => "自有 DNS 服务器",
  ownServersUnseen: () => "自有 DNS 服务器",
  serverPublic: () => "不知道专用区域",
  proxyOff: () => "DNS 代理已关闭",
  answerStale: ({ addresses }) => `应答 ${list(addresses)}`,
  answerElsewhere: ({ endpoint }) => `${endpoint}：未读取`,
  publicAnswer: () => "公共应答",
  ruleDenies: ({ rule, packet }) => `${rule} 拒绝 ${packet.protocol.toUpperCase()} ${packet.port}`,
  ruleUndecided: () => "无法判定",
  adminDenies: ({ manager }) => `被 ${manager} 拒绝`,
  adminUndecided: () => "无法判定",
  routeDrops: ({ prefix }) => `丢弃 ${prefix}`,
  routesRefused: ({ prefix }) => `没有到 ${prefix} 的路由`,
  routeUnknown: () => "下一跃点未知",
  noPublicAddress: () => "没有公共 IP",
  sourceKept: () => "不转换地址",
  natGatewayBare: () => "没有公共 IP",
  peeringMissing: () => "缺失",
  peeringState: ({ state }) => state,
  peeringForbids: ({ setting }) => settings[setting] ?? setting,
  peeringStale: () => "未同步",
  peeringPartial: () => "仅部分子网",
  transitMissing: () => "网关未共享",
  connectionDown: ({ state }) => `中断：${state}`,
  connectionUnsure: () => "状态未知",
  connectionSkipped: () => "未读取",
  connectionStrange: () => "类型未知",
  farRangeLacks: ({ address }) => `缺少 ${address}`,
  farRangesLearned: () => "范围不可见",
  nothingTaught: () => "没有 BGP 路由",
  farRangeTaken: () => "这里有相同范围",
  selectorsUnsure: () => "选择器不确定",
  selectorsLack: () => "没有选择器",
  circuitDown: ({ part }) => `${sayPart(part)}中断`,
  circuitUnsure: ({ part }) => `${sayPart(part)}不确定`,
  gatewayState: ({ state }) => state,
  gatewayMissing: () => "没有网关",
  gatewayUnjoined: () => "没有连接",
  beyondGateway: () => "之后不可见",
  hopDown: ({ state }) => sayDownState(state),
  hopNotForwarding: () => "不转发",
  hopWithoutWayOut: () => "没有出站途径",
  hopNobody: () => "地址无主",
  hopOpen: () => "状态未知",
  hopRulesUnread: () => "规则未读取",
  firewallDenies: ({ rule }) => `${rule} 拒绝`,
  firewallOpensTls: () => "解密 TLS",
  firewallNoRule: () => "没有放行规则",
  firewallUndecided: () => "无法判定",
  loops: () => "环路",
  otherAppliance: () => "应答走别处",
  targetGone: () => "已不存在",
  listenerUnseen: ({ port }) => `TCP ${port}：不可见`,
  targetUnknown: () => "未读取",
  unread: () => "无法读取",
};

/** Where a check says it: by its id, else by the state. */
export const checks: Readonly<Record<string, string>> = {
  "jump.power": "已关机",
  "peering.both-sides": "缺少一端",
  "dns.link-client": "区域未链接",
  "dns.link-cluster": "区域未链接",
  "dns.link-resolver": "区域未链接",
  "dns.a-record-match": "旧地址",
  "dns.a-record-present": "没有记录",
  "dns.zone-exists": "没有 DNS 区域",
  "dns.custom-servers": "没有应答",
  "pe.exists": "没有终结点",
  "pe.connection-approved": "未批准",
  "firewall.state": "未运行",
  "route.next-hop-alive": "未运行",
  "egress.nat-gateway": "不工作",
  "egress.outbound-consistent": "缺失",
};

export const checksByState: Readonly<Record<string, string>> = {
  "api.authorized-ip-client stops": "地址不在列表中",
  "api.authorized-ip-client unknown": "未说明地址",
  "api.authorized-ip-egress stops": "地址不在列表中",
  "client.network stops": "地址不在其中",
  "client.network unknown": "路径未知",
};

export const states: Readonly<Record<PartState, string>> = {
  passes: "通过",
  stops: "在此中断",
  unknown: "未知",
  notReached: "未到达",
};

export const way = {
  things: {
    you: "你",
    start: "起点",
    nodes: "节点",
    bastion: "Bastion",
    jumpHost: "跳板机",
    name: "名称",
    dnsServer: "DNS 服务器",
    rules: "规则",
    route: "路由",
    peering: "对等互连",
    network: "网络",
    appliance: "设备",
    firewall: "防火墙",
    connection: "连接",
    circuit: "线路",
    gateway: "网关",
    wayOut: "出站途径",
    ranges: "授权 IP",
    apiServer: "API 服务器",
    internet: "Internet",
  } satisfies Record<Thing, string>,
  called: (names: readonly Called[]): string => list(names.map(sayCalled)),
  marks: { passes: "✔", stops: "✖", unknown: "?", notReached: "–" } satisfies Record<PartState, string>,
  states,
  why: waySpeech({ states, reasons: wayReasons, checks, checksByState }),
  /** Above a way on which the verdict does not hang. */
  own: "接入路径，逐步显示：",
  head: "路径",
  saidPart: (thing: string, state: string, why: string) =>
    closeUp(`${thing} ${state}${why === "" ? "" : `，${why}`}`),
  said: (parts: readonly string[]) => `路径：${parts.join("；")}。`,
};
