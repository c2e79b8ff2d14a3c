// jump.aci: a container with SSH in a network near the cluster is a jump host as well, while it runs.

import {
  hiddenNetwork,
  isOff,
  isRunning,
  networksNear,
  type SshContainer,
  sshContainersOf,
  takesContainers,
} from "../../client/likely-hosts.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { dataOf, type Section } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

type ContainerFact = Readonly<
  | { is: "running"; container: string }
  | { is: "starting"; container: string }
  | { is: "off"; container: string }
  | { is: "noContainer" }
  | { is: "noSubnet" }
>;

type ContainerOutcome = Outcome<ContainerFact | SharedFact>;

const start = (id: string): Fix | null =>
  fixAt(
    id,
    (at) => ({ kind: "startContainers", at }),
    { is: "containersCost" },
    "Azure Container Instances Contributor Role",
  );

const wordOf = ({ group: { containerState } }: SshContainer): string => dataOf(containerState) ?? "";

const evidenceOf = (all: readonly SshContainer[]): readonly Columns[] =>
  all.map((each) => columns(each.group.name, each.address, "TCP", each.port, wordOf(each)));

/** Beside a machine that runs, a container that was made for one task and has ended is nobody's loss. */
const isBesideMachine = (jumpHosts: Section<readonly JumpHost[]>): boolean =>
  jumpHosts.status === "collected" &&
  jumpHosts.data.some(({ powerState }) => powerState.status === "collected" && powerState.data === "running");

function containersReady(
  all: readonly SshContainer[],
  jumpHosts: Section<readonly JumpHost[]>,
): ContainerOutcome {
  const evidence = evidenceOf(all);
  const running = all.find(isRunning);
  if (running !== undefined) return pass({ is: "running", container: running.group.name }, evidence);
  const states = all.map(({ group }) => group.containerState);
  const unknown = states.find(({ status }) => status === "unavailable");
  if (unknown?.status === "unavailable") return unread(unknown);
  const odd = all.find((each) => !isOff(each));
  if (odd !== undefined) {
    const { id: resourceId, name } = odd.group;
    return /^pending$/i.test(wordOf(odd))
      ? warn({ is: "starting", container: name }, { resourceId, evidence })
      : strangeWord(thing("named", name), "state", wordOf(odd));
  }
  const [first] = all;
  const { id = "", name = "" } = first?.group ?? {};
  const more = { resourceId: id, evidence, fix: start(id) };
  const found = { is: "off", container: name } as const;
  return isBesideMachine(jumpHosts) ? advise(found, more) : fail(found, more);
}

export const jumpAci = defineCheck({
  id: "jump.aci",
  severity: "low",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/container-instances/container-instances-vnet",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "containerGroups", "jumpHosts"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, peerNetworks, containerGroups, jumpHosts }): ContainerOutcome => {
    const sources = {
      clusterNetwork: { status: "collected", data: clusterNetwork },
      ...{ peerNetworks, containerGroups },
    } as const;
    const all = sshContainersOf(sources);
    if (all.length > 0) return containersReady(all, jumpHosts);
    const cause = containerGroups.missing[0] ?? hiddenNetwork(sources);
    if (cause !== null) return unread(cause);
    const hasRoom = networksNear(sources).some(({ subnets }) => subnets.some(takesContainers));
    return notConfigured({ is: hasRoom ? "noContainer" : "noSubnet" });
  },
});
