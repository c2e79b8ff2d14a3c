// Every access path, in the order of their ids P01 to P16, and what kind of path an id stands for.
import type { AccessPath, PathKind, PathSpec } from "./access-path.ts";
import { bastionPortal, bastionSsh, bastionTunnel, bastionVsCode } from "./bastion-paths.ts";
import {
  authorizedAddress,
  cloudShell,
  extraEndpoint,
  publicApiServer,
  publicCloudShell,
  sshContainer,
} from "./direct-paths.ts";
import { expressRoute, vpn } from "./gateway.ts";
import { jumpHostPeeredVnet } from "./jump-host-peered-vnet.ts";
import { jumpHostSameVnet } from "./jump-host-same-vnet.ts";
import { runCommand } from "./run-command.ts";
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
