// What is told of the work: how often, how long, and for which request. Adapter in `telemetry/`.
import type { AttributesOf, CountName, TimeName } from "../../core/incident/instruments.ts";

/** How a piece of work ended. */
export type WorkEnd<T> = Readonly<{ ok: true; value: T } | { ok: false; error: unknown }>;

/**
 * `request`: the id of what somebody sent, as it stands on the card; left out where it belongs to what is under way.
 * Null: it is nobody's request. `untraced`: it is in no trace.
 */
type Work<Name extends TimeName> = Readonly<{ name: Name; request?: string | null; untraced?: boolean }>;

export type Telemetry = Readonly<{
  /** One more of these. */
  count<Name extends CountName>(name: Name, attributes: AttributesOf<Name>): void;
  /** Does it. How long it took is told when it has ended, and what it logs meanwhile names the request. */
  during<Name extends TimeName, T>(
    work: Work<Name>,
    act: () => Promise<T>,
    attributes: (ended: WorkEnd<T>) => AttributesOf<Name>,
  ): Promise<T>;
  /** The id of the request for which something is done here; null where nobody asked for it. */
  request(): string | null;
}>;
