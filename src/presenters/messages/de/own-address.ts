// Where people see the address that they come from; docs/security.md says why this one.
import { site } from "../own-address.ts";

/** Behind "mit". */
export const ownAddress = `der Adresse, die dir ${site} zeigt`;

/** A sentence of its own. */
export const ownAddressShown = `Deine Adresse: Öffne ${site}, oder führ „curl -s ${site}“ aus.`;
