// One line of the log for each request that is refused; of a flood the first ones, and then a line that counts.
import type { Log } from "../../app/ports/services.ts";

export type Refused = Readonly<{
  /** The route, or null for an address that is none of ours: what was asked for is the sender's text. */
  path: string | null;
  status: number;
  reason: string;
  /** Address of the connection: a proxy's, where one stands before us. */
  from: string | null;
}>;

/** Of one path and status, within one window. */
const longestList = 10;
const windowMilliseconds = 60_000;

type After = (milliseconds: number, act: () => void) => void;
/** Does not keep the process alive. */
const later: After = (milliseconds, act) => void setTimeout(act, milliseconds).unref();

export function createRefusalLog(log: Log, after: After = later): (refused: Refused) => void {
  const counts = new Map<string, number>();
  return (refused) => {
    const { path, status } = refused;
    const kind = `${status} ${path}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= longestList) log.warn("request refused", refused);
    if (count > 1) return;
    after(windowMilliseconds, () => {
      const more = (counts.get(kind) ?? 0) - longestList;
      counts.delete(kind);
      if (more > 0) log.warn("more requests refused", { path, status, count: more });
    });
  };
}
