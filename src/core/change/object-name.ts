// What people call an object that a change names.
import { findResource } from "../command/grammar/resources.ts";

/** `deployments` is `deployment`, as kubectl itself writes an object; of Azure, the last part of the type. */
export const objectName = (type: string, name: string): string => {
  const short = type.split("/").at(-1) ?? type;
  const known = findResource(type);
  const one = known?.aliases.find((alias) => known.name.startsWith(alias.slice(0, -1)));
  return `${one !== undefined && one.length > 2 ? one : short}/${name}`;
};
