// Protection against floods: every check of it. A new one is a file beside this and a line here.
import { ddosPerimeter } from "./ddos.perimeter.ts";

export const ddosChecks = [ddosPerimeter] as const;
