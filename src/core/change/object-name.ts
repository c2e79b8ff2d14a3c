// What people call an object that a change names.
import { findResource } from "../command/grammar/resources.ts";

/** `deployments` is `deployment`, as kubectl itself writes an object; of Azure, its name with the type behind it. */
export const objectName = (type: string, name: string): string => {
  if (type.includes("/")) return `${name} (${type.split("/").slice(1).join("/")})`;
  const known = findResource(type);
  const one = known?.aliases.find((alias) => known.name.startsWith(alias.slice(0, -1)));
  return `${one !== undefined && one.length > 2 ? one : type}/${name}`;
};
