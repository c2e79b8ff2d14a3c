// The asker's own device: every check of it. A new one is a file beside this and a line here.
import { pawDevice } from "./paw.device.ts";

export const pawChecks = [pawDevice] as const;
