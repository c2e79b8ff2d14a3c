// What findings say about a cluster's own settings: versions, certificates, its key, and when AKS may work on it.
import type { PoolVersion } from "../../../../core/finding/cluster/cluster.version-skew.ts";
import { utc } from "../../../time.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { closeUp, few, list } from "../words.ts";
import { locked } from "./locked.ts";

const { withNeeds } = chinese.speech;

const timeOf = utc;

const longTermNote = (longTerm: string | null): string =>
  longTerm === null ? "" : `长期支持可持续到 ${longTerm}。`;

const sayPools = (pools: readonly PoolVersion[]): string =>
  few(pools.map(({ pool, version }) => `${pool} 运行 ${version}`));

type VersionId = "cluster.version-support" | "cluster.version-skew" | "cluster.compat-flags";

const versionFindings: Pick<FindingWords<"cluster">, VersionId> = {
  "cluster.version-support": {
    title: "Kubernetes 版本受支持",
    why: "超出支持期后，Kubernetes 中的故障没有人修复，部分操作也会被拒绝。",
    remediation: "计划升级；次要版本需要逐个升级。",
    facts: {
      supported: ({ version, until }) => `AKS 对 Kubernetes ${version} 的支持到 ${until} 为止。`,
      endsSoon: ({ version, until, longTerm }) =>
        `AKS 对 Kubernetes ${version} 的支持即将在 ${until} 结束。${longTermNote(longTerm)}`,
      ended: ({ version, since, longTerm }) =>
        `AKS 对 Kubernetes ${version} 的支持已在 ${since} 结束。${longTermNote(longTerm)}`,
      endedLongAgo: ({ version }) => `AKS 早已不再支持 Kubernetes ${version}。`,
      unknownVersion: ({ version }) =>
        `AKS 对 Kubernetes ${version} 的支持到何时为止，这里不知道：请查看其发布日历。`,
      calendarOld: ({ version, calendarUntil }) =>
        `AKS 对 Kubernetes ${version} 的支持到何时为止，这里只有 ${calendarUntil} 之前的信息：请查看其发布日历。`,
      versionUnsaid: ({ cluster }) => `Azure 没有说明 ${cluster} 运行哪个 Kubernetes 版本。`,
    },
  },
  "cluster.version-skew": {
    title: "节点运行与 API 服务器相同的版本",
    why: "落后超过三个次要版本的节点不受支持，Azure 会拒绝集群的下一次升级。",
    remediation: "升级节点池；其节点会被排空并替换。",
    facts: {
      noPools: () => "集群没有列出自己的节点池。",
      versionUnsaid: () => "Azure 没有说明 API 服务器及其节点运行哪些版本。",
      same: ({ version }) => `所有节点池都运行与 API 服务器相同的版本 ${version}。`,
      tooFar: ({ pools, version, most }) =>
        `API 服务器运行 ${version}，而 ${sayPools(pools)}：落后超过 ${most} 个次要版本，因此下一次升级会被拒绝。`,
      behind: ({ pools, version }) => `API 服务器运行 ${version}，而 ${sayPools(pools)}。`,
    },
  },
  "cluster.compat-flags": {
    title: "集群支持所有接入方式",
    why: "网络中的 Cloud Shell 以及直连 API 服务器的 Bastion 不适用于 AKS Automatic，也不适用于锁定的节点资源组。",
    remediation: "改用其他接入方式：跳板机、运行命令或 VPN。",
    facts: {
      open: () => "集群的类型不排除任何接入方式。",
      locked: ({ by }) =>
        closeUp(`这是 ${locked[by]}：既不支持网络中的 Cloud Shell，也不支持 Bastion 直连其 API 服务器。`),
    },
  },
};

type CertificateId = "cluster.api-certificate" | "cluster.credential-stale";

const certificateFindings: Pick<FindingWords<"cluster">, CertificateId> = {
  "cluster.api-certificate": {
    title: "API 服务器的证书有效",
    why: "2019 年 5 月之前创建的集群，证书有效期为两年；过期后，所有客户端都会拒绝 API 服务器。",
    remediation: "在允许集群中断的时段轮换集群的证书。",
    facts: {
      ageUnsaid: () => "Azure 没有说明集群的创建时间，也没有人报告证书过期。",
      rotated: ({ at }) => `集群的证书已于 ${timeOf(at)} 轮换。`,
      lasts: ({ createdAt }) => `集群创建于 ${timeOf(createdAt)}，那时的证书颁发机构有效期为 30 年。`,
      old: ({ createdAt }) =>
        `集群创建于 ${timeOf(createdAt)}，当时证书颁发机构的有效期为两年：请确认此后已轮换过证书。`,
      expired: ({ cluster, createdAt }) =>
        `${cluster} 的证书已过期：它创建于 ${timeOf(createdAt)}，当时证书有效期为两年，且没有已知的轮换。`,
      saidExpired: () =>
        "你的错误信息说证书已过期：可能是 kubeconfig 或 API 服务器的证书，也可能是你的时钟不准。",
    },
  },
  "cluster.credential-stale": {
    title: "你的 kubeconfig 对应当前的集群",
    why: "证书轮换之前的 kubeconfig，或同名旧集群的 kubeconfig，已无法接入。",
    remediation: "重新获取 kubeconfig。",
    facts: {
      nothingSaid: () => "你的问题中没有关于名称或证书的错误。",
      sameName: ({ name }) => `你的错误信息提到的正是集群自己的 API 服务器 ${name}。`,
      formerServer: ({ cluster, asked, now }) =>
        `你的错误信息提到 ${asked}，而 ${cluster} 的 API 服务器是 ${now}：你的 kubeconfig 属于旧集群或另一个集群。`,
      rotatedSince: ({ cluster, at }) =>
        `${cluster} 的证书已于 ${timeOf(at)} 轮换，而你的 kubeconfig 信任的是旧证书。`,
      notRotated: () =>
        "过去 24 小时内没有已知的集群证书轮换：你的 kubeconfig 可能更旧，或者途中有设备解密 TLS。",
    },
  },
};

export const settingFindings: Pick<
  FindingWords<"cluster">,
  VersionId | CertificateId | "cluster.kms-key" | "cluster.maintenance-window"
> = {
  ...versionFindings,
  ...certificateFindings,
  "cluster.kms-key": {
    title: "集群 KMS 的密钥保管库可用",
    why: "启用 KMS 后，API 服务器需要此保管库中的密钥来读取它保存的所有机密；没有密钥，API 服务器会停止工作。",
    remediation: "在 Azure 仍保留该保管库时将其恢复，或向 AKS 开放其网络；如果已永久删除，请提交支持请求。",
    facts: {
      off: () => "API 服务器保存的内容没有使用你自己的密钥加密。",
      usable: ({ vault }) => `密钥保管库 ${vault} 存在并允许 AKS 访问；其中的密钥是否有效，没有读取。`,
      deleted: ({ vault, purgedAt }) =>
        `API 服务器所需密钥所在的密钥保管库 ${vault} 已被删除；${purgedAt === null ? "" : `在 ${timeOf(purgedAt)} 之前`}可以恢复。`,
      gone: ({ vault, mayBeBroughtBack }) =>
        `API 服务器所需密钥所在的密钥保管库 ${vault} 已不存在${mayBeBroughtBack ? "；能否恢复，未能读取" : "，且无法恢复：集群中的机密再也无法读取，请联系 Azure 支持"}。`,
      closed: ({ vault }) =>
        `API 服务器所需密钥所在的密钥保管库 ${vault} 不允许任何网络访问，而 AKS 要通过它的公共地址访问它。`,
      restricted: ({ vault, letIn }) =>
        `API 服务器所需密钥所在的密钥保管库 ${vault} 只允许 ${letIn} 个网络或地址访问，AKS 不支持这种设置。`,
      privateWithoutNetwork: ({ vault }) =>
        `密钥保管库 ${vault} 是专用的，而 AKS 只有在使用 API Server VNet Integration 时才能访问这样的保管库。`,
      notSeen: ({ vault, needs }) =>
        withNeeds(
          `API 服务器所需密钥所在的密钥保管库 ${vault} 不在你于集群订阅中能看到的保管库之列。`,
          needs,
        ),
      noVaultNamed: () => "KMS 已启用，但集群以这里不认识的形式指定密钥。",
    },
  },
  "cluster.maintenance-window": {
    title: "没有正在进行的计划内维护",
    why: "在计划的维护时段内，AKS 会自行升级节点，API 服务器可能短暂中断。",
    remediation: "等待维护时段结束，或将其改到其他时间。",
    facts: {
      noOperation: () => "没有正在运行的操作，因此维护时段无关紧要。",
      noWindow: () => "有操作正在运行，而 AKS 自身的操作没有计划维护时段。",
      open: ({ window, until }) =>
        `维护时段 ${window} 开放至 ${timeOf(until)}：正在运行的操作可能是 AKS 自己发起的。`,
      closed: ({ windows }) => `当前没有开放的维护时段（${list(windows)}），因此正在运行的操作是由人发起的。`,
      unknown: ({ window }) => `维护时段 ${window} 当前是否开放，无法得知。`,
    },
  },
};
