// Who may do what: the two locks, and how a missing right is given.

import { chinese } from "../catalogue.ts";
import type { rightsTexts as en } from "../en/rights.ts";
import { closeUp, list, or } from "./words.ts";

const { calledCluster } = chinese.speech;

export const rightsTexts: typeof en = {
  scopes: {
    subscription: (id) => `订阅 ${id}`,
    resourceGroup: (name) => `资源组 ${name}`,
  },
  grant: {
    line: "该范围的所有者可以用以下命令授予",
    lineByName: "集群的所有者可以用以下命令授予（在集群所属的订阅中）",
    noLine: (role, cluster) => `${cluster} 的所有者可以在其上授予你 ${role}。`,
  },
  denied: {
    title: (cluster) => closeUp(`✖ 不允许在 ${calledCluster(cluster)} 上执行`),
    subtitle: "此机器人的策略拒绝了它。没有运行任何命令。",
    why: "原因",
    wouldAllow: "谁可以",
    whoMay: (names, known) => {
      if (names.length === 0) return "没有人：必须由维护此机器人策略的人来更改策略。";
      const members = `${or(names)} 的成员`;
      return known ? `${members}：请他们来运行，或请该组的所有者把你加入。` : `${members}。`;
    },
  },
  azureDenied: {
    title: (cluster) => `✖ Azure 拒绝：${cluster}`,
    subtitle: "此机器人的策略允许，但你在 Azure 中的权限不允许。没有运行任何命令。",
    action: "缺少",
    scope: "范围",
    anyScope: (cluster) => `集群 ${cluster} 或其订阅（你在 Azure 中看不到任何集群）`,
    role: "角色",
    someone: "OBJECT_ID",
  },
  whoAmI: {
    title: (name) => `你是 ${name}`,
    objectId: "对象 ID",
    tenant: "租户",
    groups: "组",
    noGroups: "没有策略所知的组",
    groupsUnknown: (reason) => `? 未能读取。${reason}`,
    diagnose: "可以诊断",
    lookInside: "可以查看内部",
    watch: "可以关注",
    run: "可以运行",
    change: "可以更改",
    fix: "可以让修复在 Azure 中执行",
    nothing: "无",
    rest: "Azure 和集群自身的访问控制同样起作用。",
  },
  canI: {
    approval: "批准",
    yes: (cluster) => `✔ 在 ${cluster} 上可以`,
    no: (cluster) => `✖ 在 ${cluster} 上不可以`,
    maybe: (cluster) => `? 在 ${cluster} 上不确定`,
    bothOpen: "策略和 Azure 都允许。没有运行任何命令。",
    onlyReads: "没有运行任何命令。",
    modeShut: "当前模式不允许。没有运行任何命令。",
    mode: "模式",
    policyShut: "此机器人的策略不允许。没有运行任何命令。",
    azureShut: "策略允许，但你在 Azure 中的权限不允许。没有运行任何命令。",
    azureUnknown: "策略允许，但未能读取你在 Azure 中的权限。没有运行任何命令。",
    policy: "机器人策略",
    policyAllows: (rule) => `✔ 规则 ${rule} 允许`,
    policyPersonal: "输出只给你本人",
    output: "输出",
    outputThread: "显示在会话中",
    azure: "Azure",
    azureAllows: "✔ 允许",
    azureMissing: (action, scope) => `✖ 在 ${scope} 上缺少 ${action}`,
    need: (action, scope) => `${scope} 上的 ${action}`,
    azureOpen: (needs) => (needs.length === 0 ? "? 未能读取" : `? 未能读取：${list(needs)}`),
    role: "角色",
  },
};
