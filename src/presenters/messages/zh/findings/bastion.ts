// What findings about `bastion.*` say.

import type { BastionGroupFact, Doubt } from "../../../../core/finding/bastion/bastion-group.ts";
import type { OwnSubnetFact } from "../../../../core/finding/bastion/own-subnet.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";
import { list } from "../words.ts";

const ownAddressShown = chinese.speech.ownAddressShown();

const isOpen = (what: string, because: Doubt): string => `无法确定 ${what}：${sayRuleDoubt(because)}。`;

const ownSubnetFacts: Says<OwnSubnetFact> = {
  inNoSubnet: ({ bastion }) => `${bastion} 是 Developer 主机，不位于任何子网中。`,
  subnetUnlisted: ({ bastion, network }) => `${bastion} 的子网不在 ${network} 的子网之列。`,
};

const groupFacts: Says<BastionGroupFact> = {
  ...ownSubnetFacts,
  noGroup: ({ subnet }) => `${subnet} 上没有安全组。`,
};

export const bastionFindings: FindingWords<"bastion"> = {
  "bastion.client-address": {
    title: "Bastion 允许你的地址进入",
    why: "Bastion 前面的安全组可能只允许部分地址进入，例如办公室的地址。",
    remediation: "从这些地址之一连接，或请人把你的地址加入规则。",
    facts: {
      ...groupFacts,
      letsIn: ({ group, ip, bastion }) => `${group} 允许 ${ip} 访问 ${bastion}。`,
      open: ({ group, ip, bastion, because }) => isOpen(`${group} 是否允许 ${ip} 访问 ${bastion}`, because),
      shutsOut: ({ group, ip, bastion, ranges }) =>
        ranges.length === 0
          ? `${group} 不允许任何人访问 ${bastion}，包括你的地址 ${ip}。`
          : `${group} 只允许 ${list(ranges)} 访问 ${bastion}，不包括你的地址 ${ip}。`,
      letsAllIn: ({ group, bastion }) => `${group} 允许从任何地方访问 ${bastion}。`,
      namesNobody: ({ group }) => `${group} 的规则没有按地址允许任何人进入。`,
      dependsOnAddress: ({ group, bastion, ranges }) =>
        `取决于你的地址：${group} 只允许从 ${list(ranges)} 访问 ${bastion}。${ownAddressShown}`,
    },
  },
  "bastion.exists": {
    title: "有 Bastion 主机服务于这些网络",
    why: "Bastion 让你从 Internet 进入没有公共 IP 地址的跳板机。",
    remediation: "在跳板机所在的网络中创建 Bastion 主机；启用隧道的 Standard 还支持 ssh。",
    facts: {
      found: ({ bastion, network }) =>
        `Bastion 主机 ${bastion} ${network === null ? "存在" : `位于 ${network}`}。`,
    },
  },
  "bastion.nsg-rules": {
    title: "安全规则允许 Bastion 工作",
    why: "Bastion 子网上的安全组需要八条规则；缺少任何一条，会话或平台更新都会中断。",
    remediation: "添加缺少的规则。",
    facts: {
      ...groupFacts,
      deniesNeeded: ({ group, bastion, rules }) =>
        `${group} 拒绝了 Bastion 主机 ${bastion} 必需的流量：${list(rules)}。`,
      deniesWanted: ({ group, bastion, rules }) =>
        `${group} 拒绝了 Bastion 主机 ${bastion} 应有的流量：${list(rules)}。`,
      open: ({ group, bastion, rule, port, because }) =>
        isOpen(`${group} 是否为 ${bastion} 允许 ${rule} 的端口 ${port}`, because),
      letsThrough: ({ group, bastion }) => `${group} 放行了 ${bastion} 的会话所需的流量。`,
    },
  },
  "bastion.provisioning": {
    title: "Bastion 已预配",
    why: "部署失败或正在更改的主机不接受会话。",
    remediation: "重新应用该主机的设置；如果仍然失败，请删除并重新创建。",
    facts: {
      changeFailed: ({ bastion }) => `Bastion 主机 ${bastion} 的上次更改失败，因此它可能不接受会话。`,
      deleting: ({ bastion }) => `Bastion 主机 ${bastion} 正在被删除。`,
      provisioned: ({ bastion }) => `${bastion} 已预配。`,
    },
  },
  "bastion.public-ip": {
    title: "Bastion 的公共 IP 地址合适",
    why: "Bastion 需要 Standard SKU 的静态地址。",
    remediation: "为该主机分配 Standard 静态地址。",
    facts: {
      hasNone: ({ bastion }) => `${bastion} 没有自己的公共 IP 地址。`,
      notLookedAt: ({ bastion }) => `${bastion} 的公共 IP 地址没有读取：仅为给出建议不读取它。`,
      fits: ({ address }) => `${address} 是 Standard SKU 的静态地址。`,
      ofOldKind: ({ address, sku, allocation }) =>
        `${address} 的分配方式为 ${allocation || "非静态"}，SKU 为 ${sku}，Bastion 已不再支持。`,
    },
  },
  "bastion.reach": {
    title: "Bastion 可以访问跳板机",
    why: "Bastion 可以访问自身网络和直接对等互连的网络中的虚拟机，但不能跨两跳。",
    remediation: "为两个网络建立对等互连，或在跳板机所在的网络中创建 Bastion 主机。",
    facts: {},
  },
  "bastion.sku-features": {
    title: "Bastion 支持 ssh 和隧道",
    why: "只有 Standard 或 Premium SKU 并启用隧道时，自己的 ssh、隧道和编辑器才能通过 Bastion。",
    remediation: "现在先用浏览器，或把 SKU 提升到 Standard 并启用隧道。",
    facts: {
      browserOnly: ({ bastion }) => `${bastion} 是 Developer 主机，只能在浏览器中使用。`,
      takesTools: ({ bastion }) => `${bastion} 支持浏览器，也支持 ssh 和隧道。`,
      refusesTools: ({ bastion, lack }) =>
        `Bastion 主机 ${bastion} ${lack === "sku" ? "的 SKU 是 Basic" : "未启用隧道"}，因此支持浏览器，但不支持 ssh 和隧道。`,
    },
  },
  "bastion.subnet": {
    title: "Bastion 的子网合适",
    why: "子网太小会让 Bastion 无法缩放和更新，而子网上的路由表会中断会话。",
    remediation: "移除路由表；如需更大的子网，请先删除主机，再重新创建两者。",
    facts: {
      ...ownSubnetFacts,
      sizeUnknown: ({ subnet }) => `${subnet} 的地址范围未知。`,
      fits: ({ subnet }) => `${subnet} 足够大，且没有自己的路由。`,
      ofOldSize: ({ subnet, bits }) => `${subnet} 是 /${bits}，只有 2021 年 11 月之前创建的主机可以保留。`,
      tooSmall: ({ subnet, bits }) => `${subnet} 是 /${bits}；Bastion 需要 /26 或更大的子网。`,
      hasRoutes: ({ subnet, table }) => `${subnet} 上有路由表 ${table}，Bastion 不支持。`,
      delegated: ({ subnet, to }) => `${subnet} 已委托给 ${list(to)}。`,
    },
  },
  "bastion.user-roles": {
    title: "你可以通过 Bastion 连接",
    why: "在虚拟机、其网络接口、Bastion 主机以及两者之间的网络上缺少 Reader 时，Bastion 会拒绝连接。",
    remediation: "请所有者在虚拟机上授予你 Reader。",
    facts: {
      lacks: ({ action, machine }) => `你在 ${machine} 上缺少 ${action}，因此 Bastion 不允许你连接它。`,
      mayRead: ({ bastion, machine }) => `你可以读取 ${bastion}、${machine} 以及两者之间的资源。`,
      noMachine: () => "没有可连接的跳板机。",
    },
  },
};
