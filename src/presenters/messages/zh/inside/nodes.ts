// What findings about nodes say.
import type { nodeFindings } from "../../../../core/inside/findings/nodes.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";

const silentOnes = counted("{it, plural, =0 {} other {其中 # 个已没有消息。}}");

const whileAzureWorks = (byUpgrade: boolean): string => (byUpgrade ? "，同时 Azure 有操作正在运行" : "");

export const nodeWords: InsideWords<(typeof nodeFindings)[number]> = {
  "k8s.nodes-ready": {
    title: "所有节点均为 Ready",
    why: "不是 Ready 的节点不接受 Pod；没有 Ready 的系统节点，集群就没有 DNS 和隧道。",
    remediation:
      "没有消息的节点无法访问 API 服务器：先检查节点的出站路径。否则查看该节点：kubectl describe node。几分钟后 AKS 会自行修复节点。",
    facts: {
      allReady: ({ count }) => `${count} 个节点，均为 Ready。`,
      someNotReady: ({ nodes, unknown, of }) =>
        `${of} 个节点中，${few(nodes)} 不是 Ready。${silentOnes(unknown)}`,
      noSystemReady: ({ nodes, unknown, of }) =>
        `没有系统节点为 Ready：${few(nodes)}（共 ${of} 个节点）。${silentOnes(unknown)}`,
      noNodes: () => "集群没有列出节点。",
    },
  },
  "k8s.node-pressure": {
    title: "没有节点耗尽内存、磁盘或进程",
    why: "有压力的节点会驱逐 Pod，且不再接受新的 Pod。",
    remediation: "扩展节点池，或为其 Pod 设置限制；如果磁盘被映像占满，请清理磁盘。",
    facts: {
      none: () => "没有节点处于压力之下。",
      onSystem: ({ nodes, conditions }) => `系统节点 ${few(nodes)} 处于 ${list(conditions)}。`,
      onOthers: ({ nodes, conditions }) => `${few(nodes)} 处于 ${list(conditions)}。`,
      problems: ({ nodes, conditions }) => `节点 ${few(nodes)} 报告 ${list(conditions)}。`,
    },
  },
  "k8s.node-cordoned": {
    title: "没有节点被封锁（cordon）",
    why: "被封锁的节点不接受新的 Pod；可能有人忘了解除封锁。",
    remediation: "解除节点的封锁，除非升级或某人正在处理它们。",
    facts: {
      none: () => "没有节点被封锁（cordon）。",
      some: ({ nodes, byUpgrade }) => `${few(nodes)} 被封锁（cordon）${whileAzureWorks(byUpgrade)}。`,
      all: ({ nodes, byUpgrade }) =>
        `没有节点接受 Pod：${few(nodes)} 被封锁（cordon）${whileAzureWorks(byUpgrade)}。`,
    },
  },
  "k8s.node-lease": {
    title: "所有节点都与 API 服务器保持联系",
    why: "节点每十秒续订一次租约；没有续订的节点已与 API 服务器失联。",
    remediation: "检查节点到 API 服务器的路径：名称、路由、安全组、防火墙。",
    facts: {
      allRenew: ({ count }) => `${count} 个节点在最近一分钟内续订了租约。`,
      silent: ({ nodes, of }) => `${of} 个节点中，${few(nodes)} 最近没有联系 API 服务器。`,
      noLease: () => "没有节点有租约。",
    },
  },
  "k8s.node-version": {
    title: "节点版本与 API 服务器一致",
    why: "节点最多可以比 API 服务器旧三个次要版本，绝不能更新。",
    remediation: "把节点池升级到控制平面的版本。",
    facts: {
      same: () => "所有节点的版本都与 API 服务器一致。",
      notSaid: () => "并非所有节点都给出了版本。",
      behind: ({ nodes, server, oldest }) =>
        `${few(nodes)} 比 API 服务器旧：节点为 1.${oldest}，API 服务器为 1.${server}。`,
      unsupported: ({ nodes, server, oldest }) =>
        `${few(nodes)} 与 API 服务器相差过大：节点为 1.${oldest}，API 服务器为 1.${server}。`,
    },
  },
  "k8s.kubelet-serving": {
    title: "节点使用集群颁发的证书提供服务",
    why: "由集群自己的颁发机构签发的证书会自动续订；其他证书会过期，届时日志也无法获取。",
    remediation: "升级节点池的节点映像，并移除选择退出的标记。",
    facts: {
      all: () => "所有节点都使用集群颁发的证书提供服务。",
      without: ({ nodes, of }) => `${of} 个节点中，${few(nodes)} 没有使用集群颁发的证书。`,
      noNodes: () => "集群没有列出节点。",
    },
  },
  "k8s.invoke-capacity": {
    title: "有节点可以容纳运行命令",
    why: "命令的 Pod 需要没有污点的 Linux 节点上的 200 millicores 和 500 MiB。",
    remediation: "扩展一个没有污点的 Linux 池，或从其中移走一些负载。",
    facts: {
      hadRoom: () => "有节点容纳了这次检查的 Pod。",
      noRoom: () => "没有节点及时容纳命令的 Pod。",
      notTried: () => "没有放置命令，因此无从得知。",
    },
  },
};
