// One write to Azure Resource Manager, as data that can be kept, compared and approved.
import type { Json } from "../text/canonical-json.ts";
import type { ArmType } from "./arm-type.ts";

/** Where a field stands in a body as Microsoft's SDKs model it: Azure's own names, without `properties` between them. */
export type Path = readonly (string | number)[];

/** As it was read; models of the SDKs hold dates and fields that are undefined. */
export type Body = Readonly<Record<string, unknown>>;

export type JsonBody = Readonly<Record<string, Json>>;

/** `put`: the field holds this afterwards. `drop`: it is gone. `add`, `take`: one item of a list, each once. */
export type Edit = Readonly<
  | { is: "put"; path: Path; value: Json }
  | { is: "drop"; path: Path }
  | { is: "add" | "take"; path: Path; item: Json }
>;

/** What Azure offers besides writing a body. `reapply` and `sync` write once more what stands there. */
export type ArmAction = "start" | "restart" | "reset" | "rotateClusterCertificates" | "sync" | "reapply";

/** `create`: the whole body, in place of one that is there. `otherwise`: what is edited where nothing is there yet. */
export type What = Readonly<
  | { do: "create"; body: JsonBody }
  | { do: "delete" }
  | { do: "change"; edits: readonly Edit[]; otherwise?: JsonBody }
  | { do: "act"; action: ArmAction }
>;

/**
 * Why nothing takes it back:
 * - `cutsOff`: by then somebody works on it, or traffic goes over it, which taking it away would end;
 * - `noStateBefore`: it was written as it stood, or made to begin anew: there is nothing to go back to;
 * - `oneWay`: Azure takes no such change;
 * - `stays`: it does nothing by itself, and taking it away would take what others put into it since.
 */
export type NoWayBack = "cutsOff" | "noStateBefore" | "oneWay" | "stays";

/** `id`: as the line names it. `noWayBack`: absent where `inverseOf` says how. */
export type ArmWrite = Readonly<{ id: string; type: ArmType; what: What; noWayBack?: NoWayBack }>;
