// One read of ARM as a value: what came back, and how many round trips deep it stands on the critical path.
import type { Permission, Section, Unavailable } from "../../core/snapshot/section.ts";
import { collected, unavailable } from "../../core/snapshot/section.ts";
import { armFailureOf, type Subject, unavailableFrom } from "../arm/arm-failure.ts";
import { wellTyped } from "../map/well-typed.ts";

/** `level` counts from 1: the round trips that had to end before this answer was there. */
export type Read<T> = Readonly<{ section: Section<T>; level: number }>;

/** Sends one request that could start once level `after` was there. Failures of Azure become the section. */
export const readOne = async <A, T>(
  after: number,
  subject: Subject,
  request: () => Promise<A>,
  map: (answer: A) => T,
): Promise<Read<T>> => {
  const level = after + 1;
  let answer: A;
  try {
    answer = await request();
  } catch (error) {
    return { section: unavailableFrom(armFailureOf(error, subject.needs), subject), level };
  }
  try {
    return { section: collected(wellTyped(map(answer))), level };
  } catch {
    const message = `Could not read ${subject.what}: Azure describes it in a form that is not known here.`;
    return { section: unavailable("failed", message), level };
  }
};

/** Like `readOne` for a resource: an answer without an id (a proxy's page that says 200) is none. */
export const readResource = <A extends Readonly<{ id?: string }>, T>(
  after: number,
  subject: Subject,
  request: () => Promise<A>,
  map: (resource: A) => T,
): Promise<Read<T>> =>
  readOne(
    after,
    subject,
    async () => {
      const resource = await request();
      if (!resource.id) throw new Error("it is no resource.");
      return resource;
    },
    map,
  );

/** Something that was not asked for, and why. */
export const notReached = (
  message: string,
  needs: readonly Permission[] = [],
): Read<never> & Readonly<{ section: Unavailable }> => ({
  section: unavailable("notReached", message, needs),
  level: 0,
});

/** What depends on an unavailable section names the same right: that is what would settle it. */
export const blockedBy = (
  cause: Unavailable,
  what: string,
): Read<never> & Readonly<{ section: Unavailable }> =>
  notReached(`${what} could not be looked for. ${cause.message}`, cause.needs);

export const mapRead = <A, T>(read: Read<A>, map: (data: A) => Section<T>): Read<T> =>
  read.section.status === "collected"
    ? { section: map(read.section.data), level: read.level }
    : { section: read.section, level: read.level };
