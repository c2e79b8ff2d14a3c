// One row of the table of writes: the shape of a line, and what is written for it.
import type { ArmType } from "./arm-type.ts";
import type { NoWayBack, What } from "./arm-write.ts";
import type { Given } from "./line-values.ts";

export type Action = Readonly<{
  /** The words of the line behind `az`. */
  az: string;
  type: ArmType;
  /** The flags that name it, by level of its type; or the one that holds its id. */
  at: readonly string[];
  /** All of them are there, besides those that say where it is. */
  flags: readonly string[];
  /** These may be there. */
  also: readonly string[];
  /** Null where a value is none that a repair prints. */
  what: (given: Given) => What | null;
  noWayBack: NoWayBack | null;
}>;

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

/** `at` and `flags`: names between spaces; a flag with a question mark may be there. */
export function row(
  az: string,
  type: ArmType,
  at: string,
  flags: string,
  what: Action["what"],
  noWayBack: NoWayBack | null = null,
): Action {
  const [must, may] = [
    words(flags).filter((each) => !each.endsWith("?")),
    words(flags).filter((each) => each.endsWith("?")),
  ];
  return {
    az,
    type,
    at: words(at),
    flags: must,
    also: may.map((each) => each.slice(0, -1)),
    what,
    noWayBack,
  };
}
