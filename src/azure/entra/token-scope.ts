// Which scope a token for each API is asked for with.
import type { Resource } from "../../core/requester.ts";
import type { AzureEnvironment } from "./cloud.ts";

export const scopeOf = (environment: AzureEnvironment, resource: Resource): string =>
  ({
    arm: environment.armScope,
    kubernetes: environment.kubernetesScope,
    graph: environment.graphScope,
  })[resource];
