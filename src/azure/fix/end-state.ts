// What the state of a resource says about a write of it, besides what is written in it.
import type { ArmWrite, Body } from "../../core/fix/write/arm-write.ts";
import type { ArmFailure } from "../../core/snapshot/arm-failure.ts";

/** Whether a body is what it leaves behind, or none: what only starts something writes none. */
export const writesBody = (what: ArmWrite["what"]): boolean =>
  what.do !== "act" || what.action === "reapply" || what.action === "sync";

const unlike = (message: string): ArmFailure => ({ status: null, code: "UnexpectedAnswer", message });

/**
 * Azure may take a body, call its work done, and leave the resource failed; and a proxy on the way may answer in its
 * place.
 */
export function whyNotMade({ what }: ArmWrite, body: Body | null): ArmFailure | null {
  if (!writesBody(what)) return null;
  const state = String(body?.provisioningState ?? "");
  if (/^(failed|cancell?ed)$/i.test(state)) return unlike(`provisioningState: ${state}`);
  return (body === null) === (what.do === "delete") ? null : unlike("");
}

/** What Azure is at has many names (`Upgrading`, `RotatingClusterCertificates`), and where it ends few. */
export const isUnderWay = ({ provisioningState }: Body): boolean =>
  typeof provisioningState === "string" &&
  !/^(|succeeded|failed|cancell?ed|running|stopped)$/i.test(provisioningState);
