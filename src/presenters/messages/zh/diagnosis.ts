// A diagnosis: cause, findings, fix, what stayed open.

import { chinese } from "../catalogue.ts";
import type { diagnosisTexts as en } from "../en/diagnosis.ts";
import { and, closeUp, counted, dotted, few, list, message } from "./words.ts";

const ownAddressShown = chinese.speech.ownAddressShown();

const failed = counted("{it, plural, =0 {} other {# 项失败}}");
const failedChecks = counted("{it, plural, =0 {} other {# 项检查失败}}");
const warnings = counted("{it, plural, =0 {} other {# 项警告}}");
const notAssessed = counted("{it, plural, =0 {} other {# 项未评估}}");
const fine = counted("{it, plural, =0 {} other {# 项正常}}");
const notSetUp = counted("{it, plural, =0 {} other {# 项未设置}}");
const openBecause = message<{ count: number; names: string; why: string }>(
  "? {count, plural, =1 {{names}：{why}} other {{why}因此未评估：{names}。}}",
);

const orInternet = (ip: string): string => (ip === "" ? "Internet" : ip);

export const diagnosisTexts: typeof en = {
  diagnosis: {
    title: (verdict, cluster) => `${verdict}：${cluster}`,
    doesNotReach: (ip, cluster) => `✖ ${orInternet(ip)} 无法访问 ${cluster}`,
    cutOff: (cluster) => `✖ 从你所在的地方无法访问 ${cluster}`,
    mayNotReach: (ip, cluster) => `? ${orInternet(ip)} 可能无法访问 ${cluster}`,
    badge: (fail, warn) => dotted([failedChecks(fail), warnings(warn)]),
    confidence: { certain: "确定", likely: "可能" },
    cause: (confidence, check, resource, why) => dotted([confidence, check, resource, why]),
    changed: (time, what) => `更改于 ${time}：${what}。`,
    unchanged: "从活动日志的最新条目看，过去 24 小时内没有人更改集群或其网络。",
    noCause: "无法指出单一原因。下面的发现彼此独立。",
    problems: "失败项",
    alsoProblems: "其他发现",
    needs: {
      "nodes.api": "节点访问 API 服务器",
      "api.nodes": "API 服务器访问节点",
      "nodes.nodes": "节点互相访问",
      "pods.dns": "Pod 访问集群的 DNS",
      "nodes.dns": "节点访问其网络的 DNS 服务器",
      "nodes.egress": "节点访问 AKS 所需的外部地址",
      "people.api": "人从附近访问 API 服务器",
      "container.api": "带 SSH 的容器访问 API 服务器",
      "shell.api": "网络中的 Cloud Shell 访问 API 服务器",
      "desktop.api": "会话主机访问 API 服务器",
      "gateway.api": "人通过网关访问 API 服务器",
      "gateway.name": "网关的网络知道 API 服务器的名称",
      "bastion.jump": "Bastion 访问跳板机",
      "jump.entry": "有人可以进入跳板机",
      "bastion.api": "Bastion 访问 API 服务器",
      "nodes.services": "节点互相访问 webhook 所在的端口",
    },
    result: "结果",
    finding: "发现",
    moreProblems: counted("“全部检查”中还有 {it} 项发现。"),
    consequences: counted("另有 {it} 项发现由该原因引起，应会随之消失。"),
    fix: "修复",
    remedy: "怎么办",
    risk: (risk, disruptive) => `${disruptive ? "▲ 会造成中断。" : ""}${risk}`,
    who: (role) => `谁可以：${role === "" ? "由 Kubernetes 决定" : role}。`,
    likely: "? 可能，但不确定：这条路径上有内容未能读取。",
    ways: "目前的接入方式",
    none: "✖ 无",
    noWays: "目前没有可用的接入方式。",
    waysUnknown: "? 未知",
    waysUnread: "未能读取集群，因此无法评估接入方式。",
    noWaysStopped: (cluster) => `${cluster} 停止期间没有接入方式。`,
    waysHealthy: "接入方式",
    wayHere: (isSure) =>
      isSure
        ? "kubectl 可以在此聊天中使用：发送 `kubectl …`，或按按钮。"
        : "kubectl 也许可以在此聊天中使用：按按钮试试。",
    wayText: (title, reason) => `${title}：${reason}`,
    perhapsWays: (titles) => `? 也许还有：${few(titles)}。`,
    blockedWays: (titles) => `✖ 受阻：${few(titles)}。`,
    offWays: (titles) => `– 此集群已关闭：${few(titles)}。`,
    healthyText: (cluster, place) =>
      place === ""
        ? `如果仍然无法连接，请告诉我从哪里连接：diagnose ${cluster} from ADDRESS。${ownAddressShown}`
        : "如果仍然无法连接，请检查你自己这一侧：DNS 缓存、代理、VPN 配置文件、kubeconfig、防火墙。",
    unknown: "未能评估",
    unknownText: (role, scope, checks) => `? 有 ${scope} 上的 ${role} 即可评估：${few(checks)}。`,
    unknownOther: (titles, summary) =>
      openBecause({ count: titles.length, names: few(titles), why: summary }),
    unknownMore: (count) => `“全部检查”中还有 ${count} 项。`,
    roles: and,
    details: (total) => `全部 ${total} 项检查`,
    groups: {
      cluster: "集群和 API 服务器",
      inside: "集群内部",
      name: "名称（DNS）",
      network: "路由和对等互连",
      rules: "防火墙规则",
      nodes: "节点和出站途径",
      entry: "Bastion、跳板机、VPN",
      run: "运行命令",
      rights: "你的权限",
      other: "其他",
    },
    groupMark: ({ fail, warn, open, pass }) =>
      fail > 0 ? "✖" : warn > 0 ? "▲" : open > 0 ? "?" : pass > 0 ? "✔" : "–",
    groupCounts: ({ fail, warn, open, pass, off }) =>
      list([failed(fail), warnings(warn), notAssessed(open), fine(pass), notSetUp(off)]),
    names: list,
    more: "ID 和证据",
    fixLine: "修复",
    lessEvidence: {
      all: "",
      problems: "通过的检查的证据在此放不下。",
      counts: "在此只能放下异常的内容；命令行会输出每项检查。",
      trouble: "通过的检查的证据在此放不下。",
      none: "证据和各项权限在此都放不下；命令行会输出它们。",
    },
    from: (place) => closeUp(`从 ${place} 看`),
    askIfStill: "如果仍然无法连接：你在哪里？我会记住十二小时。",
    askPlace: "你在哪里？接入方式取决于此；我会记住十二小时。",
    places: { internet: "Internet", gateway: "办公室或 VPN", azure: "Azure 中的虚拟机" },
    placeButtons: { internet: "家里、Internet", gateway: "办公室或 VPN", azure: "Azure 虚拟机" },
    saidEarlier: (place, time) => `${place}（你于 ${time} 说明）`,
    fromPlace: (place, end) => {
      if (end === "delivered") return closeUp(`✔ 从 ${place} 可以访问 API 服务器。`);
      return closeUp(
        end === "stopped"
          ? `✖ 从 ${place} 无法访问 API 服务器。`
          : `? 从 ${place} 能否访问 API 服务器，没有得到证实。`,
      );
    },
    wasCause: "这是原因吗？",
    wasRight: "结论正确吗？",
  },
};
