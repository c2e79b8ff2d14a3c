// A hub of Virtual WAN, and the networks that it joins.
import type { Section } from "./section.ts";

export type HubConnection = Readonly<{
  id: string;
  name: string;
  remoteNetworkId: string;
  provisioningState: string;
}>;

export type VirtualHub = Readonly<{
  id: string;
  name: string;
  /** `Provisioned`, `Provisioning`, `Failed`, `None`; absent where Azure does not say. */
  routingState?: string;
  connections: Section<readonly HubConnection[]>;
}>;
