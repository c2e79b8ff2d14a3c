// Addresses that are asked about, in Chinese.
import type { Phrases } from "../phrases.ts";

/** Whether an address is let in is asked. */
export const allows = "允许 被允许 放行 放行了 加白 加白了 白名单 能 能不能 可以 可不可以 授权";

/** It does not get in. */
export const turnedAway: Phrases = [
  "拒绝|拒绝了|拦|拦了|拦截|拦住|挡|挡了|拉黑|拉黑了|屏蔽|封|封了|禁止 <address>",
  "<address> 被 拒绝|拒绝了|拒|拒了|拦|拦了|拦截|拦住|挡|挡了|拉黑|拉黑了|屏蔽|屏蔽了|封|封了",
  "<address> 被拒绝|被拒",
  "不|没|没有|不能|别 允许|放行|让|加白 <address>",
  "<address> 不|没|没有 允许|被允许|放行",
];

/** What lies inside, or goes out. */
export const notLetIn: Phrases = [
  "访问|连|连接|连上|连到|到|ping|ssh|nslookup|curl|telnet|访问不了|连不上|解析|去 <address>",
  "无法访问|不能访问|没法访问|无法连接|不能连接|没法连接 <address>",
  "从 <cluster>",
  "出站|出口流量|外发|egress",
  "除了|除 <address>",
  "<address> 以外|之外|外",
  "ssh|rdp",
  "应用|服务|节点|ingress|pod|pods|node|nodes|容器|工作负载|网站|数据库|命名空间|入口|app|service",
];
