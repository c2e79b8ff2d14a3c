// Which version of the policy each process decides by, beside its sign of life: replicas are to run one, and to know
// when they do not.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports/store.ts";
import { isHeardOf } from "./processes.ts";
import type { Tables } from "./tables.ts";

/** `me`: this process, as it is registered. */
export const policyVersionQueries = (
  db: Kysely<Tables>,
  me: string,
): Pick<Store, "setPolicyVersion" | "otherPolicyVersions"> => ({
  setPolicyVersion: async ({ version, since }) => {
    await db
      .updateTable("processes")
      .set({ policy: version, policy_since: since })
      .where("id", "=", me)
      .execute();
  },
  otherPolicyVersions: async () => {
    const rows = await db
      .selectFrom("processes")
      .select(["policy", "policy_since"])
      .where(isHeardOf)
      .where("id", "!=", me)
      .execute();
    return rows.flatMap(({ policy, policy_since: since }) =>
      policy === null || since === null ? [] : [{ version: policy, since: since.toISOString() }],
    );
  },
});
