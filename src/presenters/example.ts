// Examples are about a cluster that their reader knows; the catalogue writes NAME for it.
import type { Messages } from "./messages/messages.ts";

export const example = (text: string, { exampleCluster }: Pick<Messages, "exampleCluster">): string =>
  text.replaceAll("NAME", exampleCluster);
