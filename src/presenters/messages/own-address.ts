// Where people see the address that they come from, which nobody knows by heart. They ask it themselves, the product never
// does; docs/security.md says why this one.

/** Over IPv4 alone, which is what a cluster's lists are of; the answer is the address and nothing else. */
export const site = "https://api.ipify.org";
