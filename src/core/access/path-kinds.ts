// What kind of path an id stands for: which of them decide whether the cluster can be reached.
import type { AccessPath } from "./access-path.ts";
import { pathSpecs } from "./paths/all.ts";
import type { PathKind } from "./rank.ts";

type Path = Pick<AccessPath, "id">;

const kinds: ReadonlyMap<string, PathKind> = new Map(pathSpecs.map(({ id, traits }) => [id, traits.kind]));

export const isPublicPath = ({ id }: Path): boolean => kinds.get(id) === "public";

export const leadsOverMachine = ({ id }: Path): boolean => kinds.get(id) === "machine";

/** Azure goes round the network, and the bot itself comes by it. */
export const isRunCommand = ({ id }: Path): boolean => kinds.get(id) === "runCommand";

/** It ends at the API server itself. */
export const isDirect = ({ id }: Path): boolean =>
  ["public", "network", "machine"].includes(kinds.get(id) ?? "");
