// What findings about `ddos.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and } from "../words.ts";

export const ddosFindings: FindingWords<"ddos"> = {
  "ddos.perimeter": {
    title: "公共接入方式受到 DDoS 防护",
    why: "有人用洪水攻击 Bastion 主机或防火墙的公共 IP 地址时，这条接入方式就会关闭。",
    remediation: "为网络启用 DDoS 防护计划，或逐个保护地址；两者都收费。",
    facts: {
      noAddress: () => "这里没有 Bastion 主机或防火墙拥有公共 IP 地址。",
      notLookedAt: ({ network }) => `${network} 中的公共 IP 地址没有读取：仅为给出建议不读取它们。`,
      planned: ({ network }) => `${network} 有 DDoS 防护计划。`,
      protected: ({ addresses }) => `${and(addresses)} 受到 DDoS 防护。`,
      unprotected: ({ network, planned, addresses }) =>
        planned
          ? `${and(addresses)} 未纳入 ${network} 的 DDoS 防护计划。`
          : `${network} 没有 DDoS 防护计划，${and(addresses)} 也未受保护。`,
    },
  },
};
