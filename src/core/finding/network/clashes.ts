// Ranges of two things that overlap.
import { overlaps, parseCidr } from "../../network/address/cidr.ts";
import type { Clash, Thing } from "../../outcome/check.ts";

/** `id` is the network that it belongs to; absent for ranges inside the cluster. */
export type Space = Readonly<{ of: Thing; id?: string; prefixes: readonly string[] }>;

const intersect = (left: string, right: string): boolean => {
  const [first, second] = [parseCidr(left), parseCidr(right)];
  return first !== null && second !== null && overlaps(first, second);
};

/** Every pair that overlaps. */
export const clashesOf = (left: Space, right: Space): readonly Clash[] =>
  left.prefixes.flatMap((one) =>
    right.prefixes
      .filter((other) => intersect(one, other))
      .map((other) => ({ one: { of: left.of, range: one }, other: { of: right.of, range: other } })),
  );
