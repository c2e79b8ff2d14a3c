// Ways that lead on from a place of their own near the cluster: its name and its address are walked from there.

import type { FindingId } from "../finding/kit/finding-id.ts";
import { isPrivate } from "../network/address/api-server.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import {
  absent,
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  privateChecks,
  unjudged,
} from "./path-spec.ts";

type FromPlace = Pick<PathSpec, "id" | "traits" | "steps"> &
  Readonly<{
    need: PathSpec["needs"][number];
    /** Checks of the place itself. */
    checks: readonly FindingId[];
    /** Networks in which such places stand. */
    networks: (snapshot: ClusterSnapshot) => readonly string[];
    /** Asked of private clusters only. */
    presence: PathSpec["presence"];
    works: PathSpec["works"];
  }>;

const forPrivate = (context: PathContext, what: PathSpec["id"], presence: PathSpec["presence"]): Presence =>
  isPrivate(context.cluster) ? presence(context) : absent({ is: "notNeeded", what });

export const pathFromPlace = ({ need, checks, networks, presence, works, ...way }: FromPlace): PathSpec => ({
  ...way,
  needs: [need],
  hard: [...ownKubectlChecks, ...privateChecks, ...checks],
  soft: [],
  presence: (context) => forPrivate(context, way.id, presence),
  works: (context) =>
    context.walks.requirements.some(({ id }) => id === need)
      ? works(context)
      : unjudged({ is: "notWalked" }, [need]),
  // The walks begin at all of them, whoever asks from wherever.
  starts: (snapshot) => {
    const [virtualNetwork] = networks(snapshot);
    return [virtualNetwork === undefined ? snapshot.client : { virtualNetwork }];
  },
});
