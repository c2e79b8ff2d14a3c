// Which access paths are left, to the requester and to anybody.
import type { AccessPath } from "../access/access-path.ts";
import { isDirect, leadsOverMachine } from "../access/path-registry.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import { isAboutRequester } from "./problem.ts";

export type PathState = Pick<AccessPath, "id" | "state" | "blockedBy">;

export const isUsable = ({ state }: Pick<AccessPath, "state">): boolean =>
  state === "available" || state === "probable";

/** What only the requester lacks closes a path to them, not to everyone. */
const isLeft = (path: PathState): boolean =>
  isUsable(path) || (path.blockedBy.length > 0 && path.blockedBy.every((id) => isAboutRequester({ id })));

/** A direct path is left to somebody. */
export const isOpen = (paths: readonly PathState[]): boolean =>
  paths.some((path) => isDirect(path) && isLeft(path));

/** Proved, or closed by nothing but what the requester lacks. */
export const hasSure = (paths: readonly PathState[]): boolean =>
  paths.some((path) => isDirect(path) && path.state !== "probable" && isLeft(path));

/** Each part of a path works somewhere, and yet no path works from end to end. */
export const isShut = (paths: readonly PathState[]): boolean =>
  !isOpen(paths) && paths.some((path) => isDirect(path) && path.state === "blocked");

/** Most people may not ask a gateway what it learned: that counts where they have no machine to come by. */
export const isUnasked = ({ id }: Readonly<{ id: string }>, paths: readonly PathState[]): boolean =>
  metaOf(id)?.shownBy === "gateway" && !paths.some((path) => leadsOverMachine(path) && isLeft(path));
