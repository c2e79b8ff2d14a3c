// What findings about `vpn.*` say.

import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { list } from "../words.ts";

const { sayClash } = chinese.speech;

export const vpnFindings: FindingWords<"vpn"> = {
  "vpn.bgp-peers": {
    title: "VPN 的 BGP 会话正常",
    why: "隧道后面有什么只由 BGP 告知时，会话中断期间，即使隧道正常也通不到任何地方。",
    remediation: "核对两端的 AS 编号和 BGP 地址；其中一半在对端设备上。",
    facts: {
      bgpNotAsked: () => "集群网络附近没有仅依赖 BGP 的 VPN。",
      sessionUp: ({ gateway, peer, routes }) => `${gateway} 从 ${peer} 学到 ${routes} 条路由。`,
      sessionDown: ({ gateway, peer, state }) =>
        `${gateway} 与 ${peer} 的 BGP 会话中断（“${state}”），因此没有路由通往其隧道之后。`,
      noRoutes: ({ gateway, peer }) => `${gateway} 与 ${peer} 的 BGP 会话正常，但没有通告任何路由。`,
      sessionLost: ({ gateway, peer, state }) =>
        `${gateway} 的 BGP 会话之一没有通告任何路由，对端为 ${peer}（“${state}”）：只剩下其他会话，而它们不知道仅由它通告的路由。`,
      sessionUnsure: ({ gateway, peer, state }) =>
        `无法确定 ${gateway} 与 ${peer} 的 BGP 会话是否正常：Azure 给出的状态为“${state}”。`,
      noPeers: ({ gateway }) => `${gateway} 没有任何 BGP 会话。`,
    },
  },
  "vpn.connection-status": {
    title: "VPN 的连接正常",
    why: "隧道中断期间，它后面的任何流量都到不了这里。",
    remediation: "检查对端设备、共享密钥以及两端网关的地址。",
    facts: {},
  },
  "vpn.gateway-state": {
    title: "VPN 网关已预配",
    why: "没有网关，就没有 VPN 通往这些网络。",
    remediation: "重置网关。",
    facts: {
      changeFailed: ({ gateway }) => `VPN 网关 ${gateway} 的上次更改失败。`,
      provisioned: ({ gateway }) => `VPN 网关 ${gateway} 已预配。`,
      onlyOneUp: ({ down, left, ranges }) =>
        `连接 ${down} 已中断，因此来自 ${list(ranges)} 的流量只能依靠 ${left}。`,
    },
  },
  "vpn.p2s-config": {
    title: "点到站点已设置",
    why: "在家的人需要不与任何地址重复的地址、登录方式、路由，以及知道专用名称的 DNS 服务器。",
    remediation:
      "重新下载 VPN 配置文件，网关相关的每次更改之后都要如此。如果问题出在客户端设置或 DNS 服务器，请先由其所有者修正设置，或为其网络配置知道该 DNS 区域的 DNS 服务器。",
    facts: {
      noClients: ({ gateways }) => `${list(gateways)}：没有设置点到站点。`,
      clientsServed: ({ gateway }) => `${gateway} 的点到站点已设置。`,
      clientsUsePublicName: ({ gateway }) =>
        `${gateway} 的点到站点已设置；其客户端通过公共名称找到 API 服务器，az aks get-credentials --public-fqdn 会写入该名称。`,
      poolOverlaps: ({ clashes }) =>
        `发往点到站点客户端的应答会去错地方：${clashes.map(sayClash).join("；")}。`,
      needsOpenVpn: ({ gateway, protocols }) =>
        `${gateway} 的客户端用 Entra ID 登录，这需要 OpenVPN，而它只支持 ${list(protocols)}。`,
      noRootCertificate: ({ gateway }) =>
        `${gateway} 的客户端用证书登录，而它没有根证书，因此不接受任何客户端。`,
      clientsGetNoServer: ({ gateway, network }) =>
        `${network} 没有自有的 DNS 服务器，因此 ${gateway} 的客户端沿用自己的 DNS 服务器，而后者不知道专用名称。`,
      otherTenant: ({ gateway }) => `${gateway} 的客户端登录的 Entra 租户与在此提问者的不同。`,
      profileMayBeOld: ({ gateway, network }) =>
        `${network} 周围的对等互连或范围最近有更改：${gateway} 的 Windows 客户端没有相应的新路由，请重新下载配置文件。`,
    },
  },
  "vpn.redundancy": {
    title: "VPN 网关经得起一次故障",
    why: "只有一个实例、位于一个可用性区域的网关，会在维护期间断开所有人。",
    remediation: "计划迁移到支持可用性区域的 SKU，或改为主动-主动模式；更改期间隧道会中断。",
    facts: {
      redundant: ({ gateway }) => `${gateway} 跨多个可用性区域，或有两个活动实例。`,
      alone: ({ gateway, sku }) =>
        `${gateway}（${sku ?? "没有 SKU"}）只有一个活动实例，没有自己的可用性区域。`,
    },
  },
  "vpn.route-to-spoke": {
    title: "VPN 之后的范围已知",
    why: "应答发往网关所知的隧道后面的范围：那里缺少的范围，或这里的网络也有的范围，永远得不到应答。",
    remediation: "在连接的对端填写该范围，或为其中一方更换范围。",
    facts: {},
  },
};
