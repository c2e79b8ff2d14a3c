// What many findings say alike.
import type { Operation, Passage, Thing, ThingKind, WordKind } from "../../../../core/outcome/fact.ts";
import type { Permission } from "../../../../core/snapshot/permission.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { lookUp } from "../../../../core/text/look-up.ts";
import type { Common } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { absences } from "../absences.ts";
import { sayStep } from "../steps.ts";
import { sayStop } from "../stops.ts";
import { sayUnread } from "../unread.ts";
import { and, closeUp } from "../words.ts";

const needText = ({ action, scope }: Permission): string => `${scope} 上的 ${action}`;

/** Always with the action and the scope that would settle it, where one is known and not said. */
export function withNeeds(said: string, needs: readonly Permission[]): string {
  const unsaid = needs.filter(({ action, scope }) => !said.includes(action) || !said.includes(scope));
  return withoutIds(unsaid.length === 0 ? said : `${said}需要 ${and(unsaid.map(needText))}。`);
}

const things: Readonly<Record<ThingKind, (name: string) => string>> = {
  agent: (name) => `${name} 的代理`,
  apiBalancer: (name) => `API 服务器的负载均衡器 ${name}`,
  bastion: (name) => `Bastion 主机 ${name}`,
  cluster: () => "集群",
  clusterBalancer: () => "集群的负载均衡器",
  clusterNetwork: (name) => `集群的网络 ${name}`.trimEnd(),
  clusterPods: () => "集群的 Pod",
  clusterServices: () => "集群的服务",
  endpoint: (name) => `专用终结点 ${name}`.trimEnd(),
  endpointConnection: () => "专用终结点的连接",
  endpointInterface: (name) => `${name} 的网络接口`,
  endpointsSubnet: (name) => `专用终结点的子网 ${name}`,
  furtherEndpoint: (name) => `另外的专用终结点 ${name}`,
  named: (name) => name,
  natGateway: (name) => `NAT 网关 ${name}`,
  network: (name) => `网络 ${name}`,
  nodesBalancer: (name) => `节点的负载均衡器 ${name}`,
  nodesSubnet: (name) => `节点的子网 ${name}`,
  pool: (name) => `节点池 ${name}`,
  systemPool: (name) => `系统节点池 ${name}`,
  vpnClients: (name) => `${name} 的点到站点客户端`,
  vpnGateway: (name) => `VPN 网关 ${name}`,
  zone: (name) => `专用 DNS 区域 ${name}`,
};

/** Of a kind that a newer release kept, the name alone. */
export const sayThing = ({ kind, name }: Thing): string => lookUp(things, kind)?.(name) ?? name;

const wordKinds: Readonly<Record<WordKind, string>> = {
  health: "运行状况",
  mode: "模式",
  networkPolicy: "网络策略",
  nodeProvisioning: "节点预配模式",
  outboundType: "出站类型",
  plugin: "网络插件",
  pluginMode: "插件模式",
  powerState: "电源状态",
  priority: "优先级",
  sku: "SKU",
  state: "状态",
  system: "系统",
  zoneMode: "专用 DNS 区域设置",
};

/** Inside a sentence. */
export const sayOperation = ({ of, state }: Operation): string =>
  closeUp(`${sayThing(of)} 的状态为 ${state}`);

/** What happens to the cluster, and what to wait for. */
const passages: Readonly<Record<Passage, readonly [happens: string, wait: string]>> = {
  creating: ["正在创建", "请等到 Azure 显示 Succeeded，然后重新诊断"],
  starting: ["正在启动", "请等到 Azure 显示 Succeeded，然后重新诊断"],
  stopping: ["正在停止", "请等到 Azure 显示 Stopped；之后才能启动"],
  deleting: ["正在被删除", "它的资源正在消失，这些都不是故障"],
};

export const commonFacts: Says<Common> = {
  unread: ({ why, needs }) => withNeeds(sayUnread(why), needs),
  strangeWord: ({ of, kind, word }) =>
    closeUp(
      word === ""
        ? `Azure 没有说明 ${sayThing(of)} 的 ${wordKinds[kind]}。`
        : `Azure 给出的 ${sayThing(of)} 的 ${wordKinds[kind]} 为“${word}”，这里不认识。`,
    ),
  changeCanceled: ({ of }) => closeUp(`${sayThing(of)} 的上次更改已取消，因此可能只完成了一半。`),
  inState: ({ of, state }) => closeUp(`${sayThing(of)} 处于“${state}”状态，直到该操作结束。`),
  passing: ({ cluster, passage }) => `${cluster} ${passages[passage].join("：")}。`,
  notWhilePassing: ({ passage }) => `集群${passages[passage][0]}；在此结束之前不评估这一项。`,
  notWhileStopped: () => "集群已停止；运行后再评估这一项。",

  apiPublic: () => "API 服务器是公共的。",
  apiInNetwork: () => "API 服务器就位于虚拟网络内，没有专用终结点。",
  apiNotInNetwork: () => "API 服务器不在虚拟网络内。",
  namePublic: () => "API 服务器是公共的，其名称也是公共的。",
  noZone: () => "集群不使用专用 DNS 区域：其公共名称指向专用地址。",
  nodesUseAddress: () => "节点直接使用 API 服务器的地址，不需要名称。",

  step: ({ step }) => sayStep(step),
  stop: sayStop,
  openStep: ({ step }) => withNeeds(sayStep(step), step.needs),
  openStop: (stop) => withNeeds(sayStop(stop), stop.step.needs),
  endsBefore: ({ step }) => `路径在此之前中断：${sayStep(step)}`,
  noneOnTheWay: () => "走过的路径都不经过这里。",
  noStart: () => "没有找到可以作为起点的子网。",
  startUnread: ({ bastion, needs }) => withNeeds(`Bastion 主机 ${bastion} 的子网未读取。`, needs),
  startsInside: () => "路径从集群自己的网络开始。",
  noPeer: () => "没有其他网络与集群的网络对等互连。",
  networkNeeded: () => "需要知道你从哪个网络连接。",

  ...absences,
};
