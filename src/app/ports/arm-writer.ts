// Writes to Azure Resource Manager that a fix makes, as the requester.

import type { ArmWrite, JsonBody } from "../../core/fix/write/arm-write.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Touched } from "../../core/run/proposed.ts";
import type { ArmFailure } from "../../core/snapshot/section.ts";
import type { RequesterCredential } from "./azure.ts";

/** `objects`, `before`: one for each write, in order. `before`: what people wrote there, to undo it by; no secrets. */
export type Preview = Readonly<
  | { ok: true; objects: readonly Touched[]; before: readonly (JsonBody | null)[] }
  | { ok: false; failure: ArmFailure }
>;

/**
 * Versions are opaque; null: it is not there, or could not be read afterwards. `correlationId`: by which Azure's activity log has it.
 * - `changedSince`: it is no longer what was seen, and nothing was written;
 * - `refused`: nothing was written;
 * - `withheld`: this product itself held it back at the last moment, and nothing was written;
 * - `unknown`: it may have been written, or Azure took it and did not come to the end of it: `look` tells.
 */
export type Applied = Readonly<
  | {
      status: "done";
      correlationId: string | null;
      versionBefore: string | null;
      versionAfter: string | null;
    }
  | { status: "changedSince" }
  | { status: "refused"; failure: ArmFailure }
  | { status: "withheld"; failure: RunFailure }
  | { status: "unknown"; failure: ArmFailure; correlationId: string | null }
>;

/** `underWay`: Azure still works on it. `cannotTell`: it leaves nothing that was not there before, such as a restart. */
export type Looked = Readonly<
  { status: "made" | "notMade" | "underWay" | "cannotTell" } | { status: "unreadable"; failure: ArmFailure }
>;

export interface ArmWriter {
  /** What the writes would change, one after the other. Reads only. */
  preview(as: RequesterCredential, writes: readonly ArmWrite[]): Promise<Preview>;
  /**
   * Writes once, never again by itself, and waits until Azure is done. `version`: of the preview. `whyNotNow` is asked
   * when nothing is left to wait for, just before it is sent.
   */
  apply(
    as: RequesterCredential,
    write: ArmWrite,
    version: string | null,
    whyNotNow: () => Promise<RunFailure | null>,
  ): Promise<Applied>;
  look(as: RequesterCredential, write: ArmWrite): Promise<Looked>;
}
