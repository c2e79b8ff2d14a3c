// What findings about `access.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and, list } from "../words.ts";

export const accessFindings: FindingWords<"access"> = {
  "access.arm-read": {
    title: "你可以读取沿途的全部资源",
    why: "你无权读取的部分没有人评估：故障可能就藏在那里。",
    remediation: "请所有者在所列资源上授予你 Reader 角色，或激活一个包含该权限的角色。",
    facts: {
      mayReadAll: () => "沿途没有任何内容拒绝你读取。",
      mayNotRead: ({ scopes }) => `你无权读取以下资源的全部内容：${list(scopes)}。`,
    },
  },
  "access.pim-eligible": {
    title: "你可以激活的角色",
    why: "激活已分配给你的角色，比申请新角色更快。",
    remediation: "在门户的 Privileged Identity Management 中激活它，然后重新提问。",
    facts: {
      noneFound: () => "没有任何内容拒绝你读取，或者你在那里没有可激活的角色。",
      mayActivate: ({ roles }) => `你可以激活 ${and(roles.map(({ role, on }) => `${role}（${on}）`))}。`,
    },
  },
  "access.kubeconfig": {
    title: "你可以下载 kubeconfig",
    why: "除运行命令外，所有接入方式都从 `az aks get-credentials` 开始。",
    remediation: "请所有者在集群上授予你 Azure Kubernetes Service Cluster User Role。",
    facts: {
      mayFetch: () => "你可以下载 kubeconfig。",
      lacks: ({ action, cluster }) => `你在 ${cluster} 上缺少 ${action}，因此无法下载 kubeconfig。`,
    },
  },
  "access.kubernetes-role": {
    title: "Kubernetes 允许你要做的操作",
    why: "`Forbidden` 是 API 服务器给出的答复：网络没有问题，缺的是权限。",
    remediation: "用 -n 指定命名空间，或请集群所有者授予更大范围的角色。",
    facts: {
      mayRead: () => "你在 Azure 中的角色允许你读取整个集群的 Pod。",
      byKubernetes: () => "你的权限由集群内的绑定决定，Azure 不显示这些绑定。",
      noneOnCluster: ({ cluster }) =>
        `你在 Azure 中的角色都不允许读取整个 ${cluster} 的 Pod；仅针对某个命名空间的角色在这里看不到。`,
      lacks: ({ verb, what, action, cluster }) =>
        `Kubernetes 拒绝你在 ${cluster} 中对 ${what} 执行 ${verb}，因为你在 Azure 中的角色都不包含那里的 ${action}：网络没有问题。`,
      notBound: ({ verb, what, cluster }) =>
        `Kubernetes 拒绝你对 ${what} 执行 ${verb}，因为 ${cluster} 中没有绑定允许它：网络没有问题。`,
      holdsNow: ({ verb, what, cluster }) =>
        `你在 Azure 中的角色允许你在 ${cluster} 中对 ${what} 执行 ${verb}：如果是刚分配的，最多需要五分钟生效。`,
    },
  },
};
