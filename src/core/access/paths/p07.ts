// P07: one's own ssh through Bastion, to a jump host.
import { quoteArgv } from "../../text/quote.ts";
import { foundBastion, overJumpHost, presenceOverBastion, startAtHosts, withoutDeveloper } from "../entry.ts";
import type { PathSpec } from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { bastionSshLine, ownKubectlSteps, tunnelPort, tunnelSteps } from "../steps.ts";
import { bastionChecks } from "./p06.ts";

export const p07: PathSpec = {
  id: "P07",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["bastion.jump", "people.api"],
  hard: [...bastionChecks, "bastion.sku-features"],
  soft: [],
  works: overJumpHost({ is: "overBastionSsh" }),
  presence: (context) => withoutDeveloper(presenceOverBastion(context), context),
  starts: startAtHosts,
  steps: (context) => {
    const found = foundBastion(context);
    if (found === null || found.host === null) return [];
    const { bastion, host } = found;
    return [
      ...tunnelSteps(bastion, host),
      quoteArgv(["ssh", "-p", tunnelPort, "127.0.0.1"]),
      ...bastionSshLine(bastion, host).map((line) => ({ is: "orSsh", host: host.name, line }) as const),
      ...ownKubectlSteps(context.cluster),
    ];
  },
};
