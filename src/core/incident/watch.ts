// A channel that follows a cluster.
import { type AlertSeverity, isAsSevere } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import type { Requester } from "../requester.ts";
import type { ConversationRef } from "../run/run.ts";

/** Who stands for a channel's watch: its incidents are diagnosed with their rights. ISO times, UTC. */
export type Volunteer = Readonly<{ requester: Requester; userId: string; since: string; until: string }>;

/** As long as a shift. */
export const volunteersForMilliseconds = 12 * 3_600_000;

/** Nothing is posted about the cluster in the channel until then. `because`: masked. ISO times. */
export type Mute = Readonly<{ by: Requester; until: string; because: string | null }>;

export const longestMuteMinutes = 24 * 60;

/** The worst of all rings through. */
export const muteOf = ({ mute }: Pick<Watch, "mute">, alert: AlertSeverity, now: string): Mute | null =>
  mute !== undefined && mute.until > now && alert !== "Sev0" ? mute : null;

export type Watch = Readonly<{
  cluster: ClusterRef;
  /** The channel itself, none of its threads: an incident is a new post there. */
  conversation: ConversationRef;
  by: Requester;
  since: string;
  /** The least severe alerts that reach the channel; left out: all do. */
  severity?: AlertSeverity;
  mute?: Mute;
}>;

/** Whether an alert of this severity is to reach the channel. */
export const reaches = (alert: AlertSeverity, { severity }: Pick<Watch, "severity">): boolean =>
  severity === undefined || isAsSevere(alert, severity);
