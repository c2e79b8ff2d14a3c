// What findings about `jump.*` say.
import type { StrangersFact } from "../../../../core/client/likely-hosts.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { and as listed } from "../words.ts";
import { clientGroupFacts } from "./nsg.ts";

const { withNeeds } = chinese.speech;

const amongStrangers: Says<StrangersFact> = {
  strangers: () => "集群附近没有名称像跳板机的虚拟机，因此其中某台的问题可能与任何人的接入无关。",
};

export const jumpFindings: FindingWords<"jump"> = {
  "jump.aci": {
    title: "有带 SSH 的容器正在运行",
    why: "集群附近网络中带 SSH 服务器的容器，在运行期间是一条接入方式。",
    remediation: "启动容器组。",
    facts: {
      running: ({ container }) => `${container} 正在运行并接受 SSH。`,
      starting: ({ container }) => `${container} 正在启动。`,
      off: ({ container }) => `接受 SSH 的容器 ${container} 没有运行。`,
      noContainer: () => "就其资源组所见，这些网络中没有接受 SSH 的容器。",
      noSubnet: () => "集群附近没有供容器使用的子网。",
    },
  },
  "jump.discovered": {
    title: "有跳板机",
    why: "进入专用集群的大多数方式，都要经过集群附近网络中的虚拟机。",
    remediation: "在中心网络中创建一台没有公共 IP 地址的小型虚拟机。",
    facts: {
      found: ({ count }) => `找到 ${count} 台跳板机。`,
      machinesFound: () => "找到了虚拟机；其中哪一台是跳板机，无法得知。",
      setsFound: ({ sets }) => `规模集 ${listed(sets)} 的名称或标记像跳板机。`,
      noMachine: () => "集群的网络及与其对等互连的网络中没有虚拟机。",
      serversOnly: () => "集群的网络及与其对等互连的网络中的虚拟机都是网络设备和 DNS 服务器。",
    },
  },
  "jump.dns-servers": {
    title: "跳板机查询的服务器知道该名称",
    why: "虚拟机自身网络接口上的 DNS 服务器会取代其网络的 DNS 服务器，而专用 DNS 区域是为后者链接的。",
    remediation: "移除网络接口上的 DNS 服务器，然后重启虚拟机或续订其租约。",
    facts: {},
  },
  "jump.health": {
    title: "跳板机状态良好",
    why: "正在运行但代理无响应的虚拟机可能已挂起，而且用 Entra 登录需要代理。",
    remediation: "重启虚拟机。",
    facts: {
      notRunning: ({ host }) => `${host} 没有运行。`,
      noAgent: ({ host }) => `${host} 没有向 Azure 报告的代理；ssh 不需要它。`,
      ready: ({ host }) => `${host} 的代理已就绪。`,
      silent: ({ host, state }) => `${host} 正在运行，但其代理的状态为“${state}”：虚拟机可能已挂起。`,
      noHost: () => "没有跳板机。",
      ...amongStrangers,
    },
  },
  "jump.placement": {
    title: "节点旁边的跳板机可以访问端口 443",
    why: "集群自己网络中的跳板机不需要对等互连，但它自身的安全组和路由仍然起作用。",
    remediation: "在拒绝规则之前允许到 API 服务器地址的 TCP 443。",
    facts: {
      noTable: ({ place }) => `${place} 前面没有路由表。`,
      tableUnread: ({ table, needs }) => withNeeds(`${table} 未读取。`, needs),
      leadsStraight: ({ place, to }) => `${place} 的路由直接通往 ${to}。`,
      leadsElsewhere: ({ table, place, to, nextHop }) =>
        `${table} 把 ${place} 到 ${to} 的流量发往“${nextHop}”，这里不评估这种情况。`,
      noHostHere: () => "这条路径上没有跳板机位于集群自己的网络中。",
      ...clientGroupFacts,
      ...amongStrangers,
    },
  },
  "jump.public-ip": {
    title: "跳板机没有公共 IP 地址",
    why: "有公共 IP 地址的虚拟机会被所有扫描 Internet 的人发现和试探；Bastion 和 VPN 不需要公共 IP 地址。",
    remediation: "改由 Bastion 或 VPN 进入，然后从网络接口上移除公共 IP 地址。",
    facts: {
      noHost: () => "没有跳板机。",
      noneIsPublic: () => "没有跳板机的网络接口上有公共 IP 地址。",
      arePublic: ({ hosts }) => `${listed(hosts)} 有公共 IP 地址。`,
      ...amongStrangers,
    },
  },
  "jump.redundancy": {
    title: "跳板机经得起一次故障",
    why: "只有一台虚拟机，或几台会一起失效时，一个可用性区域的故障就会让所有人失去接入方式。",
    remediation: "在另一个可用性区域添加第二台跳板机，或使用有两个实例的规模集。",
    facts: {
      noHost: () => "没有跳板机。",
      onlyOne: ({ host }) => `${host} 是唯一的跳板机。`,
      sideBySide: ({ hosts }) =>
        `${listed(hosts)} 既不在不同的可用性区域，也不在可用性集中，因此可能一起失效。`,
      apart: ({ hosts }) => `${listed(hosts)} 不会一起失效。`,
      ...amongStrangers,
    },
  },
  "jump.ssh-auth": {
    title: "跳板机只接受密钥",
    why: "密码迟早会被猜中，密钥不会。",
    remediation: "把密钥放到虚拟机上，然后在其 SSH 服务器中关闭密码登录。",
    facts: {
      takesKeys: ({ hosts }) => `${listed(hosts)} 创建时设置为只接受密钥。`,
      takesPasswords: ({ hosts }) => `${listed(hosts)} 创建时设置为允许通过 SSH 使用密码。`,
      noneSays: () => "没有跳板机运行由 Azure 设置的 Linux。",
      ...amongStrangers,
    },
  },
  "jump.vmss": {
    title: "跳板机的规模集有实例",
    why: "缩放到零的规模集不能当跳板机。",
    remediation: "把它扩展到两个实例，并查看是否有计划任务会将其缩减。",
    facts: {
      noSet: () => "集群附近没有名称或标记像跳板机的规模集。",
      empty: ({ set }) => `规模集 ${set} 没有实例：其容量为 0。`,
      single: ({ set }) => `规模集 ${set} 有一个实例。`,
      filled: ({ set, count }) => `规模集 ${set} 有 ${count} 个实例。`,
    },
  },
  "jump.power": {
    title: "有跳板机正在运行",
    why: "每晚关机的虚拟机，是经由它的路径不通的常见原因。",
    remediation: "启动虚拟机。",
    facts: {
      running: ({ host }) => `${host} 正在运行。`,
      changing: ({ host, state }) => `${host} 的电源状态为“${state}”。`,
      noneKnown: () => "没有跳板机的电源状态已知。",
      off: ({ host, state, others }) =>
        `跳板机 ${host} 的状态为 ${state}${others === 0 ? "" : "，其他跳板机也是如此"}。`,
      noHost: () => "这条路径上没有跳板机。",
      ...amongStrangers,
    },
  },
};
