// What findings about the API server itself say.
import type { controlPlaneFindings } from "../../../../core/inside/findings/control-plane.ts";
import type { InsideWords } from "../../inside-words.ts";
import { few, list } from "../words.ts";
import { sayNeeds } from "./shared.ts";

export const controlPlaneWords: InsideWords<(typeof controlPlaneFindings)[number]> = {
  "k8s.api-ready": {
    title: "API 服务器报告自己已就绪",
    why: "API 服务器会检查自身及其依赖（例如 etcd）；一项检查失败，请求也会失败。",
    remediation:
      "这些部分由 Azure 管理：查看资源的运行状况，并把检查的名称提供给 Azure 支持。如果是 kms，请检查密钥保管库。",
    facts: {
      ready: () => "API 服务器报告自己已就绪。",
      notReady: ({ checks }) => `API 服务器未就绪：${few(checks)} 失败。`,
    },
  },
  "k8s.version": {
    title: "kubectl 与 API 服务器匹配",
    why: "kubectl 适用于与 API 服务器相同的次要版本，以及前后各一个次要版本。",
    remediation: "使用与集群版本一致的 kubectl；如果集群较旧，请升级集群。",
    facts: {
      fits: ({ server, kubectl }) => `API 服务器是 1.${server}，kubectl 是 1.${kubectl}。`,
      apart: ({ server, kubectl }) =>
        `API 服务器是 1.${server}，kubectl 是 1.${kubectl}：两者相差超出了支持范围。`,
    },
  },
  "k8s.whoami": {
    title: "命令以你的身份和权限运行",
    why: "以集群管理员身份运行的命令，无论由谁发送，都可以做任何操作。",
    remediation: "把集群与 Entra 集成，使命令以发送者的权限运行。",
    facts: {
      oneself: () => "集群以你自己的名称识别你。",
      administrator: () => "命令以集群管理员身份运行。",
    },
  },
  "k8s.can-i": {
    title: "Kubernetes 允许你读取集群内检查所需的内容",
    why: "你无权读取的部分可能已出故障，而这里没有人看得到。",
    remediation:
      "申请可以读取它的角色：命名空间用 Azure Kubernetes Service RBAC Reader，节点等用 ClusterRole。",
    facts: {
      all: () => "Kubernetes 没有拒绝你读取其中任何内容。",
      lacks: ({ needs }) => `Kubernetes 不允许你${sayNeeds(needs)}。`,
      notTried: () => "没有读取任何内容，因此也没有被拒绝。",
    },
  },
  "k8s.api-endpoint": {
    title: "Pod 所用的 API 服务器地址与 Azure 给出的一致",
    why: "仍使用停机前地址的 Pod 联系不到任何服务器。",
    remediation: "用 az aks update（不带任何更改）重新应用集群的设置；然后重启无法访问 API 服务器的 Pod。",
    facts: {
      same: ({ addresses }) => `Pod 通过 ${list(addresses)} 访问 API 服务器，与 Azure 给出的一致。`,
      differs: ({ addresses, expected }) =>
        `Pod 通过 ${list(addresses)} 访问 API 服务器，而 Azure 给出的位置是 ${list(expected)}。`,
      none: () => "服务 kubernetes 没有端点：Pod 找不到 API 服务器。",
      notKnown: () => "Azure 给出的 API 服务器位置未读取。",
    },
  },
  "k8s.aks-command": {
    title: "运行命令的 Pod 能启动",
    why: "一条命令的 Pod 无法启动时，下一条命令也不会运行。",
    remediation:
      "查看它们等待的原因：kubectl describe pods -n aks-command。腾出一个没有污点的 Linux 节点，或让节点能访问 mcr.microsoft.com。",
    facts: {
      start: () => "运行命令的 Pod 能启动。",
      noImage: ({ pods }) => `${few(pods)} 无法拉取运行命令的映像。`,
      pending: ({ pods }) => `${few(pods)} 超过一分钟没有找到节点。`,
      leftOver: ({ count }) => `aks-command 中残留 ${count} 个运行命令的 Pod。`,
    },
  },
};
