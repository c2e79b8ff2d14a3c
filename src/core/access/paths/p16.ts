// P16: VS Code on a jump host, through a tunnel of Bastion. By a public address of the host it is no way to offer.
import { quoteArgv } from "../../text/quote.ts";
import { foundBastion, overJumpHost } from "../entry.ts";
import { type PathSpec, unseen } from "../path-spec.ts";
import { ownKubectlSteps, tunnelPort, tunnelSteps } from "../steps.ts";
import { p07 } from "./p07.ts";

export const p16: PathSpec = {
  ...p07,
  id: "P16",
  traits: { ...p07.traits, kind: "other" },
  works: overJumpHost({ is: "overBastionTunnel" }),
  presence: (context) => {
    const presence = p07.presence(context);
    const isKnown = (foundBastion(context)?.host ?? null) !== null;
    return presence.state === "there" && !isKnown ? unseen : presence;
  },
  steps: (context) => {
    const found = foundBastion(context);
    if (found === null || found.host === null) return [];
    return [
      ...tunnelSteps(found.bastion, found.host),
      quoteArgv(["code", "--remote", `ssh-remote+127.0.0.1:${tunnelPort}`]),
      ...ownKubectlSteps(context.cluster),
    ];
  },
};
