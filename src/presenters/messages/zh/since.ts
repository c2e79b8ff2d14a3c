// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Verdict } from "../../../core/diagnosis/cause.ts";
import type { Setting } from "../../../core/diagnosis/since/part.ts";
import { chinese } from "../catalogue.ts";
import { sinceSpeech } from "../speech/since.ts";
import { closeUp, counted, few } from "./words.ts";

const { sayChanged } = chinese.speech;

export const settings: Readonly<Record<Setting, string>> = {
  access: "访问权限",
  addresses: "地址",
  addressPrefixes: "范围",
  adminRules: "网络管理器的规则",
  basePolicy: "父策略",
  circuit: "线路",
  circuitPeering: "专用对等互连",
  connectionState: "状态",
  destinations: "目标",
  direction: "方向",
  dnsProxy: "DNS 代理",
  dnsServers: "DNS 服务器",
  domain: "域",
  endpointPolicies: "终结点的网络策略",
  forwards: "转发流量",
  gatewayTransit: "网关传输",
  httpsProxy: "HTTPS 代理",
  leadsOut: "节点的出站途径",
  localGateway: "本地网络网关",
  natGateway: "NAT 网关",
  networks: "网络",
  nextHop: "下一跃点",
  outboundByDefault: "默认出站访问",
  outboundType: "出站类型",
  policy: "策略",
  ports: "端口",
  powerState: "电源状态",
  priority: "优先级",
  privateDnsZone: "专用 DNS 区域",
  protocol: "协议",
  providerState: "提供商处的状态",
  publicAddresses: "公共 IP 地址",
  ranges: "授权 IP 范围",
  reaches: "网络之间的访问",
  refusesLearned: "拒绝学到的路由",
  remoteGateways: "使用另一网络的网关",
  routeTable: "路由表",
  runCommandOff: "运行命令功能已关闭",
  securityGroup: "安全组",
  sourcePorts: "源端口",
  sources: "源",
  state: "状态",
  subnet: "子网",
  sync: "同步",
};

const andMore = counted("{it, plural, =0 {} other {另有 # 项不同。}}");

export const verdicts: Readonly<Record<Verdict, string>> = {
  healthy: "良好",
  degraded: "降级",
  broken: "故障",
  unknown: "未知",
};

const saySince = sinceSpeech(
  {
    settings,
    verdicts,
    on: "启用",
    off: "未启用",
    none: "无",
    few,
    firewallRule: (name) => `防火墙规则 ${name}`,
    changed: (setting, before, after) => `${setting}：${before} → ${after}`,
    added: (thing) => closeUp(`新增 ${thing}`),
    gone: (thing) => closeUp(`${thing} 已不存在`),
    has: (thing, changes) => closeUp(`${thing} 的 ${changes.join("，")}`),
    since: ({ verdict, better, at, told, more }) => {
      const lead = `自 ${at} 的诊断（${verdict}）以来`;
      return `${better ? `${lead}有这些更改` : lead}：${told.join("；")}。${andMore(more)}`;
    },
  },
  sayChanged,
);

export const sinceTexts = { saySince };
