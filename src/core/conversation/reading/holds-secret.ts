// A token pasted where the name of a cluster or a network belongs: it would be kept with what is done about it.
import { redact } from "../../redact/redact.ts";
import type { Intent } from "../intent.ts";

/** Names may look drawn at random, so that alone makes none a secret. */
export const namesSecret = (intent: Intent): boolean =>
  namesIn(intent).some((name) => Object.keys(redact(name).kinds).some((kind) => kind !== "random"));

const namesIn = (intent: Intent): readonly string[] => {
  const cluster = "cluster" in intent ? intent.cluster : null;
  const network = "client" in intent ? intent.client.virtualNetwork : undefined;
  return [cluster, network].filter((name) => typeof name === "string");
};
