// P06: Bastion in the browser, to a jump host.
import type { FindingId } from "../finding/kit/finding-id.ts";
import { quoteArgv } from "../text/marked.ts";
import { foundBastion, overJumpHost, presenceOverBastion, startAtHosts, withoutDeveloper } from "./entry.ts";
import { jumpHostChecks, type PathSpec, unseen } from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { bastionSshLine, ownKubectlSteps, tunnelPort, tunnelSteps } from "./steps.ts";

/** For every way through Bastion to a jump host. */
const bastionChecks: readonly FindingId[] = [
  "bastion.exists",
  "bastion.provisioning",
  "bastion.subnet",
  "bastion.nsg-rules",
  "bastion.client-address",
  "bastion.user-roles",
  "jit.active-request",
  ...jumpHostChecks,
];

export const bastionPortal: PathSpec = {
  id: "P06",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["bastion.jump", "people.api"],
  hard: bastionChecks,
  soft: [],
  works: overJumpHost({ is: "overBastion" }),
  presence: presenceOverBastion,
  starts: startAtHosts,
  steps: (context) => {
    const host = foundBastion(context)?.host?.name;
    return host === undefined ? [] : [{ is: "connectInPortal", host }, ...ownKubectlSteps(context.cluster)];
  },
};

/** P07: One's own ssh through Bastion, to a jump host. */
export const bastionSsh: PathSpec = {
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

/** P16: VS Code on a jump host, through a tunnel of Bastion. By a public address of the host it is no way to offer. */
export const bastionVsCode: PathSpec = {
  ...bastionSsh,
  id: "P16",
  traits: { ...bastionSsh.traits, kind: "other" },
  works: overJumpHost({ is: "overBastionTunnel" }),
  presence: (context) => {
    const presence = bastionSsh.presence(context);
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
