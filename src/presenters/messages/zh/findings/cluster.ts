// What findings about `cluster.*` say.

import type { ErrorMeaning } from "../../../../core/finding/cluster/cluster.provisioning-failed.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { utc } from "../../../time.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { closeUp, list } from "../words.ts";
import { settingFindings } from "./cluster-settings.ts";

const { sayChange } = chinese.speech;
const timeOf = utc;
const timeText = ({ time }: Readonly<{ time: string }>): string => utc(time);
const { sayUnread } = chinese.speech;
const { sayOperation } = chinese.speech;

const meanings: Readonly<Record<ErrorMeaning, string>> = {
  subnetFull: "子网没有供其节点使用的空闲地址",
  portsShort: "负载均衡器的地址没有足够的端口供所有节点使用",
  roleLacking: "集群的标识在必须更改的资源上缺少角色",
  loadUnreachable: "新节点无法访问启动时要下载的内容，请检查路由、防火墙和 DNS",
  apiUnreachable: "新节点能解析 API 服务器的名称但无法访问它，请检查安全组、路由和授权 IP 范围",
  nameUnknown: "新节点无法解析 API 服务器的名称，请检查 DNS 服务器和 DNS 区域的链接",
  podsKept: "PodDisruptionBudget 不允许 Pod 离开节点",
};

export const clusterFindings: FindingWords<"cluster"> = {
  ...settingFindings,
  "cluster.exists": {
    title: "集群存在且可读取",
    why: "订阅错误、名称错误或缺少读取权限，是最常见的误报原因。",
    remediation: "请所有者在集群上授予你 Reader 角色；如果集群已被删除，请重新创建。",
    facts: {
      deleted: ({ cluster, at, by }) =>
        `${cluster} 已于 ${timeOf(at)} ${by === null ? "" : `由 ${by} `}删除；集群无法恢复，必须重新创建。`,
      deleting: ({ cluster }) => `${cluster} 正在被删除。`,
      readable: ({ cluster, location }) => `${cluster} 可读取，位于 ${location}。`,
    },
  },
  "cluster.operation-in-progress": {
    title: "没有长时间操作占用集群",
    why: "升级或轮换期间 API 服务器可能重启，在操作结束之前，任何修复都会被拒绝。",
    remediation: "等待操作结束；只有在它卡住时才中止。",
    facts: {
      none: () => "没有正在运行的操作。",
      running: ({ all, rotates }) =>
        `有操作正在运行：${list(all.map(sayOperation))}。在结束之前，Azure 会拒绝那里的其他更改。${rotates ? "API 服务器可能最多有 30 分钟不可用。" : ""}`,
    },
  },
  "cluster.power-state": {
    title: "集群正在运行",
    why: "已停止的集群没有控制平面，其专用名称也可能已不存在。",
    remediation: "启动集群，然后重新诊断。",
    facts: {
      stopped: ({ cluster }) => `${cluster} 已停止，因此没有 API 服务器。`,
      running: ({ cluster }) => `${cluster} 正在运行。`,
      unsaid: ({ cluster }) => `Azure 没有说明 ${cluster} 是否正在运行。`,
    },
  },
  "cluster.provisioning-failed": {
    title: "集群上的上次操作成功",
    why: "失败的操作本身不会让 API 服务器停止，但它指出了故障，并会让之后的修复也失败。",
    remediation: "修复错误所指出的问题，然后让 AKS 重新协调集群。",
    facts: {
      succeeded: () => "集群上的上次操作成功。",
      canceled: ({ cluster }) => `${cluster} 上的上次操作已取消。`,
      failed: ({ cluster, code, meaning }) =>
        `${cluster} 上的上次操作失败${code === "" ? "" : `，错误为 ${code}`}${meaning === null ? "" : `：${meanings[meaning]}`}。`,
      notEnded: ({ state }) => `上次操作尚未结束；cluster.operation-in-progress 显示其状态为 ${state}。`,
    },
  },
  "cluster.recent-change": {
    title: "过去 24 小时的更改",
    why: "故障发生前不久的更改，是找到原因的最佳线索。",
    remediation: "询问做出更改的人；是否撤消由人决定。",
    facts: {
      nothing: () => "过去 24 小时内，集群及通往它的路径上没有任何更改。",
      newest: ({ change, of, doubt }) => {
        const more = of === 1 ? "" : `这是 24 小时内 ${of} 项更改中最新的一项。`;
        const unread = doubt === null ? "" : `可能还有更多更改：${withoutIds(sayUnread(doubt))}`;
        return closeUp(`${timeText(change)}，${sayChange(change)}。${more}${unread}`);
      },
    },
  },
  "cluster.resource-health": {
    title: "Azure 报告集群可用",
    why: "平台事件不需要你来修复，也不应为此更改任何设置。",
    remediation: "关注服务运行状况；如果是计划外事件且持续超过 30 分钟，请提交支持请求。",
    facts: {
      available: () => "Azure 报告集群可用。",
      incident: () => "Azure 自己报告集群不可用：这是平台事件。",
      unheard: () => "Azure 自身的运行状况检查已有几分钟没有收到集群的消息。",
      reported: ({ state }) => `Azure 报告集群的状态为“${state}”。`,
    },
  },
};
