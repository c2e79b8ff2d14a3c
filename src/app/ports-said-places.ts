// Where people said that they are, for a while; part of the ports.
import type { PersonId } from "../core/requester.ts";
import type { Client } from "../core/snapshot/snapshot.ts";

/**
 * `clusterName`: of the cluster that it was said with; null where the place is the same for each.
 * `saidAt`: ISO time, UTC.
 */
export type SaidPlace = Readonly<{
  place: Pick<Client, "ip" | "virtualNetwork" | "stands">;
  clusterName: string | null;
  saidAt: string;
}>;

export interface SaidPlaceStore {
  /** Replaces what this person said before, and removes what others said before `notBefore`. */
  savePlace(person: PersonId, said: SaidPlace, notBefore: string): Promise<void>;
  /** Null where nothing was said, or before `notBefore`. */
  placeSaid(person: PersonId, notBefore: string): Promise<SaidPlace | null>;
  forgetPlace(person: PersonId): Promise<void>;
}
