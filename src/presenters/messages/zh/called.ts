// What places and things are called that people gave no name.

import { type Component, calledOf } from "../../../core/network/step.ts";
import type { Called, Unnamed } from "../../../core/outcome/called.ts";
import type { AddressSource } from "../../../core/outcome/columns.ts";
import { type Says, say } from "../says.ts";
import { closeUp, list } from "./words.ts";

export const unnamed: Says<Unnamed> = {
  apiServer: () => "API 服务器",
  azureDns: () => "Azure 自身的 DNS",
  azureMetadata: () => "Azure 的实例元数据",
  azureBalancer: () => "Azure 的负载均衡器",
  cloudShellIn: ({ subnet }) => `${subnet} 中的 Cloud Shell`,
  podsIn: ({ subnet }) => `${subnet} 中的 Pod`,
  podsOn: ({ nodes }) => closeUp(`${sayCalled(nodes)} 上的 Pod`),
  nodesIn: ({ subnet, pools }) => {
    if (pools === null) return subnet;
    return `${subnet}（${pools.length === 0 ? "未读取的节点" : list(pools)}）`;
  },
  proxy: ({ machine }) => `代理 ${machine}`,
  behind: ({ connection, range }) =>
    range === null ? `${connection} 之后的网络` : `${connection} 之后的 ${range}`,
  clientsOf: ({ gateway, range }) =>
    range === null ? `${gateway} 的点到站点客户端` : `${gateway} 的点到站点客户端 ${range}`,
  overGateway: ({ network }) => `经 ${network} 的网关进入的流量`,
};

/** Inside a sentence, where the name of a subnet alone would be nobody. */
export const sayWho = (called: Called): string =>
  typeof called === "object" && called.is === "nodesIn" ? `${sayCalled(called)} 中的节点` : sayCalled(called);

export const sayCalled = (called: Called): string => say(unnamed, called);

/** `group`: where another one has the same name. */
export const inGroup = (name: string, group: string | undefined): string =>
  group === undefined ? name : `${name}（资源组 ${group}）`;

export const sayComponent = (component: Component): string =>
  inGroup(sayCalled(calledOf(component)), component.group);

export const addressSources: Readonly<Record<AddressSource, string>> = {
  interface: "终结点的网络接口",
  endpoint: "终结点的 DNS 配置",
  balancer: "内部负载均衡器",
  record: "A 记录",
};

/** What says where the API server stands. */
export const sayAddressSource = (source: AddressSource): string => addressSources[source];

export const calledTexts = { sayCalled, inGroup, sayComponent };

/** Empty for the one that was last spoken of. */
export const calledCluster = (name: string): string => name || "此集群";
