// Where people come from: every check of it. A new one is a file beside this and a line here.
import { clientNetwork } from "./client.network.ts";

export const clientChecks = [clientNetwork] as const;
