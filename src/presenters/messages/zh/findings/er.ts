// What findings about `er.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { list } from "../words.ts";

const paths = { primary: "主路径", secondary: "辅助路径" } as const;

export const erFindings: FindingWords<"er"> = {
  "er.bgp-routes": {
    title: "线路的两条路径都有流量",
    why: "线路有两条路径，以防其中一条失效；从未有流量的路径可能没有 BGP 会话。",
    remediation: "检查两条路径上的路由器及其 BGP 会话；它们由提供商或你们自己的网络团队管理。",
    facts: {
      bothPathsUsed: ({ circuit }) => `${circuit} 的两条路径都有流量。`,
      onePathSilent: ({ circuit, path }) => `${circuit} 的${paths[path]}从未有流量进入。`,
      bothPathsSilent: ({ circuit }) => `${circuit} 从未有流量进入。`,
    },
  },
  "er.circuit-provisioned": {
    title: "ExpressRoute 线路已开通",
    why: "在提供商完成预配并由 Azure 启用之前，线路不传输任何流量。",
    remediation: "把线路的服务密钥交给提供商并询问；没有 Azure 命令可以修复它。",
    facts: {},
  },
  "er.encryption": {
    title: "ExpressRoute 上的流量已加密",
    why: "线路本身不加密：kubectl、SSH 和 RDP 会加密，其他流量未必。",
    remediation: "规划在自有端口上使用 MACsec，或在线路内使用 VPN。",
    facts: {
      macSec: ({ port }) => `${port} 的链路用 MACsec 加密。`,
      tunnelInside: ({ connection }) => `VPN ${connection} 在线路内运行。`,
      notEncrypted: ({ circuits }) =>
        `${list(circuits)}：线路上未加密。kubectl、SSH 和 RDP 会加密自己发送的内容。`,
    },
  },
  "er.fastpath": {
    title: "FastPath 与线路和网关匹配",
    why: "FastPath 绕过网关，且只有少数线路能用它访问专用终结点。",
    remediation: "如果网关或线路不支持 FastPath，请将其关闭。",
    facts: {
      fastPathOff: ({ connections }) => `${list(connections)}：FastPath 已关闭。`,
      fastPathFits: ({ connection }) => `${connection} 启用了 FastPath，其网关支持它。`,
      gatewayTooSmall: ({ connection, sku }) => `${connection} 启用了 FastPath，但其网关（${sku}）不支持它。`,
      providerCircuit: ({ connection }) =>
        `${connection} 启用了到专用终结点的 FastPath，这需要自有端口，而其线路由提供商提供。`,
    },
  },
  "er.gateway-connection": {
    title: "网关与线路之间有连接",
    why: "没有正常工作的连接，线路与网关后面的网络彼此一无所知。",
    remediation: "把 ExpressRoute 网关连接到线路；所需权限由线路的所有者授予。",
    facts: {},
  },
  "er.private-peering": {
    title: "线路的专用对等互连已启用",
    why: "线路的对等互连中，只有专用对等互连传输虚拟网络的流量。",
    remediation: "启用专用对等互连；如果没有，请线路的所有者设置。",
    facts: {},
  },
};
