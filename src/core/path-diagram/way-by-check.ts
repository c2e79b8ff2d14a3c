// Where no walk shows what is wrong, a check does: the strip of the way on which it lies.
import type { RootCause } from "../diagnosis/cause.ts";
import { groupMetaOf, type PathPlace, type Thing } from "../finding/kit/check-meta.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { Called } from "../outcome/called.ts";
import { nameOf } from "../snapshot/resource-id.ts";
import { namesOf, type Part, passing } from "./drawn-way.ts";

const placeOf = (check: string): PathPlace | null =>
  metaOf(check)?.pathPlace ?? groupMetaOf(check)?.pathPlace ?? null;

/** The API server at the end of the way does not work. */
export const endsAtApiServer = ({ check }: Cause, own: readonly Part[]): readonly Part[] | null =>
  placeOf(check)?.on === "apiServer"
    ? own.with(-1, {
        thing: "apiServer",
        names: own.at(-1)?.names ?? [],
        state: "stops",
        reason: null,
        check,
      })
    : null;

/** A zone is called by a number that nobody reads, and the API server by its address. */
const hasName = (thing: Thing): boolean => !["name", "ranges", "apiServer"].includes(thing);

/** What a security group does to Bastion is the group's doing. */
const isGroup = (id: string | undefined): boolean => /\/networkSecurityGroups\/[^/]+$/i.test(id ?? "");

/** What a gateway lacks may be the fault of a network or a peering, whose name no gateway has. */
const isOther = (thing: Thing, id: string): boolean => thing === "gateway" && /\/virtualNetworks\//i.test(id);

type Cause = Pick<RootCause, "check" | "resourceId">;

function brokenPart({ check, resourceId }: Cause, where: Thing): Part {
  const thing = isGroup(resourceId) ? "rules" : where;
  const isUnnamed = resourceId === undefined || !hasName(thing) || isOther(thing, resourceId);
  const names = isUnnamed ? [] : namesOf(nameOf(resourceId));
  return { thing, names, state: "stops", reason: null, check };
}

const notReached = (part: Part): Part => ({ ...part, state: "notReached", reason: null });

/** In place of where the walk ends, else of the same thing, else before the target. What is behind it stays as it was. */
function overlaid(own: readonly Part[], broken: Part): readonly Part[] {
  const isDoubt = ({ state }: Part): boolean => state === "unknown" || state === "stops";
  const ends = own.findIndex(isDoubt);
  if (ends > 0) return [...own.slice(0, ends), broken, ...own.slice(ends).filter((part) => !isDoubt(part))];
  const index = own.findIndex(({ thing }, at) => thing === broken.thing && at > 0);
  if (index > 0)
    return own.with(index, broken.names.length > 0 ? broken : { ...broken, names: own[index]?.names ?? [] });
  return own.toSpliced(own.length - 1, 0, broken);
}

const unnamed = (thing: Thing): Part => passing(thing, "");

/** `own`: the requester's own way in; `nodes`: what the nodes' subnet is called. Null where the check lies on no way. */
export function partsByCheck(
  cause: Cause,
  own: readonly Part[] | null,
  { start, nodes }: Readonly<{ start: Part; nodes: Called }>,
): readonly Part[] | null {
  const place = placeOf(cause.check);
  if (place === null || place.on === "apiServer") return null;
  const broken = brokenPart(cause, place.thing);
  switch (place.on) {
    case "out":
      return [passing("nodes", nodes), broken, notReached(unnamed("internet"))];
    case "public":
      return [start, broken, notReached(unnamed("apiServer"))];
    case "nodesPublic":
      return [passing("nodes", nodes), broken, notReached(unnamed("apiServer"))];
    case "entry":
      return own === null ? null : [unnamed("you"), broken, ...own.slice(1)];
    case "own":
      return own === null ? null : overlaid(own, broken);
  }
}
