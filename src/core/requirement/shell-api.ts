// Cloud Shell that is set to start in a network reaches the API server from its subnet.
import { shellSubnetsOf } from "../client/hosted-clients.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";
import { peoplesNeed } from "./ways-to-api.ts";

export const shellApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "shell.api",
    context,
    shellSubnetsOf(context.snapshot).flatMap(({ place }) => place ?? []),
  );
