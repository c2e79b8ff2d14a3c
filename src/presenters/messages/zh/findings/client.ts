// What findings about `client.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { or } from "../words.ts";

export const clientFindings: FindingWords<"client"> = {
  "client.network": {
    title: "你所在的网络通往 API 服务器",
    why: "专用 API 服务器在 Internet 上没有地址：每个连接都从它附近的网络开始。",
    remediation: "先通过 VPN、ExpressRoute 或 Bastion 连接到该网络，或使用运行命令。",
    facts: {
      placeUnsaid: () => "你没有说明从哪里连接。",
      outside: ({ ip, entries }) =>
        `从 ${ip === "" ? "Internet" : ip} 到 ${or(entries)}（VPN 或 ExpressRoute）的路径尚未评估。`,
      behind: ({ entry }) => `你位于 ${entry} 之后。`,
      noSuchNetwork: ({ wanted }) =>
        `没有名为“${wanted}”的网络与集群的网络对等互连或链接到其 DNS 区域：请检查名称，或发送你在其中的地址。`,
      comesFrom: ({ networks }) => `你从 ${or(networks)} 连接。`,
    },
  },
};
