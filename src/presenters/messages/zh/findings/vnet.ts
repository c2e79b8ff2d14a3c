// What findings about `vnet.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { list } from "../words.ts";

export const vnetFindings: FindingWords<"vnet"> = {
  "vnet.cluster-subnet": {
    title: "集群的网络和子网存在",
    why: "网络的一切从这里开始；没有子网，AKS 无法运行。",
    remediation: "用原来的地址范围恢复子网。",
    facts: {
      subnetFailed: ({ subnet }) => `节点的子网 ${subnet} 处于 Failed 状态。`,
      allThere: ({ network }) => `网络 ${network} 和节点的子网存在。`,
      subnetsGone: ({ network, subnets }) => `集群的网络 ${network} 中已没有子网 ${list(subnets)}。`,
      noSubnet: ({ network }) => `Azure 在 ${network} 中没有列出节点的子网。`,
      networkFailed: ({ network }) => `集群的网络 ${network} 处于 Failed 状态。`,
    },
  },
  "vnet.peer-state": {
    title: "沿途的网络设置完好",
    why: "更改失败后，网络实际的对等互连、DNS 服务器和子网可能与显示的不同。",
    remediation: "修复导致更改失败的问题后，重新应用该网络的设置。",
    facts: {
      changeFailed: ({ network }) => `网络 ${network} 的上次更改失败，因此可能没有全部生效。`,
      setUp: () => "其他网络设置完好。",
      noneRead: () => "没有读取其他网络。",
    },
  },
};
