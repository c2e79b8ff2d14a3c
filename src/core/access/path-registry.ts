// Every access path, in the order of their ids P01 to P16, and what kind of path an id stands for.
import type { AccessPath } from "./access-path.ts";
import { bastionPortal, bastionSsh, bastionVsCode } from "./bastion-jump-host.ts";
import { bastionTunnel } from "./bastion-tunnel.ts";
import { cloudShell } from "./cloud-shell.ts";
import { extraEndpoint } from "./extra-endpoint.ts";
import { expressRoute, vpn } from "./gateway.ts";
import { jumpHostPeeredVnet } from "./jump-host-peered-vnet.ts";
import { jumpHostSameVnet } from "./jump-host-same-vnet.ts";
import type { PathSpec } from "./path-spec.ts";
import { authorizedAddress, publicApiServer, publicCloudShell } from "./public-api-server.ts";
import type { PathKind } from "./rank.ts";
import { runCommand } from "./run-command.ts";
import { sshContainer } from "./ssh-container.ts";
import { virtualDesktop } from "./virtual-desktop.ts";

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
