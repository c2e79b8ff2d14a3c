// k8s.claims: claims to volumes that have none. One whose class waits for a pod, and for which no pod waits, is well.
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Claim, StorageClass } from "../reads/model.ts";
import {
  defineFinding,
  type FirstNames,
  firstNames,
  type InClusterSharedFact,
  unreadParts,
} from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `noVolume`: it wants one that somebody makes by hand. `lost`: its volume is gone. */
export type ClaimTrouble = "noSuchClass" | "noDefaultClass" | "notProvided" | "noVolume" | "lost";

/** `classes`: of which there is none. */
export type ClaimsFact = Readonly<
  | { is: "allBound" }
  | {
      is: "unbound";
      count: number;
      claims: FirstNames;
      why: readonly ClaimTrouble[];
      classes: FirstNames;
    }
>;

/** Longer than Azure takes to make a disk. */
const longMs = 5 * 60_000;

function troubleOf(claim: Claim, classes: readonly StorageClass[], now: number): ClaimTrouble | null {
  if (claim.isLost) return "lost";
  if (now - claim.created <= longMs) return null;
  if (claim.storageClass === null)
    return classes.some(({ isDefault }) => isDefault) ? "notProvided" : "noDefaultClass";
  if (claim.storageClass === "") return "noVolume";
  const own = classes.find(({ name }) => name === claim.storageClass);
  if (own === undefined) return "noSuchClass";
  return own.waitsForPod && !claim.isWaitedFor ? null : "notProvided";
}

const lineOf = (claim: Claim): Columns => columns(fullName(claim), claim.storageClass ?? "");

export const unboundClaims = defineFinding({
  id: "k8s.claims",
  severity: "medium",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/storage/fail-to-mount-azure-disk-volume",
  needs: ["claims"],
  evaluate: ({ claims }, { now, model }): Outcome<ClaimsFact | InClusterSharedFact> => {
    if (claims.length === 0) return pass({ is: "allBound" });
    const unread = unreadParts(["storageClasses"], model);
    if (unread !== null) return unread;
    const { storageClasses: part } = model.parts;
    const classes = part.status === "read" ? part.data : [];
    const troubled = claims.flatMap((claim) => {
      const trouble = troubleOf(claim, classes, now);
      return trouble === null ? [] : [{ claim, trouble }];
    });
    if (troubled.length === 0) return pass({ is: "allBound" });
    const unbound = troubled.map(({ claim }) => claim);
    const classless = troubled.filter(({ trouble }) => trouble === "noSuchClass");
    return warn(
      {
        is: "unbound",
        count: unbound.length,
        claims: firstNames(unbound.map(fullName)),
        why: [...new Set(troubled.map(({ trouble }) => trouble))],
        classes: firstNames(classless.map(({ claim }) => claim.storageClass ?? "")),
      },
      { evidence: unbound.slice(0, 10).map(lineOf) },
    );
  },
});
