// What to do where something that a run needs could not be read.
import type { Happened } from "../../../core/run/failure.ts";
import type { ArmFailure } from "../../../core/snapshot/section.ts";

type Unread = Extract<Happened, Readonly<{ is: "unread" }>>;

/** `named`: it may be called otherwise, or not be shown for want of the role below. `role`: that role is missing. */
type Words = Readonly<{
  answered: (failure: ArmFailure) => string;
  again: string;
  named: string;
  role: string;
}>;

/** Where Azure was not asked, what led there has said why. */
export const afterUnread =
  (words: Words) =>
  ({ section: { reason, needs, retryAfterSeconds, answered } }: Unread): string => {
    const [missing] = needs;
    if (answered !== undefined)
      return words.answered({
        ...answered,
        ...(missing && { needs: missing }),
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      });
    if (missing === undefined) return words.again;
    return reason === "notVisible" ? words.named : words.role;
  };
