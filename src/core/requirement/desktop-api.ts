// Whoever has a desktop on a session host reaches the API server from there.
import { desktopsOf } from "../client/hosted-clients.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";
import { peoplesNeed } from "./ways-to-api.ts";

export const desktopApi = (context: Context): Requirement | null =>
  peoplesNeed(
    "desktop.api",
    context,
    desktopsOf(context.snapshot).flatMap(({ place }) => place ?? []),
  );
