// Whoever is signed in to a container with SSH reaches the API server from there.
import { sshContainersOf } from "../client/hosted-clients.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";
import { peoplesNeed } from "./ways-to-api.ts";

export const containerApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "container.api",
    context,
    sshContainersOf(context.snapshot).map(({ place }) => place),
  );
