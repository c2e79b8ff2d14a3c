// Whether an address or a range is let in.
import type { AllowedFact } from "../../../core/access/allowed.ts";
import type { Says } from "../says.ts";
import { few } from "./words.ts";

export const whyAllowed: Says<AllowedFact, [cluster: string]> = {
  openToAll: (_fact, cluster) => `${cluster} 没有授权 IP 范围，其 API 服务器接受任何地址。`,
  inRanges: ({ ranges }) => `它在授权 IP 范围 ${few(ranges)} 之内。`,
  inNone: () => "它不在任何授权 IP 范围内，因此其连接会超时。",
  inPart: ({ parts, mayBeMore }) =>
    mayBeMore
      ? `其中 ${few(parts)} 在授权 IP 范围内；授权 IP 范围中的服务标记是否还包含其他部分，尚不清楚。`
      : `其中只有 ${few(parts)} 在授权 IP 范围内。`,
  perhapsInTag: () => "它不在任何以地址写出的授权 IP 范围内；其中的服务标记是否包含它，尚不清楚。",
  ownOutbound: () => "它是集群自己的出站地址，AKS 允许它访问。",
  perhapsOwnOutbound: () => "它不在任何授权 IP 范围内；它是否为集群的出站地址（AKS 允许其访问），尚不清楚。",
  onlyOwnOutbound: ({ ips }) =>
    `它不在任何授权 IP 范围内。其中 AKS 只允许集群自己的出站地址访问：${few(ips)}。`,
  privateSpace: () => "它是专用地址，而 API 服务器看到的是来自那里的连接所用的公共地址：请询问那个地址。",
  nowhereNear: ({ mayBeLearned }, cluster) =>
    mayBeLearned
      ? `${cluster} 是专用集群。附近没有网络包含此地址，但网关仍可能通向那里。`
      : `${cluster} 是专用集群，能访问它的网络都不包含此地址。`,
  inNoSubnet: ({ network }) =>
    `它在 ${network} 的地址范围内，但不在其任何子网中，因此那里没有使用此地址的设备。`,
  wayThrough: (_fact, cluster) => `从那里出发的路径可到达 ${cluster} 的专用 API 服务器。`,
  wayStopped: (_fact, cluster) => `从那里出发的路径在 ${cluster} 的专用 API 服务器之前中断。`,
  wayOpen: (_fact, cluster) => `从那里出发的路径能否到达 ${cluster} 的专用 API 服务器，尚不清楚。`,
  rangeNotWalked: (_fact, cluster) =>
    `${cluster} 是专用集群，授权 IP 范围在那里不起作用；路径只能从单个地址检查。请询问该范围内的一个地址。`,
  unread: (_fact, cluster) => `未能读取 ${cluster}。`,
};

export const allowedTexts = { whyAllowed };
