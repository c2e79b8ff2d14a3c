// Every access path, in the order of their ids P01 to P16, and what kind of path an id stands for.
import type { AccessPath, PathKind, PathSpec } from "./access-path.ts";
import { bastionPortal, bastionSsh, bastionTunnel, bastionVsCode } from "./bastion-paths.ts";
import { authorizedAddress, extraEndpoint, publicApiServer, publicCloudShell } from "./direct-paths.ts";
import { expressRoute, vpn } from "./gateway.ts";
import { jumpHostPeeredVnet, jumpHostSameVnet } from "./jump-host-paths.ts";
import { runCommand } from "./run-command.ts";
import { cloudShell, sshContainer, virtualDesktop } from "./steps.ts";

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
