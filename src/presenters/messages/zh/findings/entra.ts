// What findings about `entra.*` say.
import type { FindingWords } from "../../finding-words.ts";

const notIntegrated = () => "集群未与 Entra 集成。";

export const entraFindings: FindingWords<"entra"> = {
  "entra.managed-aad": {
    title: "集群已与 Entra 集成",
    why: "没有 Entra 时，持有用户 kubeconfig 的人就是集群管理员。",
    remediation: "请集群所有者将其与 Entra 集成；此操作无法撤消，且每份 kubeconfig 都要重新获取。",
    facts: {
      integrated: () => "集群已与 Entra 集成。",
      notIntegrated: ({ cluster }) => `${cluster} 未与 Entra 集成：持有其 kubeconfig 的人就是管理员。`,
      legacy: ({ cluster }) => `${cluster} 使用 Entra 托管集成之前的旧集成，Azure 已不再支持。`,
    },
  },
  "entra.azure-rbac": {
    title: "集群内的权限在哪里授予是已知的",
    why: "它说明缺少的权限在哪里授予：Azure 中的角色分配，或集群内的绑定。",
    remediation: "先在 Azure 中授予角色，再启用 Azure RBAC；或把绑定保存在可以恢复的地方。",
    facts: {
      notIntegrated,
      byAzure: () => "集群内的权限通过 Azure 中的角色分配授予。",
      byKubernetes: ({ cluster }) => `${cluster} 的权限由集群内的绑定授予，Azure 不显示这些绑定。`,
      byNobody: ({ cluster }) => `${cluster} 不检查任何人的权限：进得去的人可以做任何操作。`,
    },
  },
  "entra.local-accounts": {
    title: "本地帐户已禁用且你没有使用",
    why: "禁用本地帐户后，`--admin` 会被拒绝；启用时，则存在一个不留姓名的入口。",
    remediation:
      "去掉 `--admin`，用 Entra 登录：kubelogin convert-kubeconfig -l azurecli 会让 kubectl 使用你的登录。",
    facts: {
      off: () => "本地帐户已禁用：所有人都用 Entra 登录。",
      onlyWay: () => "集群未与 Entra 集成，只能用本地帐户进入。",
      backDoor: ({ cluster }) => `${cluster} 除 Entra 外还启用了本地帐户：谁在使用它们，无从得知。`,
      nobody: ({ cluster }) => `${cluster} 禁用了本地帐户，又未与 Entra 集成：谁都无法登录。`,
      adminRefused: ({ cluster }) =>
        `${cluster} 禁用了本地帐户，因此 Azure 不向任何人提供管理员 kubeconfig：网络没有问题。`,
    },
  },
  "entra.tenant": {
    title: "你的租户就是集群的租户",
    why: "API 服务器拒绝其他租户的令牌；在自己租户登录的来宾得到的就是这种令牌。",
    remediation: "登录到集群的租户，并重新获取 kubeconfig。",
    facts: {
      notIntegrated,
      trustedUnsaid: () => "集群没有给出其 Entra 租户。",
      ownUnknown: () => "你的令牌来自哪个租户，无法得知。",
      trusted: () => "你的令牌来自集群信任的租户。",
      notTrusted: ({ own, trusted }) => `你的令牌来自租户 ${own}，而集群只信任 ${trusted}。`,
    },
  },
  "entra.admin-group": {
    title: "有一个组是集群管理员",
    why: "集群内的绑定丢失时，只有集群管理员能进入。",
    remediation: "用 `az aks update --aad-admin-group-object-ids` 指定管理员组。",
    facts: {
      notIntegrated,
      byAzure: () => "管理员由 Azure 中的角色分配指定。",
      set: ({ groups }) => `有 ${groups} 个组是集群管理员。`,
      none: ({ cluster }) => `${cluster} 没有管理员组：如果其绑定丢失，谁都进不去。`,
    },
  },
};
