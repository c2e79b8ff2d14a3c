// What findings about `dns.*` say.
import type { GoneZone } from "../../../../core/finding/private-link/gone-zone.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { list } from "../words.ts";

const goneZone: Says<GoneZone> = { zoneGone: () => "没有专用 DNS 区域。" };

const sayTo = (servers: readonly string[]): string =>
  servers.length === 0 ? "" : `，那里的 ${list(servers)} 知道该名称`;

export const dnsFindings: FindingWords<"dns"> = {
  "dns.a-record-extra": {
    title: "记录中没有其他地址",
    why: "查询者会取其中一个地址：如果旁边还有失效地址，部分连接会超时。",
    remediation: "移除没有 API 服务器的地址。",
    facts: {
      ...goneZone,
      noRecord: () => "没有记录。",
      ofMachine: ({ record }) => `记录 ${record} 是由同名虚拟机注册的。`,
      oneAddress: () => "记录中只有一个地址。",
      noneRight: () => "记录中的地址都不是 API 服务器的地址。",
      deadBeside: ({ ip }) => `除 ${ip} 外，记录中还包含其他地址，而那里没有 API 服务器。`,
    },
  },
  "dns.a-record-match": {
    title: "记录指向 API 服务器",
    why: "重新启动集群或新建终结点可能会改变地址；客户端随后会超时。",
    remediation: "替换记录中的地址，然后清除客户端的 DNS 缓存。",
    facts: {},
  },
  "dns.a-record-present": {
    title: "DNS 区域中有 API 服务器的记录",
    why: "没有该记录时，每个链接的网络都会答复没有这个主机。",
    remediation: "添加包含 API 服务器地址的 A 记录。",
    facts: {},
  },
  "dns.custom-servers": {
    title: "自有 DNS 服务器有应答",
    why: "网络自有的 DNS 服务器停机时，任何名称都无法解析：节点失败，其中的所有跳板机也失败。",
    remediation: "启动 DNS 服务器，放行到它们的 UDP 53，并部署两台。",
    facts: {},
  },
  "dns.duplicate-zone": {
    title: "没有其他同名 DNS 区域应答",
    why: "Azure 只允许一个网络链接到一个同名 DNS 区域：那里的答案以该区域为准，而 AKS 只维护自己的区域。",
    remediation: "把网络改为链接到集群自己的 DNS 区域，或更正另一个区域中的记录。",
    facts: {},
  },
  "dns.link-client": {
    title: "DNS 区域已链接到你所在的网络",
    why: "没有链接时，即使对等互连正常，API 服务器的名称在那里也无法解析。",
    remediation: "把 DNS 区域链接到你所在的网络。",
    facts: {},
  },
  "dns.link-cluster": {
    title: "DNS 区域已链接到集群的网络",
    why: "节点通过此链接解析 API 服务器的名称。",
    remediation: "把 DNS 区域链接到集群的网络。",
    facts: {},
  },
  "dns.link-registration": {
    title: "没有网络在该 DNS 区域中注册虚拟机",
    why: "自动注册会把虚拟机的名称写入该区域，其中可能有名称占用 API 服务器的名称，而且一个网络只能在一个区域中注册。",
    remediation: "在 API 服务器的 DNS 区域的链接上关闭自动注册。",
    facts: {
      ...goneZone,
      noneRegisters: () => "没有网络在该 DNS 区域中注册虚拟机。",
      registers: ({ links }) => `自动注册已启用：${list(links)}。`,
    },
  },
  "dns.link-resolver": {
    title: "DNS 区域已链接到 DNS 服务器所在的网络",
    why: "使用自有 DNS 服务器时，名称从服务器的网络解析，而不是从客户端的网络解析。",
    remediation: "把 DNS 区域链接到服务器的网络，并让服务器将其转发到 168.63.129.16。",
    facts: {},
  },
  "dns.link-state": {
    title: "DNS 区域的链接已完成",
    why: "链接只有在状态为 Completed 时才起作用。",
    remediation: "进行中时请等待；失败的链接请删除并重新创建。",
    facts: {},
  },
  "dns.onprem-forwarding": {
    title: "本地 DNS 服务器会转发该名称",
    why: "Azure 之外的服务器只有把该 DNS 区域转发给 Azure 内的服务器，才知道专用名称。",
    remediation:
      "请该服务器的所有者把 DNS 区域转发到 DNS 解析程序的入站终结点，或转发到该区域所链接的网络中的服务器。",
    facts: {
      noLookupPasted: ({ name }) =>
        `Azure 之外的 DNS 服务器如何答复，Azure 不显示：请粘贴 nslookup ${name} 的输出。`,
      otherNamePasted: ({ name }) => `粘贴的内容是关于另一个名称的：请查询 ${name}。`,
      serverInAzure: ({ server }) => `被查询的 ${server} 位于 Azure 中。`,
      serverPublic: ({ server }) => `${server} 是公共 DNS 服务器，专用名称不会转发给它。`,
      serverForwards: ({ server, ip }) => `${server} 答复 ${ip}，API 服务器就位于那里。`,
      serverForwardsNot: ({ server, name, to }) =>
        `${server} 不知道 ${name}：它没有把该 DNS 区域转发到 Azure${sayTo(to)}。`,
      serverAnswersElse: ({ server, addresses, to }) =>
        `${server} 答复 ${list(addresses)}，而 API 服务器不在那里：它的 DNS 区域来自别处而不是 Azure${sayTo(to)}。`,
    },
  },
  "dns.private-resolver": {
    title: "转发规则指向知道该名称的服务器",
    why: "在链接到转发规则集的网络中，如果某条规则的名称比任何已链接的 DNS 区域更长，由该规则决定向谁查询。",
    remediation: "把规则指向其网络已链接到集群 DNS 区域的解析程序，或删除规则并链接 DNS 区域。",
    facts: {},
  },
  "dns.zone-exists": {
    title: "专用 DNS 区域存在",
    why: "没有该 DNS 区域，节点和人都无法解析 API 服务器的名称。",
    remediation: "用相同的名称重新创建该 DNS 区域，包括其记录和链接。",
    facts: {
      absent: () => "API 服务器的专用 DNS 区域不存在。",
      changeFailed: ({ zone }) => `专用 DNS 区域 ${zone} 的上次更改失败。`,
      exists: ({ zone }) => `专用 DNS 区域 ${zone} 存在。`,
    },
  },
  "dns.zone-name": {
    title: "专用 DNS 区域的名称正确",
    why: "名称不同或属于其他 Azure 区域的 DNS 区域，永远不会被查询此名称。",
    remediation: "创建名称正确的 DNS 区域，包括记录和链接。",
    facts: {
      ...goneZone,
      fqdnUnknown: () => "集群没有给出其 API 服务器的专用名称，无法与 DNS 区域比较。",
      fits: ({ zone }) => `DNS 区域 ${zone} 可以包含 API 服务器的名称。`,
      answeredBeside: ({ zone, fqdn, by }) =>
        `DNS 区域 ${zone} 永远不会被查询 ${fqdn}；由 ${by} 应答，而 AKS 不维护其中的记录。`,
      neverAsked: ({ zone, fqdn, expected }) =>
        `DNS 区域 ${zone} 永远不会被查询 ${fqdn}：它的名称应为 ${expected}。`,
    },
  },
};
