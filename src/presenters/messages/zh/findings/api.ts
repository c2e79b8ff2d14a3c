// What findings about `api.*` say.

import type { Exit } from "../../../../core/finding/api/api.authorized-ip-egress.ts";
import type { RangesSkip } from "../../../../core/finding/api/authorized-ranges.ts";
import type { ApiMode } from "../../../../core/outcome/columns.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { few, list } from "../words.ts";

const ownAddress = chinese.speech.ownAddress();

const rangesFacts: Says<RangesSkip> = {
  withoutEffect: () => "集群是专用集群：授权 IP 范围对它不起作用。",
  openToAll: () => "API 服务器对所有地址开放。",
};

const askFrom = (cluster: string): string => `请发送“diagnose ${cluster} from ADDRESS”，换成 ${ownAddress}`;

const exitKinds: Readonly<Record<Exit["by"], string>> = {
  loadBalancer: "负载均衡器",
  natGateway: "NAT 网关",
  firewall: "防火墙",
};

const listed = (exits: readonly Exit[]): string =>
  list(exits.map(({ ip, by }) => `${ip}（${exitKinds[by]}）`));

const modes: Readonly<Record<ApiMode, string>> = {
  "public-open": "API 服务器是公共的，对所有地址开放。",
  "public-ranges": "API 服务器是公共的，仅对授权地址开放。",
  "private-link": "API 服务器是专用的，位于专用终结点之后。",
  "vnet-public": "API 服务器是公共的；节点在虚拟网络内部访问它。",
  "vnet-private": "API 服务器是专用的，位于虚拟网络内部。",
};

export const apiFindings: FindingWords<"api"> = {
  "api.authorized-ip-client": {
    title: "你的公共 IP 地址已获授权",
    why: "来自未授权地址的连接会超时，看起来就像服务中断。",
    remediation: "把你的地址加入授权 IP 范围，或改用不需要授权的接入方式。",
    facts: {
      ...rangesFacts,
      letIn: () => "你的测试连到了 API 服务器，因此你所用的地址已获授权。",
      addressUnsaid: () => "你没有说明自己的公共 IP 地址，因此没有与授权 IP 范围比较。",
      notIpv4: ({ ip, cluster }) => `“${ip}”不是 IPv4 地址，无法比较：${askFrom(cluster)}。`,
      privateAddress: ({ ip, cluster }) =>
        `${ip} 是专用地址，API 服务器看到的是另一个地址：${askFrom(cluster)}。`,
      authorized: ({ ip }) => `${ip} 在授权 IP 范围内。`,
      notAuthorized: ({ ip, cluster }) => `${ip} 不在 ${cluster} 的授权 IP 范围内，因此来自它的连接会超时。`,
      perhapsInTag: ({ ip }) => `${ip} 不在任何以地址写出的授权范围内；其中的服务标记是否包含它，无法得知。`,
      ownOutbound: ({ ip }) => `${ip} 是集群自己的出站地址，AKS 允许它访问。`,
      perhapsOwnOutbound: ({ ip }) =>
        `${ip} 不在任何授权 IP 范围内；它是否为集群的出站地址（AKS 允许其访问），无法得知。`,
    },
  },
  "api.authorized-ip-egress": {
    title: "节点的公共 IP 地址已获授权",
    why: "节点用自己的出站地址访问公共 API 服务器；该地址未获授权时，节点会变为 NotReady，命令也会停止执行。",
    remediation: "把节点的出站地址加入授权 IP 范围。",
    facts: {
      ...rangesFacts,
      inNetwork: () => "节点在网络内部访问 API 服务器。",
      noExit: () => "节点没有公共出站地址。",
      exitUnknown: () => "节点的公共出站地址未知。",
      notAuthorized: ({ exits, losesApi }) =>
        `节点的出站地址是 ${listed(exits)}，不在授权 IP 范围内${losesApi ? "，因此节点会与 API 服务器失联" : ""}。`,
      perhapsInTag: ({ exits }) =>
        `节点的出站地址是 ${listed(exits)}；授权 IP 范围中的服务标记是否包含它，无法得知。`,
      authorized: ({ exits }) => `节点自身的地址可以访问 API 服务器：${listed(exits)}。`,
    },
  },
  "api.authorized-ip-hygiene": {
    title: "授权 IP 范围书写正确",
    why: "不起作用或含义与表面不符的条目，会让下一个添加条目的人措手不及。",
    remediation: "去掉不起作用的条目，重新提交列表。",
    facts: {
      noRanges: () => "集群没有授权特定地址。",
      wellFormed: ({ count }) => `${count} 个授权 IP 范围全部书写正确。`,
      withoutEffect: () => "集群是专用集群，因此它的授权 IP 范围不起作用。",
      privateRanges: ({ ranges }) => `授权 IP 范围中的专用地址不会放行任何人：${few(ranges)}。`,
      hostBits: ({ ranges }) => `带有主机位的授权 IP 范围与表面含义不符：${few(ranges)}。`,
      nearlyFull: ({ count, most }) => `授权 IP 范围已有 ${count} 个，上限为 ${most} 个。`,
      notStandard: ({ sku }) => `授权 IP 范围需要 Standard 负载均衡器，而集群的是 ${sku}。`,
      loosePublicIps: ({ pools }) =>
        `${few(pools)} 的节点使用的公共 IP 地址不来自任何前缀，因此每个新节点的地址都未获授权。`,
    },
  },
  "api.mode": {
    title: "API 服务器的公开方式已知",
    why: "它决定适用哪些检查和接入方式；其中有一种设置组合会让集群没有任何名称。",
    remediation: "启用公共名称，或使用专用 DNS 区域。",
    facts: {
      noName: () => "集群既没有专用 DNS 区域，也没有公共名称，因此没有名称能解析到它。",
      exposed: ({ mode }) => modes[mode],
    },
  },
  "api.public-exposure": {
    title: "公共 API 服务器受到限制",
    why: "仅凭令牌把守的入口，任何人都可以尝试；专用 API 服务器或授权 IP 范围是第二道锁。",
    remediation: "只授权需要的地址（包括节点自身的地址），或把集群改为专用集群。",
    facts: {
      isPrivate: () => "API 服务器是专用的。",
      openToAll: () => "API 服务器是公共的，对所有地址开放。",
      wide: ({ ranges }) => `授权 IP 范围过宽：${few(ranges)}。`,
      restricted: () => "只有授权地址可以访问 API 服务器。",
    },
  },
  "api.public-fqdn": {
    title: "专用 API 服务器没有公共名称",
    why: "公共名称会把专用地址告诉所有人，而且有些解析程序会丢弃这样的应答。",
    remediation: "等到没有 kubeconfig 再使用公共名称时，将其停用。",
    facts: {
      none: () => "专用 API 服务器在公共 DNS 中没有名称。",
      needed: () => "集群没有专用 DNS 区域，因此需要公共名称。",
      published: ({ name }) => `专用 API 服务器在公共 DNS 中也有名称${name === null ? "" : `：${name}`}。`,
    },
  },
  "api.vnetint-network": {
    title: "网络支持 VNet 集成",
    why: "使用 VNet 集成时，在加密的网络中对流量加密的节点无法访问 API 服务器。",
    remediation: "关闭该网络的加密，或改用不加密流量的节点大小。",
    facts: {
      fits: ({ network }) => `${network} 支持 VNet 集成。`,
      dualStack: () => "集群还使用 IPv6，而文档没有说明 API Server VNet Integration 支持它。",
      encryptedInVain: ({ network }) =>
        `${network} 启用了加密，而现有节点的大小都不加密流量：以后使用较新大小的节点池将无法访问 API 服务器。`,
      sizeUnknown: ({ network, pools }) =>
        `${network} 启用了加密；${pools.length === 0 ? "此集群" : `${few(pools)} `}的节点是否加密流量，无法得知。`,
      encrypted: ({ network, pools, failed }) =>
        `${network} 启用了加密，而 API Server VNet Integration 不支持加密：${few(pools)} 的节点${failed ? "无法访问" : "重建后可能无法访问"} API 服务器。`,
    },
  },
  "api.vnetint-ilb": {
    title: "API 服务器的负载均衡器存在",
    why: "使用 VNet 集成时，节点和客户端通过此负载均衡器的地址访问 API 服务器。",
    remediation: "让 AKS 重新协调集群；如果刚启用 VNet 集成，请将集群停止并启动一次。",
    facts: {
      absent: ({ resourceGroup, balancer }) =>
        `节点资源组 ${resourceGroup} 中没有负载均衡器 ${balancer}，因此没有路径通往 API 服务器。`,
      failed: ({ balancer }) => `API 服务器的负载均衡器 ${balancer} 处于 Failed 状态。`,
      noAddress: ({ balancer }) => `API 服务器的负载均衡器 ${balancer} 没有专用地址。`,
      outside: ({ ip, subnet }) => `API 服务器的地址 ${ip} 不在其子网 ${subnet} 内。`,
      standsAt: ({ ip, balancer }) => `API 服务器位于 ${ip}，在负载均衡器 ${balancer} 之后。`,
    },
  },
  "api.vnetint-nsg": {
    title: "安全组允许节点访问 API 服务器",
    why: "使用 VNet 集成时，节点需要通过 TCP 443 和 4443 访问 API 服务器的子网，负载均衡器需要 TCP 9988。",
    remediation: "在拒绝规则之前允许这些端口。",
    facts: {},
  },
  "api.vnetint-subnet": {
    title: "API 服务器的子网有空闲地址",
    why: "使用 VNet 集成时，API 服务器占用此子网中的地址；没有空闲地址就无法重新启动。",
    remediation:
      "Azure 不能更改正在使用的子网的范围：请释放其中的地址（其他集群、旧节点），或迁移到子网更大的集群。",
    facts: {
      absent: ({ network, wanted }) =>
        `网络 ${network} 中没有${wanted === null ? "委托给 AKS 的子网" : `子网 ${wanted}`}，而 API 服务器需要它。`,
      notDelegated: ({ subnet }) => `API 服务器的子网 ${subnet} 未委托给 AKS。`,
      tooSmall: ({ subnet, prefixes, leastBits }) =>
        `API 服务器的子网 ${subnet}（${list(prefixes)}）小于 /${leastBits}。`,
      useUnsaid: ({ subnet }) => `Azure 没有说明 ${subnet} 中有多少地址正在使用。`,
      full: ({ subnet }) => `API 服务器的子网 ${subnet} 已没有空闲地址。`,
      nearlyFull: ({ subnet, free }) => `API 服务器的子网 ${subnet} 只剩 ${free} 个空闲地址。`,
      hasRoom: ({ subnet, free }) => `API 服务器的子网 ${subnet} 已委托，有 ${free} 个空闲地址。`,
    },
  },
};
