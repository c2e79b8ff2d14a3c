// Who is hurt, as a whole diagnosis says: by its cause, or, where it has none, by what it says of the requester.

import type { Client } from "../snapshot/snapshot.ts";
import { type Diagnosis, headlineOf } from "./diagnosis.ts";
import { ofRequester, placeIn } from "./hurt-on-path.ts";
import type { Hurt, Impact, Works } from "./impact.ts";
import { isShut } from "./problem.ts";
import type { UntestedSummary } from "./summary-data.ts";

type Judged = Omit<Diagnosis, "impact">;

/** What the requester lacks, and nothing else is wrong; or a way each part of which works, and none from end to end. */
function bySummary(said: UntestedSummary, client: Client): Hurt | null {
  switch (said.is) {
    case "lackOnly":
    case "lockedOut":
      return ofRequester(said.lack.check, client);
    case "noWay":
      return { on: "people", at: [], over: null, everyone: true };
    default:
      return null;
  }
}

function withoutCause(diagnosis: Judged, client: Client): Hurt | null {
  const headline = headlineOf(diagnosis);
  // A gateway may know the address: nobody can say.
  if (diagnosis.outside?.mayBeLearned === true) return null;
  if (headline === "outside" || headline === "cutOff")
    return { on: "requester", from: placeIn(client), cannot: "reachApi" };
  if (diagnosis.verdict === "healthy") return null;
  const { summary, accessPaths } = diagnosis;
  const said = summary.is === "tested" ? summary.rest : summary;
  return said.is === "noWay" && !isShut(accessPaths) ? null : bySummary(said, client);
}

/** Only what was proved: that nodes get there by a walk, that workloads run by a look at them. */
function worksIn({ inside, requirements }: Judged): Works | null {
  const found = inside?.found.is;
  if (found === "reachableAndWell") return "workloads";
  if (found === "reachableWithFaults") return null;
  const ofCluster = requirements.filter((each) => each.for === "cluster");
  const areWell = ofCluster.some(({ id }) => id === "nodes.api") && ofCluster.every(isDelivered);
  return areWell ? "nodes" : null;
}

const isDelivered = ({ end }: Diagnosis["requirements"][number]): boolean => end === "delivered";

/** `hurt`: by the cause; null where it has none. */
export function impactOf(hurt: Hurt | null, diagnosis: Judged, client: Client): Impact | null {
  const found = hurt ?? (diagnosis.rootCause === null ? withoutCause(diagnosis, client) : null);
  const all = found === null ? null : answeredInside(found, diagnosis);
  if (all === null) return null;
  return { ...all, works: worksBeside(all, diagnosis) };
}

/** What was read inside, the API server has answered: it is there, and at most not ready. */
function answeredInside(hurt: Hurt, { inside, checks }: Judged): Hurt | null {
  if (hurt.on !== "apiServer" || inside?.found.is.startsWith("reachable") !== true) return hurt;
  const ready = checks.find(({ id }) => id === "k8s.api-ready");
  return ready?.status === "fail" ? { on: "apiServer", cannot: "beReady" } : null;
}

/** That nodes get there is said where somebody else does not; of rights and of single paths it says nothing. */
function worksBeside(hurt: Hurt, diagnosis: Judged): Works | null {
  const works = worksIn(diagnosis);
  if (hurt.on !== "people" && hurt.on !== "requester") return works === "workloads" ? works : null;
  const isReach =
    hurt.on === "people" ? hurt.over === null : hurt.cannot === "reachApi" || hurt.cannot === "beListed";
  return works === "nodes" && !isReach ? null : works;
}
