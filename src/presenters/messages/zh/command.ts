// A command: its output, masked and as it is, and why it is not accepted.
import type { commandTexts as en } from "../en/command.ts";
import { closeUp, counted } from "./words.ts";

export const commandTexts: typeof en = {
  commandResult: {
    exit: (code, cluster) => `${code === 0 ? "✔" : "✖"} ${cluster}：退出代码 ${code}`,
    exitUnknown: (cluster) => `? ${cluster}：已结束，退出代码未知`,
    code: (code) => (code === null ? "退出代码未知" : `退出代码 ${code}`),
    ran: (time) => `运行了 ${time}`,
    empty: "命令没有输出。",
    lines: (first, last, total) => `第 ${first} 至 ${last} 行，共 ${total} 行。`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    truncated: "▲ AKS 按自身 512 kB 的上限截断了输出。请缩小范围：命名空间、名称、标签、`--tail 100`。",
    leftOut: (characters) =>
      `▲ 我略去了输出中的 ${characters} 个字符，因为我最多只检查 512 kB 内容中的机密。请缩小范围：命名空间、名称、标签、\`--tail 100\`。`,
    lastLines: (lines) =>
      `▲ kubectl 最多只输出了最后 ${lines} 行（--tail=${lines}）：请换一个行数，或用 --since=1h。`,
    lastOfEach: "▲ 用标签选择 Pod 时，kubectl 对每个 Pod 只输出最后 10 行：加上 --tail=100 可以看到更多。",
    between: (first, last) => `第 ${first} 至 ${last} 行没有在此显示：按“文本”可查看收到的全部内容。`,
    none: (what, where, cluster) => closeUp(`– ${cluster} ${where}没有 ${what}`),
    inNamespace: (namespace) => `的命名空间 ${namespace} 中`,
    inAllNamespaces: "的所有命名空间中都",
    inCluster: "上",
    kubectlSays: (text) => `kubectl 的输出：${text}`,
    noneMatch: "没有符合命令中选择器或名称的对象：去掉它们也许就有。",
    noneOrNoNamespace: "对于不存在的命名空间，kubectl 的输出相同。",
    masked: counted("已遮盖 {it} 个值。"),
    cutLines: counted("有 {it} 行过长，已在 200 个字符处截断。"),
    risk: (text) => `▲ ${text}`,
    clusterAdmin: "▲ 以 cluster-admin 身份运行：此集群没有 Entra 集成。",
  },
  forbidden: {
    title: (cluster) => `✖ Kubernetes 在 ${cluster} 上拒绝了此操作`,
    subtitle: (verb, what, where) => closeUp(`你不能${where}对 ${what} 执行 ${verb}。`),
    inNamespace: (namespace) => `在命名空间 ${namespace} 中`,
    inCluster: "在整个集群范围内",
    others: counted("另有 {it} 种对象也被拒绝。"),
    reached: "集群可以访问并已应答：网络没有问题，缺的是权限。",
    missing: "缺少",
    whoMay: "谁可以",
    next: "下一步",
    kubernetesRight: (verb, what) => `对 ${what} 的 ${verb}，由绑定到你的 Role 授予`,
    whoMayByAzure: (role) => `在那里拥有角色 ${role} 或更大范围角色的人。授予的角色最多需要五分钟生效。`,
    whoMayByAction: (action) => `在那里拥有包含 ${action} 的角色的人。`,
    whoMayByBinding: (namespace) =>
      `绑定所允许的人：\`kubectl get rolebindings,clusterrolebindings -n ${namespace}\` 可列出绑定。`,
    whoMayByClusterBinding: "绑定所允许的人：`kubectl get clusterrolebindings` 可列出绑定。",
    nextByAzure: "请集群所有者授予该角色；最多需要五分钟生效。",
    nextByBinding: "请集群管理员授予该权限，并附上下面的消息。",
    nextNarrower: "用 -n 指定你有权限的命名空间：那里的权限在整个集群范围内看不出来。",
    said: "Kubernetes 的说明",
  },
  unmasked: {
    button: "显示原文",
    asked: (asked) => `显示原文：${asked}`,
    title: (heading) => `${heading}，原文`,
    warning: "▲ 未遮盖。未保存：此卡片是唯一的副本；用完请删除。",
    cut: (lines, total) =>
      `这里只能放下 ${total} 行中的前 ${lines} 行：请缩小范围，例如指定一个对象或加过滤，然后再按一次。`,
    footer: (run, name) => `${run} 以 ${name} 的身份重新运行`,
  },
  sentPrivately: {
    title: "已私下发送",
    subtitle: (name) => `输出只给 ${name}，在与我的聊天中。`,
  },
  refused: {
    instead: "只答复一次的命令",
    ask: "执行这条",
    title: "✖ 命令未被接受",
    subtitle: "没有运行任何命令。",
  },
};
