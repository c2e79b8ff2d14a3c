// What findings about `pe.*` say.
import type { Acting } from "../../../../core/finding/private-link/pe.subnet-policy.ts";
import { chinese } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { closeUp, list } from "../words.ts";

const { sayThing } = chinese.speech;

const acting: Readonly<Record<Acting, string>> = {
  neither: "安全组和路由表都不作用于专用终结点。",
  both: "安全组和路由表都作用于专用终结点。",
  groups: "安全组作用于专用终结点，路由表不作用于它。",
  routes: "路由表作用于专用终结点，安全组不作用于它。",
};

const noEndpoint = () => "没有专用终结点。";

export const peFindings: FindingWords<"pe"> = {
  "pe.connection-approved": {
    title: "专用终结点已获批准",
    why: "只有已批准的连接才传输流量。",
    remediation: "批准该连接。",
    facts: {
      approved: () => "专用终结点的连接已获批准。",
      carriesNothing: ({ state }) => `专用终结点的连接处于 ${state} 状态，因此不传输流量。`,
      disconnected: () => "专用终结点已与 API 服务器断开。",
      ownUnknown: () => "集群的专用终结点连接中哪一个是 AKS 自己的，无法得知。",
      noEndpoint,
    },
  },
  "pe.exists": {
    title: "API 服务器的专用终结点存在",
    why: "删除该终结点会切断节点和人与 API 服务器的连接。",
    remediation: "让 AKS 重新创建它；切勿手动创建。",
    facts: {
      gone: ({ from }) => `API 服务器的专用终结点已从 ${from} 中消失。`,
      exists: ({ endpoint }) => `专用终结点 ${endpoint} 存在。`,
    },
  },
  "pe.extra-endpoint": {
    title: "另外的专用终结点已连接",
    why: "停止再启动集群，会切断人们在其他网络中创建的终结点。",
    remediation: "重新创建该终结点，并更改指向它的 A 记录。",
    facts: {
      approved: ({ endpoint }) => `另外的专用终结点 ${endpoint} 已获批准。`,
      waits: ({ endpoint }) => `另外的专用终结点 ${endpoint} 正在等待批准。`,
      cutOff: ({ endpoint, state }) =>
        `另外的专用终结点 ${endpoint} 处于 ${state} 状态：经由它连接的人已被切断。`,
      onlyOwn: () => "集群除自己的专用终结点外没有其他专用终结点。",
    },
  },
  "pe.ip": {
    title: "专用终结点的地址已知",
    why: "DNS 区域、安全组和路由都要与此地址比对。",
    remediation: "让 AKS 重新协调该终结点。",
    facts: {
      noAddress: ({ endpoint }) => `专用终结点 ${endpoint} 没有地址。`,
      otherAddress: ({ address, said }) =>
        `专用终结点的网络接口地址是 ${address}，而终结点自身给出的是 ${list(said)}。`,
      outsideSubnet: ({ address, subnet }) => `专用终结点的地址 ${address} 不在其子网 ${subnet} 内。`,
      known: ({ address }) => `API 服务器位于 ${address}。`,
      noEndpoint,
    },
  },
  "pe.provisioning": {
    title: "专用终结点已预配",
    why: "失败的终结点可能有网络接口，却没有路由通往它。",
    remediation: "让 AKS 重新协调该终结点。",
    facts: {
      failed: ({ of, state }) => closeUp(`${sayThing(of)} 处于 ${state} 状态。`),
      provisioned: ({ of }) => closeUp(`${sayThing(of)} 已预配。`),
      noEndpoint,
      interfaceUnlisted: ({ endpoint }) => `Azure 没有列出 ${endpoint} 的网络接口。`,
      noInterface: ({ endpoint }) => `专用终结点 ${endpoint} 没有网络接口。`,
    },
  },
  "pe.subnet-policy": {
    title: "终结点子网的网络策略已知",
    why: "除非子网启用网络策略，否则终结点子网中的规则或路由没有影响，也不应归咎于它们。",
    remediation: "在更改那里的规则或路由之前，先弄清该设置的含义。",
    facts: {
      acts: ({ what }) => acting[what],
      subnetElsewhere: ({ network }) => `专用终结点的子网不属于 ${network}。`,
      noEndpoint,
    },
  },
};
