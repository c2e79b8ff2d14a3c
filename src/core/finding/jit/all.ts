// Just-in-time access: every check of it. A new one is a file beside this and a line here.
import { jitActiveRequest } from "./jit.active-request.ts";
import { jitPolicy } from "./jit.policy.ts";

export const jitChecks = [jitActiveRequest, jitPolicy] as const;
