// Every access path, in the order of their ids P01 to P16, and what kind of path an id stands for.
import type { AccessPath } from "./access-path.ts";
import type { PathSpec } from "./path-spec.ts";
import { bastionPortal, bastionSsh, bastionVsCode } from "./paths/bastion-jump-host.ts";
import { bastionTunnel } from "./paths/bastion-tunnel.ts";
import { cloudShell } from "./paths/cloud-shell.ts";
import { extraEndpoint } from "./paths/extra-endpoint.ts";
import { expressRoute, vpn } from "./paths/gateway.ts";
import { jumpHostPeeredVnet } from "./paths/jump-host-peered-vnet.ts";
import { jumpHostSameVnet } from "./paths/jump-host-same-vnet.ts";
import { authorizedAddress, publicApiServer, publicCloudShell } from "./paths/public-api-server.ts";
import { runCommand } from "./paths/run-command.ts";
import { sshContainer } from "./paths/ssh-container.ts";
import { virtualDesktop } from "./paths/virtual-desktop.ts";
import type { PathKind } from "./rank.ts";

export const pathSpecs: readonly PathSpec[] = [
  publicApiServer,
  authorizedAddress,
  publicCloudShell,
  jumpHostSameVnet,
  jumpHostPeeredVnet,
  bastionPortal,
  bastionSsh,
  extraEndpoint,
  bastionTunnel,
  sshContainer,
  vpn,
  expressRoute,
  runCommand,
  cloudShell,
  virtualDesktop,
  bastionVsCode,
];

type Path = Pick<AccessPath, "id">;

const kinds: ReadonlyMap<string, PathKind> = new Map(pathSpecs.map(({ id, traits }) => [id, traits.kind]));

export const isPublicPath = ({ id }: Path): boolean => kinds.get(id) === "public";

export const leadsOverMachine = ({ id }: Path): boolean => kinds.get(id) === "machine";

/** Azure goes round the network, and the bot itself comes by it. */
export const isRunCommand = ({ id }: Path): boolean => kinds.get(id) === "runCommand";

/** It ends at the API server itself. */
export const isDirect = ({ id }: Path): boolean =>
  ["public", "network", "machine"].includes(kinds.get(id) ?? "");
