// Device codes: each stands for one person, once somebody has signed in with it.
import { randomInt } from "node:crypto";

type Pending = { userCode: string; oid: string | null };

export type DeviceCodes = {
  issue(): { deviceCode: string; userCode: string };
  /** Says who signed in with a code, null: with every one; false where nobody waits for it. */
  confirm(userCode: string | null, oid: string): boolean;
  /** The person, once they have signed in; `pending` before that, null for a code of nobody's. */
  redeem(deviceCode: string): string | "pending" | null;
};

export function createDeviceCodes(): DeviceCodes {
  const all = new Map<string, Pending>();
  return {
    issue: () => {
      const deviceCode = crypto.randomUUID();
      const userCode = String(randomInt(100_000_000, 1_000_000_000));
      all.set(deviceCode, { userCode, oid: null });
      return { deviceCode, userCode };
    },
    confirm: (userCode, oid) => {
      const found = [...all.values()].filter((each) => userCode === null || each.userCode === userCode);
      for (const each of found) each.oid = oid;
      return found.length > 0;
    },
    redeem: (deviceCode) => {
      const found = all.get(deviceCode);
      if (found === undefined) return null;
      if (found.oid === null) return "pending";
      all.delete(deviceCode);
      return found.oid;
    },
  };
}
