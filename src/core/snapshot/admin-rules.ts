// Rules that a network manager applies to a network, before any security group is asked.
import type { SecurityRule } from "./security.ts";

/** `access`: `Deny` and `AlwaysAllow` are the last word, `Allow` leaves it to the groups. */
export type AdminRule = SecurityRule &
  Readonly<{
    id: string;
    /** The network manager, by the rule's id. */
    manager: string;
  }>;
