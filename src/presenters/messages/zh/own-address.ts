// Where people see the address that they come from; docs/security.md says why this one.
import { site } from "../own-address.ts";

/** Behind "换成". */
export const ownAddress = `${site} 显示的地址`;

/** A sentence of its own. */
export const ownAddressShown = `你的地址：打开 ${site}，或运行 \`curl -s ${site}\`。`;
