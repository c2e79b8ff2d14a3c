// What findings about `paw.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const pawFindings: FindingWords<"paw"> = {
  "paw.device": {
    title: "生产环境从特权设备访问",
    why: "掌握管理员的设备，就掌握了集群。",
    remediation: "访问生产环境请使用特权访问工作站。",
    facts: {
      notProduction: () => "从名称和标记看，此集群不是生产集群。",
      deviceUnseen: () => "此集群视为生产集群。Azure 看不到你用的是哪台设备：请使用特权访问工作站。",
    },
  },
};
