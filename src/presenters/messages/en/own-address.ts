// Where people see the address that they come from; docs/security.md says why this one.
import { site } from "../own-address.ts";

/** Behind "with". */
export const ownAddress = `the address that ${site} shows you`;

/** A sentence of its own. */
export const ownAddressShown = `Your address: open ${site}, or run \`curl -s ${site}\`.`;
